package az.qalxan.engines.content;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A picture: what the camera wrote into it, when and where; and a small copy to look at. */
final class PictureReader implements PartReader {

    private static final DateTimeFormatter EXIF =
            DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT);

    @Override
    public void read(Source source, PartDraft draft, Reading reading) throws IOException {
        Optional<byte[]> small = Optional.empty();
        if (reading.budget().thumbnail()) {
            small = Thumbnail.of(source, draft);
        }
        if (small.isPresent()) {
            reading.thumbnail(draft, small.get());
        }
        try {
            Metadata metadata =
                    ImageMetadataReader.readMetadata(
                            new BufferedInputStream(source.stream(), 1 << 16), source.size());
            for (Directory directory : metadata.getDirectories()) {
                if (directory instanceof GpsDirectory place) {
                    place(place, draft, reading);
                } else if (directory instanceof ExifDirectoryBase camera) {
                    camera(camera, draft, reading);
                }
            }
        } catch (ImageProcessingException e) {
            if (small.isEmpty()) {
                draft.flaw(Flaw.DAMAGED);
            }
        }
    }

    private static void camera(Directory camera, PartDraft draft, Reading reading)
            throws IOException {
        draft.field("picture.make", camera.getString(ExifDirectoryBase.TAG_MAKE));
        draft.field("picture.model", camera.getString(ExifDirectoryBase.TAG_MODEL));
        draft.field("picture.program", camera.getString(ExifDirectoryBase.TAG_SOFTWARE));
        draft.field("picture.artist", camera.getString(ExifDirectoryBase.TAG_ARTIST));
        draft.field("picture.serial", camera.getString(ExifDirectoryBase.TAG_BODY_SERIAL_NUMBER));
        draft.field("picture.lens", camera.getString(ExifDirectoryBase.TAG_LENS_MODEL));
        draft.field("picture.comment", camera.getString(ExifDirectoryBase.TAG_USER_COMMENT));
        Clock taken =
                new Clock(
                        camera.getString(ExifDirectoryBase.TAG_DATETIME_ORIGINAL),
                        camera.getString(ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL));
        moment(taken, MomentKind.TAKEN, draft, reading);
        Clock changed =
                new Clock(
                        camera.getString(ExifDirectoryBase.TAG_DATETIME),
                        camera.getString(ExifDirectoryBase.TAG_TIME_ZONE));
        moment(changed, MomentKind.MODIFIED, draft, reading);
    }

    /** The camera's clock, with its distance from UTC if it told. */
    private record Clock(@Nullable String time, @Nullable String offset) {}

    private static void moment(Clock clock, MomentKind kind, PartDraft draft, Reading reading)
            throws IOException {
        if (clock.time() == null) {
            return;
        }
        try {
            LocalDateTime wall = LocalDateTime.parse(clock.time().strip(), EXIF);
            if (kind == MomentKind.TAKEN) {
                draft.field("picture.taken", clock.time().strip());
            }
            String name = draft.place().name();
            if (clock.offset() != null && clock.offset().strip().matches("[+-]\\d\\d:\\d\\d")) {
                ZoneOffset offset = ZoneOffset.of(clock.offset().strip());
                reading.moment(draft, OffsetDateTime.of(wall, offset).toInstant(), kind, name);
            } else {
                reading.moment(draft, wall, kind, name);
            }
        } catch (DateTimeException e) {
            draft.field("picture.taken", clock.time());
        }
    }

    private static void place(GpsDirectory gps, PartDraft draft, Reading reading)
            throws IOException {
        GeoLocation place = gps.getGeoLocation();
        if (place != null && !place.isZero()) {
            draft.field(
                    "picture.place",
                    String.format(
                            Locale.ROOT, "%.6f, %.6f", place.getLatitude(), place.getLongitude()));
        }
        Date at = gps.getGpsDate();
        if (at != null) {
            reading.moment(
                    draft, at.toInstant(), MomentKind.TAKEN, draft.place().name() + " (GPS)");
        }
    }
}
