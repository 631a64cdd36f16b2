package az.qalxan.command;

import az.qalxan.database.Backup;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./qalxan restore}: an installation from a backup, into an empty folder. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description =
                "Restores a backup into an empty data folder and compares every table's rows and"
                        + " digest and every file with the backup's manifest. The log of the"
                        + " journal then signs nothing until ./qalxan ledger continue.")
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The backup.")
    Path file = Path.of("");

    @Option(names = "--data", required = true, description = "An empty or absent folder.")
    Path data = Path.of("");

    @Option(
            names = "--master-key",
            paramLabel = "FILE",
            description = "Where the master key of evidence is, if the backup was made without.")
    @Nullable Path masterKey;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        return Outcomes.report(
                "restore",
                Backup.restore(
                        new Backup.Order(file, masterKey, false, Clock.systemUTC()),
                        data,
                        line -> out.println("  " + line)),
                spec);
    }
}
