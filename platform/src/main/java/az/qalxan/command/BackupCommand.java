package az.qalxan.command;

import az.qalxan.database.Backup;
import az.qalxan.database.DataFolder;
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

/** {@code ./qalxan backup}: everything of an installation in one file. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description =
                "Writes everything of a data folder into one file: tables, uploaded files, the"
                        + " stored bytes of evidence as they lie, encrypted, and secrets. The"
                        + " platform may go on working meanwhile. Keep the file under lock.")
final class BackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The file to write; must not exist.")
    Path file = Path.of("");

    @Option(
            names = "--data",
            defaultValue = "data/serve",
            description = "Data folder (${DEFAULT-VALUE}).")
    Path data = Path.of("");

    @Option(
            names = "--master-key",
            paramLabel = "FILE",
            description =
                    "Write the master key of evidence into this file instead: whoever has only one"
                            + " of the two reads no exhibit.")
    @Nullable Path masterKey;

    @Option(
            names = "--files-only",
            description =
                    "Of a folder whose database is an external one, saved before by its own tools:"
                            + " secrets and evidence.")
    boolean filesOnly;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        return Outcomes.report(
                "backup",
                Backup.write(
                        DataFolder.open(data),
                        new Backup.Order(file, masterKey, filesOnly, Clock.systemUTC()),
                        line -> out.println("  " + line)),
                spec);
    }
}
