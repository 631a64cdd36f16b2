package az.qalxan.engines.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.X000A_NTFS;
import org.apache.commons.compress.archivers.zip.X5455_ExtendedTimestamp;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipExtraField;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** ZIP archives, and the documents that are ZIP archives inside. */
final class ZipReader implements PartReader {

    private static final Set<String> MEDIA =
            Set.of(
                    "application/zip",
                    "application/java-archive",
                    "application/vnd.android.package-archive",
                    "application/x-tika-ooxml",
                    "application/epub+zip",
                    "application/vnd.google-earth.kmz");
    private static final int MIMETYPE_MAX = 200;

    static boolean reads(String media) {
        return MEDIA.contains(media)
                || media.startsWith("application/vnd.openxmlformats-officedocument")
                || media.startsWith("application/vnd.oasis.opendocument");
    }

    @Override
    public void read(Source source, PartDraft draft, Reading reading) throws IOException {
        try (ZipFile zip =
                ZipFile.builder()
                        .setSeekableByteChannel(source.channel())
                        .setIgnoreLocalFileHeader(true)
                        .get()) {
            draft.type(type(zip, draft.type()));
            if (draft.type().family() == ContentFamily.DOCUMENT) {
                new PackedDocument(zip, draft, reading).read();
                return;
            }
            if (draft.type().family() == ContentFamily.DISK) {
                return;
            }
            members(zip, draft, reading);
        }
    }

    private static void members(ZipFile zip, PartDraft draft, Reading reading) throws IOException {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
        draft.field("archive.members", String.valueOf(entries.size()));
        for (ZipArchiveEntry entry : entries) {
            if (entry.isDirectory()) {
                continue;
            }
            moments(entry, draft, reading);
            member(zip, entry, draft, reading);
        }
    }

    private static void member(ZipFile zip, ZipArchiveEntry entry, PartDraft draft, Reading reading)
            throws IOException {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            draft.flaw(Flaw.ENCRYPTED);
            reading.unread(draft, entry.getName(), entry.getSize(), Flaw.ENCRYPTED);
        } else if (!zip.canReadEntryData(entry)) {
            reading.unread(draft, entry.getName(), entry.getSize(), Flaw.NOT_READABLE);
        } else if (entry.getSize() > reading.limits().memberBytes()) {
            reading.unread(draft, entry.getName(), entry.getSize(), Flaw.TOO_LARGE);
        } else {
            Members.give(
                    draft,
                    reading,
                    new Members.Member(entry.getName(), entry.getSize(), entry.getCompressedSize()),
                    () -> zip.getInputStream(entry));
        }
    }

    /** Times with a zone where an extra field has them, otherwise those of a wall. */
    private static void moments(ZipArchiveEntry entry, PartDraft draft, Reading reading)
            throws IOException {
        Named named = new Named(entry.getName(), draft, reading);
        for (ZipExtraField extra : entry.getExtraFields()) {
            if (extra instanceof X5455_ExtendedTimestamp unix) {
                tell(named, unix.getModifyFileTime(), MomentKind.MODIFIED);
                tell(named, unix.getAccessFileTime(), MomentKind.ACCESSED);
                tell(named, unix.getCreateFileTime(), MomentKind.CREATED);
                return;
            }
            if (extra instanceof X000A_NTFS ntfs) {
                tell(named, ntfs.getModifyFileTime(), MomentKind.MODIFIED);
                tell(named, ntfs.getAccessFileTime(), MomentKind.ACCESSED);
                tell(named, ntfs.getCreateFileTime(), MomentKind.CREATED);
                return;
            }
        }
        if (entry.getTime() > 0) {
            Instant shown = Instant.ofEpochMilli(entry.getTime());
            LocalDateTime wall = LocalDateTime.ofInstant(shown, ZoneId.systemDefault());
            reading.moment(draft, wall, MomentKind.MODIFIED, entry.getName());
        }
    }

    /** A member whose times are told. */
    private record Named(String name, PartDraft draft, Reading reading) {}

    private static void tell(
            Named named, @org.jspecify.annotations.Nullable FileTime at, MomentKind kind)
            throws IOException {
        if (at != null && at.toMillis() > 0) {
            named.reading().moment(named.draft(), at.toInstant(), kind, named.name());
        }
    }

    private static ContentType type(ZipFile zip, ContentType sniffed) throws IOException {
        if (zip.getEntry("information.turtle") != null
                && zip.getEntry("container.description") != null) {
            return new ContentType("application/x-aff4", "aff4", ContentFamily.DISK);
        }
        Optional<String> declared = declared(zip);
        if (declared.isPresent()) {
            return TypeSniffer.media(declared.get());
        }
        if (zip.getEntry("[Content_Types].xml") != null) {
            String office = "application/vnd.openxmlformats-officedocument.";
            if (zip.getEntry("word/document.xml") != null) {
                return TypeSniffer.media(office + "wordprocessingml.document");
            }
            if (zip.getEntry("xl/workbook.xml") != null) {
                return TypeSniffer.media(office + "spreadsheetml.sheet");
            }
            if (zip.getEntry("ppt/presentation.xml") != null) {
                return TypeSniffer.media(office + "presentationml.presentation");
            }
        }
        if (zip.getEntry("AndroidManifest.xml") != null) {
            return TypeSniffer.media("application/vnd.android.package-archive");
        }
        if (zip.getEntry("META-INF/MANIFEST.MF") != null) {
            return TypeSniffer.media("application/java-archive");
        }
        return reads(sniffed.media()) && sniffed.family() != ContentFamily.DOCUMENT
                ? sniffed
                : TypeSniffer.media("application/zip");
    }

    /** The media type in the member that OpenDocument and EPUB begin with. */
    private static Optional<String> declared(ZipFile zip) throws IOException {
        ZipArchiveEntry entry = zip.getEntry("mimetype");
        if (entry == null || !zip.canReadEntryData(entry)) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            String media = new String(in.readNBytes(MIMETYPE_MAX), StandardCharsets.US_ASCII);
            return media.matches("application/[a-z0-9.+-]{1,150}\\s*")
                    ? Optional.of(media.strip())
                    : Optional.empty();
        }
    }
}
