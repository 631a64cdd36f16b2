package az.qalxan.command;

import az.qalxan.engines.image.DiskImage;
import az.qalxan.engines.image.MediaChannel;
import az.qalxan.engines.image.MediaRange;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./qalxan image read}. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description =
                "Writes bytes of an image's media. What is lost is written as zeros and told on"
                        + " the error output; exit code 1 then.")
final class ImageReadCommand extends ImageFile {

    private static final int BUFFER_BYTES = 1 << 20;

    @Option(
            names = "--offset",
            paramLabel = "BYTES",
            description = "Where to begin (${DEFAULT-VALUE}).")
    long offset;

    @Option(
            names = "--bytes",
            paramLabel = "BYTES",
            description = "How many; without it all that follow.")
    long bytes = Long.MAX_VALUE;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "A new file; without it the standard output. --json needs one.")
    @Nullable Path to; // null: the standard output

    ImageReadCommand() {}

    @Override
    int on(DiskImage image, PrintWriter out) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        if (offset < 0 || bytes < 0 || json && to == null) {
            err.println(
                    json && to == null
                            ? "--json needs --out, for the answer would mix with the bytes"
                            : "--offset and --bytes are not negative");
            return 2;
        }
        try (MediaChannel media = image.channel().position(offset)) {
            long count = copy(media);
            List<MediaRange> losses = media.losses();
            if (json) {
                out.println(JsonMapper.shared().writeValueAsString(entry(count, losses)));
            }
            losses.forEach(one -> err.println("lost, written as zeros: " + told(one)));
            err.flush();
            return losses.isEmpty() ? 0 : 1;
        }
    }

    private long copy(MediaChannel media) throws IOException {
        if (to == null) {
            return copy(media, System.out);
        }
        try (OutputStream into = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
            return copy(media, into);
        }
    }

    private long copy(MediaChannel media, OutputStream into) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        long left = bytes;
        while (left > 0) {
            buffer.clear().limit((int) Math.min(left, BUFFER_BYTES));
            int read = media.read(buffer);
            if (read < 0) {
                break;
            }
            into.write(buffer.array(), 0, read);
            left -= read;
        }
        into.flush();
        return bytes - left;
    }

    private static Map<String, Object> entry(long count, List<MediaRange> losses) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("bytes", count);
        entry.put("losses", losses.stream().map(ImageFile::entry).toList());
        return entry;
    }
}
