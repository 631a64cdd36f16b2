package az.qalxan.engines.image;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Opens disk images by what they begin with. */
public final class DiskImages {

    private static final byte[] LOGICAL = {'L', 'V', 'F', 0x09, 0x0d, 0x0a, (byte) 0xff, 0x00};
    private static final byte[] EWF2 = {'E', 'V', 'F', '2', 0x0d, 0x0a, (byte) 0x81, 0x00};
    private static final byte[] LOGICAL2 = {'L', 'E', 'F', '2', 0x0d, 0x0a, (byte) 0x81, 0x00};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final int MAGIC_BYTES = 8;
    private static final int STRIPES_MAX = 64;

    private DiskImages() {}

    /**
     * Opens an image and the further segments that lie beside it.
     *
     * @param first its first or only file
     * @throws IOException when a file cannot be read at all
     */
    public static ImageOpening open(Path first) throws IOException {
        List<ImagePart> parts = new ArrayList<>();
        boolean opened = false;
        try {
            ImageOpening opening = open(first, parts);
            opened = opening instanceof ImageOpening.Opened;
            return opening;
        } finally {
            if (!opened) {
                close(parts);
            }
        }
    }

    private static ImageOpening open(Path first, List<ImagePart> parts) throws IOException {
        parts.add(part(first));
        if (zip(parts.getFirst())) {
            return Aff4Opening.of(parts, () -> beside(first, parts));
        }
        Optional<ImageOpening> refused = refused(parts.getFirst());
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<SegmentNames> names = SegmentNames.of(name(first));
        for (String last = ""; !last.equals("done"); ) {
            last = EwfSections.of(parts.getLast()).last();
            Optional<Path> next = next(first, names, parts.size() + 1);
            if (next.isEmpty() && last.equals("next")) {
                return new ImageOpening.Refused(
                        ImageRefusal.SEGMENT_MISSING,
                        "segment %d of %s".formatted(parts.size() + 1, name(first)));
            }
            if (next.isEmpty() || last.equals("done")) {
                break;
            }
            parts.add(part(next.get()));
        }
        return open(parts);
    }

    private static boolean zip(ImagePart part) throws IOException {
        return Arrays.equals(part.read(0, ZIP.length), ZIP);
    }

    /** The other AFF4 containers of the folder, one of which may hold a further stripe. */
    private static List<ImagePart> beside(Path first, List<ImagePart> parts) throws IOException {
        Path folder = first.toAbsolutePath().getParent();
        List<ImagePart> found = new ArrayList<>();
        if (folder == null) {
            return found;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{aff4,AFF4}")) {
            for (Path file : files) {
                if (found.size() < STRIPES_MAX
                        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && !Files.isSameFile(file, first)) {
                    found.add(part(file));
                }
            }
        }
        parts.addAll(found);
        return found;
    }

    private static Optional<Path> next(Path first, Optional<SegmentNames> names, int number) {
        return names.flatMap(all -> all.name(number))
                .map(first::resolveSibling)
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
    }

    /**
     * Opens an image whose segments are all given, in order. They are closed with the image, and
     * stay open after a refusal.
     */
    public static ImageOpening open(List<ImagePart> parts) throws IOException {
        if (zip(parts.getFirst())) {
            return Aff4Opening.of(new ArrayList<>(parts), List::of);
        }
        if (parts.size() > SegmentNames.SEGMENTS_MAX) {
            return new ImageOpening.Refused(ImageRefusal.BEYOND_LIMITS, parts.size() + " segments");
        }
        Optional<ImageOpening> refused = refused(parts.getFirst());
        if (refused.isPresent()) {
            return refused.get();
        }
        for (int i = 1; i < parts.size(); i++) {
            ImagePart part = parts.get(i);
            if (!Arrays.equals(part.read(0, MAGIC_BYTES), EwfOpening.MAGIC)
                    || EwfOpening.number(part) != i + 1) {
                return new ImageOpening.Refused(ImageRefusal.FOREIGN_SEGMENT, part.name());
            }
        }
        return EwfOpening.of(List.copyOf(parts));
    }

    private static Optional<ImageOpening> refused(ImagePart part) throws IOException {
        byte[] magic = part.read(0, MAGIC_BYTES);
        if (Arrays.equals(magic, EWF2) || Arrays.equals(magic, LOGICAL2)) {
            return refused(ImageRefusal.EWF2, part);
        }
        if (Arrays.equals(magic, LOGICAL)) {
            return refused(ImageRefusal.LOGICAL, part);
        }
        if (!Arrays.equals(magic, EwfOpening.MAGIC)) {
            return refused(ImageRefusal.NOT_AN_IMAGE, part);
        }
        return EwfOpening.number(part) == 1
                ? Optional.empty()
                : refused(ImageRefusal.NOT_THE_FIRST_SEGMENT, part);
    }

    private static Optional<ImageOpening> refused(ImageRefusal reason, ImagePart part) {
        return Optional.of(new ImageOpening.Refused(reason, part.name()));
    }

    private static ImagePart part(Path file) throws IOException {
        return new ImagePart(name(file), Files.newByteChannel(file, StandardOpenOption.READ));
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    private static void close(List<ImagePart> parts) throws IOException {
        for (ImagePart part : parts) {
            part.close();
        }
    }
}
