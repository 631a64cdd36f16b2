package az.qalxan.command;

import az.qalxan.reporting.ReportReference;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code ./qalxan series}: the series of a report and why it is one. */
@Command(
        name = "series",
        mixinStandardHelpOptions = true,
        description =
                "Prints which reports belong together with one, and why. The journal records the"
                        + " view.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:printed; also when the report is in no series",
            "1:there is no such report, or the server refused",
            "2:the command line is wrong"
        })
final class SeriesCommand implements Callable<Integer> {

    @Option(
            names = "--report",
            required = true,
            description = "The report's number, for example M-2026-118399.")
    String report = "";

    @ArgGroup(exclusive = true, multiplicity = "1")
    WhereOptions where = new WhereOptions();

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Optional<ReportReference> reference = ReportReference.read(report);
        if (reference.isEmpty()) {
            return refuse(report + " is not the number of a report, for example M-2026-118399.");
        }
        try (SeriesSide side = SeriesSide.of(where)) {
            print(side.ofReport(reference.get()));
            return 0;
        } catch (CallRefused e) {
            return refuse(String.valueOf(e.getMessage()));
        } catch (ConnectException e) {
            return refuse("no server answers at that address.");
        }
    }

    private void print(JsonNode series) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(series);
        } else if (series.isNull() || series.isMissingNode()) {
            out.println(report + " is in no series.");
        } else {
            print(series, out);
        }
        out.flush();
    }

    private static void print(JsonNode series, PrintWriter out) {
        JsonNode totals = series.path("totals");
        out.printf(
                "%s: %,d reports, %s to %s, lost %s%n",
                series.path("number").asString(),
                totals.path("reports").asInt(),
                totals.path("first").asString(),
                totals.path("last").asString(),
                totals.path("losses"));
        Map<String, String> numbers = new HashMap<>();
        for (JsonNode one : series.path("reports")) {
            numbers.put(one.path("id").asString(), one.path("reference").asString());
            out.printf(
                    "  %-14s %s  %-20s %-14s %s%n",
                    one.path("reference").asString(),
                    one.path("reportedAt").asString(),
                    one.path("category").asString(),
                    one.path("region").asString(),
                    one.path("state").asString());
        }
        for (JsonNode link : series.path("links")) {
            out.printf(
                    "  %s and %s (%d, %s)%n",
                    numbers.get(link.path("one").asString()),
                    numbers.get(link.path("other").asString()),
                    link.path("score").asInt(),
                    link.path("standing").asString());
            for (JsonNode reason : link.path("reasons")) {
                out.printf("    %s%n", reason.path("sentence").asString());
            }
        }
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println("series: " + why);
        return 1;
    }
}
