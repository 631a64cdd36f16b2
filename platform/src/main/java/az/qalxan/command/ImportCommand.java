package az.qalxan.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./qalxan import}: reports from a CSV file. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Imports reports from a CSV file (RFC 4180, UTF-8). The first row names the columns:"
                    + " category and story, where known happenedAt, reportedAt, region, amount,"
                    + " currency, paidHow, usedAgainst (several with | between), language,"
                    + " onBehalfOf, contactName, contactPhone, contactEmail.",
            "Wrong rows are named and left out. The same command again goes on with an import that"
                    + " was interrupted; nothing is stored twice."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every right row is stored; with --check: every row is right",
            "1:the file was refused, or the import did not end; with --check: some row is wrong",
            "2:the command line is wrong"
        })
final class ImportCommand implements Callable<Integer> {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    @Parameters(paramLabel = "FILE.csv", description = "The file.")
    Path file = Path.of("");

    @ArgGroup(exclusive = true, multiplicity = "1")
    Target target = new Target();

    @Option(names = "--check", description = "Only checks; stores nothing.")
    boolean checkOnly;

    @Option(names = "--json", description = "Print one JSON object at the end.")
    boolean json;

    @Spec CommandSpec spec = CommandSpec.create();

    /** A data folder, or a server. */
    static final class Target {

        @ArgGroup(exclusive = false)
        @Nullable Here here;

        @ArgGroup(exclusive = false)
        @Nullable There there;
    }

    /** A data folder of this machine. */
    static final class Here {

        @Option(
                names = "--data",
                required = true,
                description = "Data folder; its database is started when no server holds it.")
        Path data = Path.of("");

        @Option(
                names = "--body",
                defaultValue = "din",
                description = "Code of the body that sends the file (${DEFAULT-VALUE}).")
        String body = "din";
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

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isReadable(file)) {
            return refuse(file + " cannot be read.");
        }
        try (ImportSide side = side()) {
            return run(side);
        } catch (ImportRefused e) {
            return refuse(String.valueOf(e.getMessage()));
        } catch (java.net.ConnectException e) {
            return refuse("no server answers at that address.");
        }
    }

    private ImportSide side() {
        if (target.here != null) {
            return ImportHere.open(target.here.data, target.here.body);
        }
        There there = java.util.Objects.requireNonNull(target.there);
        return new ImportAtServer(there.server, there.token);
    }

    private int run(ImportSide side) throws IOException, ImportRefused, InterruptedException {
        tell("  checking %s (%,d bytes)%n", file.getFileName(), Files.size(file));
        ImportSide.CheckedFile checked = side.check(file);
        ImportSide.Progress progress = side.progress(checked.id());
        tell("  %,d rows, %,d wrong%n", progress.rows(), progress.wrong());
        checked.first()
                .forEach(cell ->
                        spec.commandLine()
                                .getErr()
                                .printf(
                                        "  row %d, %s: %s%n",
                                        cell.row(), cell.field(), cell.message()));
        if (checked.repeated()) {
            tell("  this file was sent before; going on with that import%n");
        }
        ImportSide.Progress end =
                checkOnly ? dropped(side, progress) : finished(side, started(side, progress));
        print(end, checked);
        boolean good = checkOnly ? end.wrong() == 0 : end.state().equals("done");
        return good ? 0 : 1;
    }

    private static ImportSide.Progress dropped(ImportSide side, ImportSide.Progress progress)
            throws IOException, ImportRefused {
        return progress.state().equals("checked") ? side.drop(progress.id()) : progress;
    }

    private static ImportSide.Progress started(ImportSide side, ImportSide.Progress progress)
            throws IOException, ImportRefused {
        boolean waits = progress.state().equals("checked") || progress.state().equals("paused");
        return waits ? side.start(progress.id()) : progress;
    }

    private ImportSide.Progress finished(ImportSide side, ImportSide.Progress begun)
            throws IOException, ImportRefused, InterruptedException {
        ImportSide.Progress progress = begun;
        int told = -1;
        while (!progress.over()) {
            if (progress.done() != told) {
                tell("  %,d of %,d rows%n", progress.done(), progress.rows());
                told = progress.done();
            }
            Thread.sleep(LOOK_EVERY);
            progress = side.progress(progress.id());
        }
        return progress;
    }

    private void print(ImportSide.Progress end, ImportSide.CheckedFile checked) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("id", end.id().toString());
            entry.put("state", end.state());
            entry.put("repeated", checked.repeated());
            entry.put("rows", end.rows());
            entry.put("wrong", end.wrong());
            entry.put("done", end.done());
            entry.put("stored", end.stored());
            entry.put("wrongCells", checked.first());
            out.println(JsonMapper.shared().writeValueAsString(entry));
        } else {
            out.printf(
                    "import %s: %s, %,d reports stored, %,d wrong rows left out%n",
                    end.id(), end.state(), end.stored(), end.wrong());
        }
        out.flush();
    }

    private void tell(String format, Object... arguments) {
        if (!json) {
            spec.commandLine().getOut().printf(format, arguments);
            spec.commandLine().getOut().flush();
        }
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println("import: " + why);
        return 1;
    }
}
