package az.qalxan.command;

import az.qalxan.cooperation.PaperReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./qalxan paper read}: the data inside a paper and what its signature is worth. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description =
                "Prints the data inside a paper and what its signature is worth. Whether the"
                        + " certificate is the partner's is for you to compare: the fingerprint"
                        + " stands in the directory of contact points.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:understood, and nothing was changed since it was signed",
            "1:not understood, or the signature is wrong, old or absent",
            "2:the command line is wrong"
        })
final class PaperReadCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A PDF file.")
    Path file = Path.of("");

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            spec.commandLine().getErr().println("paper: there is no file " + file);
            return 2;
        }
        PaperReport report;
        try (InputStream in = Files.newInputStream(file)) {
            report = PaperReport.of(in.readNBytes(PaperReport.FILE_BYTES_MAX + 1));
        }
        PrintWriter out = spec.commandLine().getOut();
        @Nullable String data = report.json();
        @Nullable JsonNode paper = data == null ? null : JsonMapper.shared().readTree(data);
        if (json) {
            printJson(report, paper, out);
        } else {
            print(report, paper, out);
        }
        out.flush();
        return paper != null && report.signature().unchanged() ? 0 : 1;
    }

    private static void printJson(PaperReport report, @Nullable JsonNode paper, PrintWriter out) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("understood", paper != null);
        entry.put("signature", report.signature());
        entry.put("flaws", report.flaws());
        if (paper != null) {
            entry.put("paper", paper);
        }
        out.println(JsonMapper.shared().writeValueAsString(entry));
    }

    private static void print(PaperReport report, @Nullable JsonNode paper, PrintWriter out) {
        PaperReport.Signed signature = report.signature();
        if (paper == null) {
            line("paper", "not understood; a person has to read it", out);
        } else {
            line(
                    "paper",
                    paper.path("kind").asString() + " (" + paper.path("schema").asString() + ")",
                    out);
        }
        line("signature", signature.state() + ": " + signature.meaning(), out);
        if (!signature.subject().isEmpty()) {
            line("signer", signature.subject(), out);
            line("issuer", signature.issuer(), out);
            line("fingerprint", signature.fingerprint(), out);
            line("signed at", signature.at(), out);
        }
        report.flaws().forEach(flaw -> out.printf("  %s: %s%n", flaw.place(), flaw.why()));
        if (paper != null) {
            print("", paper.path("form"), out);
        }
    }

    private static void line(String name, String value, PrintWriter out) {
        out.printf("%-12s %s%n", name, safe(value));
    }

    /** Every value with its place in the form; what is empty is left out. */
    private static void print(String place, JsonNode node, PrintWriter out) {
        if (node.isObject()) {
            node.propertyNames()
                    .forEach(name ->
                            print(
                                    place.isEmpty() ? name : place + "." + name,
                                    node.path(name),
                                    out));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                print(place + "." + (i + 1), node.path(i), out);
            }
        } else if (!node.isNull() && !node.asString().isEmpty()) {
            out.printf("  %s: %s%n", place, safe(node.asString()).replace("\n", "\n      "));
        }
    }

    /** Without what a terminal would obey. */
    private static String safe(String foreign) {
        return foreign.replaceAll("[\\p{Cc}\\p{Cf}&&[^\n]]", "");
    }
}
