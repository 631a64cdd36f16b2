package az.qalxan.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where a command works: a data folder of this machine, or a server. */
final class WhereOptions {

    @ArgGroup(exclusive = false)
    @Nullable Here here;

    @ArgGroup(exclusive = false)
    @Nullable There there;

    /** What is asked there; a data folder is opened, or a server is called. */
    <S> S side(Function<ConfigurableApplicationContext, S> here, Function<ProgramCalls, S> there) {
        if (this.here != null) {
            return here.apply(Platform.quietly(this.here.data));
        }
        There server = Objects.requireNonNull(this.there);
        return there.apply(new ProgramCalls(server.server, server.token));
    }

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
