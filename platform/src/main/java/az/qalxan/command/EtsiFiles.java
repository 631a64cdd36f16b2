package az.qalxan.command;

import az.qalxan.engines.warrants.Reading;
import az.qalxan.engines.warrants.SchemaCheck;
import az.qalxan.engines.warrants.Warrants;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the commands about ETSI messages have in common: files, and schemas where there are any. */
abstract class EtsiFiles {

    @Option(
            names = "--schemas",
            paramLabel = "DIR",
            description =
                    "A folder with the standard's own schemas (also inside zip files), which"
                            + " are asked as well.")
    @Nullable Path schemas;

    Reading read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(Warrants.BYTES_MAX + 1);
        }
        Path folder = schemas;
        return folder == null ? Warrants.read(bytes) : Warrants.read(bytes, SchemaCheck.of(folder));
    }

    static void unreadable(PrintWriter error, Path file, IOException e) {
        error.printf(
                "etsi: %s cannot be read: %s%n",
                file, e.getMessage() == null ? e.toString() : e.getMessage());
    }
}
