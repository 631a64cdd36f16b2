package az.qalxan.command;

import az.qalxan.access.FirstAdministratorLink;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./qalxan serve}: the platform without synthetic data. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Starts the platform. The first start prints a one-time link that creates the"
                        + " first administrator. With --database the passwords of the three"
                        + " roles come from QALXAN_DATABASE_OWNER_PASSWORD,"
                        + " QALXAN_DATABASE_APPLICATION_PASSWORD and"
                        + " QALXAN_DATABASE_READER_PASSWORD.")
final class ServeCommand implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "8080", description = "TCP port (${DEFAULT-VALUE}).")
    int port;

    @Option(
            names = "--data",
            defaultValue = "data/serve",
            description = "Data folder (${DEFAULT-VALUE}).")
    Path data = Path.of("");

    @Option(names = "--database", description = "JDBC address of a PostgreSQL server.")
    @Nullable String database;

    @Option(
            names = "--pack",
            defaultValue = "az",
            description = "The country pack (${DEFAULT-VALUE}).")
    String pack = "az";

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (Platform.isTaken(port)) {
            spec.commandLine()
                    .getErr()
                    .println("serve: port " + port + " is taken; choose another with --port.");
            return 1;
        }
        Map<String, Object> settings = new HashMap<>();
        settings.put("qalxan.pack", pack);
        if (database != null) {
            settings.put("qalxan.database.url", database);
        }
        ConfigurableApplicationContext started = new Platform(port, data, settings).start();
        spec.commandLine().getOut().println("Qalxan serves at " + Platform.address(started));
        tellFirstLink(started);
        spec.commandLine().getOut().flush();
        return Rehearsal.endIfAsked(started) ? 0 : Qalxan.KEEP_RUNNING;
    }

    /** While nobody can create accounts, every start draws a new link and says where it leads. */
    private void tellFirstLink(ConfigurableApplicationContext started) {
        started.getBean(FirstAdministratorLink.class)
                .draw()
                .ifPresent(link -> {
                    PrintWriter out = spec.commandLine().getOut();
                    out.println("No administrator exists yet. This link creates the first;");
                    out.println("it works once, for 24 hours, and the next start ends it:");
                    out.println("  " + Platform.address(started) + link);
                });
    }
}
