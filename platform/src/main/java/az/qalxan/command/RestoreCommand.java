package az.qalxan.command;

import az.qalxan.database.Backup;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
                        + " digest with the backup's manifest.")
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The backup.")
    Path file = Path.of("");

    @Option(names = "--data", required = true, description = "An empty or absent folder.")
    Path data = Path.of("");

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        return Outcomes.report(
                "restore", Backup.restore(file, data, line -> out.println("  " + line)), spec);
    }
}
