package az.qalxan.command;

import az.qalxan.engines.image.DiskImage;
import az.qalxan.engines.image.DiskImages;
import az.qalxan.engines.image.ImageFinding;
import az.qalxan.engines.image.ImageOpening;
import az.qalxan.engines.image.ImageRefusal;
import az.qalxan.engines.image.MediaRange;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the commands on images share: the file, how it is opened, how findings are told. */
abstract class ImageFile implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The image's first or only file.")
    Path file = Path.of("");

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Spec CommandSpec spec;

    ImageFile() {
        spec = CommandSpec.create();
    }

    /** What a command does with an opened image. */
    abstract int on(DiskImage image, PrintWriter out) throws IOException, InterruptedException;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        PrintWriter out = spec.commandLine().getOut();
        try {
            return switch (DiskImages.open(file)) {
                case ImageOpening.Refused(ImageRefusal reason, String detail) -> {
                    err.println(file + ": " + told(reason) + ": " + detail);
                    yield 1;
                }
                case ImageOpening.Opened(DiskImage image) -> {
                    try (image) {
                        yield on(image, out);
                    }
                }
            };
        } catch (NoSuchFileException e) {
            err.println(e.getFile() + " is not there");
            return 2;
        } catch (IOException e) {
            err.println(file + " cannot be read: " + e.getMessage());
            return Files.isDirectory(file) ? 2 : 1;
        } finally {
            out.flush();
        }
    }

    private static String told(ImageRefusal reason) {
        return switch (reason) {
            case NOT_AN_IMAGE -> "is no image that is known here";
            case EWF2 -> "is an image of the second version of EWF (Ex01), which is not read";
            case LOGICAL -> "is an image of single files (L01, AFF4-L), which is not read";
            case NOT_THE_FIRST_SEGMENT -> "is a later segment; name the first one";
            case SEGMENT_MISSING -> "a segment is missing";
            case FOREIGN_SEGMENT -> "a segment belongs to another image or place";
            case NO_VOLUME -> "nothing readable tells the size of the media";
            case BEYOND_LIMITS -> "is larger than what is read here";
        };
    }

    static String told(ImageFinding finding) {
        String where =
                finding.file().isEmpty()
                        ? ""
                        : "%s at byte %,d: ".formatted(finding.file(), finding.offset());
        String media = finding.media().bytes() == 0 ? "" : " (media " + told(finding.media()) + ")";
        return where + told(finding.kind()) + media;
    }

    static String told(MediaRange range) {
        return "bytes %,d to %,d".formatted(range.offset(), range.end() - 1);
    }

    private static String told(ImageFinding.Kind kind) {
        return switch (kind) {
            case SECTION_DAMAGED -> "the description of a section is damaged";
            case TEXT_DAMAGED -> "a text on case and acquisition is damaged";
            case VOLUME_DAMAGED -> "the description of the media is damaged";
            case TABLE_DAMAGED -> "a table of chunks is damaged, its twin served";
            case TABLES_DAMAGED -> "a table of chunks is damaged and has no sound twin";
            case CHUNK_DAMAGED -> "chunks are damaged and read as zeros";
            case CHUNK_MISSING -> "no table leads to these bytes, they are read as zeros";
            case DIGEST_DAMAGED -> "a stored digest is damaged and was not used";
            case ERRORS_DAMAGED -> "the list of read errors is damaged";
            case END_MISSING -> "the image ends without saying so";
            case TOO_SPARSE -> "so much is only said to repeat that it was not hashed";
            case BEYOND_MEDIA -> "the last chunk holds bytes beyond the media";
        };
    }

    static Map<String, Object> entry(ImageFinding finding) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("kind", finding.kind().name());
        entry.put("file", finding.file());
        entry.put("offset", finding.offset());
        entry.put("media", entry(finding.media()));
        return entry;
    }

    static Map<String, Object> entry(MediaRange range) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("offset", range.offset());
        entry.put("bytes", range.bytes());
        return entry;
    }
}
