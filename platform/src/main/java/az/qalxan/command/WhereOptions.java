package az.qalxan.command;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where a command works: a data folder of this machine, or a server. */
final class WhereOptions {

    @ArgGroup(exclusive = false)
    @Nullable Here here;

    @ArgGroup(exclusive = false)
    @Nullable There there;

    /** A data folder of this machine. */
    static final class Here {

        @Option(
                names = "--data",
                required = true,
                description = "Data folder; its database is started when no server holds it.")
        Path data = Path.of("");
    }

    /** A server. */
    static final class There {

        @Option(
                names = "--server",
                required = true,
                description = "Its address, for example https://qalxan.example.")
        URI server = URI.create("http://localhost");

        @Option(
                names = "--token",
                required = true,
                description = "The program's token; @FILE reads the arguments from a file.")
        String token = "";
    }
}
