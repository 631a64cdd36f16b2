package az.qalxan.command;

import az.qalxan.engines.linking.record.ClusterQuality;
import az.qalxan.engines.linking.record.Linkage;
import az.qalxan.engines.linking.record.RecordLimitException;
import az.qalxan.engines.linking.record.RecordLinkage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./qalxan link}: which rows of a table speak of the same person. */
@Command(
        name = "link",
        mixinStandardHelpOptions = true,
        description = {
            "Finds the rows of a CSV file (RFC 4180, UTF-8, first row names the columns) that speak"
                    + " of the same person. Writes the same rows in the same order with a column"
                    + " cluster_id, and beside them a report: learnt weights, blocking keys,"
                    + " histogram of the scores, expected error, pairs for review.",
            "Needs no labels, no database and no server. A schema in YAML says what the columns"
                    + " hold; engines/linking/schemas has examples."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the table is linked",
            "1:the table or the schema was refused; the message says where",
            "2:the command line is wrong"
        })
final class LinkCommand implements Callable<Integer> {

    @Option(
            names = "--input",
            required = true,
            paramLabel = "FILE.csv",
            description = "The table; several are read as one.")
    List<Path> inputs = new ArrayList<>();

    @Option(
            names = "--schema",
            required = true,
            paramLabel = "FILE.yaml",
            description = "What the columns hold.")
    Path schemaFile = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE.csv",
            description = "The table with cluster_id; an old file is replaced.")
    Path out = Path.of("");

    @Option(
            names = "--report",
            paramLabel = "PATH",
            description = "File or folder of the report (beside the output).")
    @Nullable Path report;

    @Option(
            names = "--separator",
            paramLabel = "SIGN",
            defaultValue = ",",
            description = "Between cells of the input and the output (${DEFAULT-VALUE}).")
    char separator = ',';

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        try {
            run();
            return 0;
        } catch (LinkRefused | RecordLimitException e) {
            return refuse(String.valueOf(e.getMessage()));
        } catch (FileSystemException e) {
            return refuse(
                    "%s cannot be read or written: %s."
                            .formatted(
                                    e.getFile(),
                                    e.getReason() == null
                                            ? e.getClass().getSimpleName()
                                            : e.getReason()));
        }
    }

    private void run() throws IOException, LinkRefused {
        if (!Files.isReadable(schemaFile) || Files.isDirectory(schemaFile)) {
            throw new LinkRefused(schemaFile + " cannot be read.");
        }
        LinkSchemaFile schema = LinkSchemaFile.read(schemaFile);
        LinkTable table = LinkTable.open(inputs, separator);
        LinkTable.Plan plan = table.plan(schema);
        Path reportFile = places();
        tell("  reading %s%n", inputs);
        LinkTable.Loaded loaded = table.load(plan, schema.truth());
        Linkage linkage =
                RecordLinkage.link(
                        loaded.records(),
                        schema.precision(),
                        (what, size) -> tell("  %s (%,d)%n", what, size));
        Optional<ClusterQuality> quality =
                Optional.ofNullable(loaded.truth())
                        .map(truth -> ClusterQuality.of(linkage.clusters(), truth));
        LinkOutput output = new LinkOutput(table, linkage);
        output.write(out);
        new LinkReport(linkage, plan, quality, output.review()).write(reportFile);
        print(linkage, quality, reportFile);
    }

    /** Checks where results go, before work begins; gives the report's place. */
    private Path places() throws IOException, LinkRefused {
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(out)) {
            throw new LinkRefused(out + " is no place for a file; make its folder first.");
        }
        for (Path input : inputs) {
            if (Files.exists(out) && Files.isSameFile(input, out)) {
                throw new LinkRefused("--out is the input itself; give another file.");
            }
        }
        String name =
                out.getFileName().toString().replaceFirst("\\.[A-Za-z]{1,4}$", "") + ".report.html";
        if (report == null) {
            return out.resolveSibling(name);
        }
        return Files.isDirectory(report) ? report.resolve(name) : report;
    }

    private void print(Linkage linkage, Optional<ClusterQuality> quality, Path reportFile) {
        PrintWriter to = spec.commandLine().getOut();
        if (json) {
            to.println(
                    JsonMapper.shared().writeValueAsString(summary(linkage, quality, reportFile)));
        } else {
            Linkage.Decision decision = linkage.decision();
            to.printf(
                    "%,d rows, %,d pairs compared, %,d clusters; expected precision %s, recall %s%n",
                    linkage.clusters().length,
                    linkage.pairsCompared(),
                    linkage.persons(),
                    LinkReport.share(decision.precision()),
                    LinkReport.share(decision.recall()));
            quality.ifPresent(known ->
                    to.printf(
                            "against the truth: pairs precision %.4f, recall %.4f, F1 %.4f;"
                                    + " B-cubed F1 %.4f%n",
                            known.pairPrecision(),
                            known.pairRecall(),
                            known.pairF1(),
                            known.cubedF1()));
            to.printf("report: %s%n", reportFile);
        }
        to.flush();
    }

    private Map<String, Object> summary(
            Linkage linkage, Optional<ClusterQuality> quality, Path reportFile) {
        Linkage.Decision decision = linkage.decision();
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("rows", linkage.clusters().length);
        summary.put("pairsCompared", linkage.pairsCompared());
        summary.put("clusters", linkage.persons());
        summary.put("pairsJoined", decision.pairs());
        summary.put(
                "threshold",
                ordered("bits", decision.bits(), "probability", decision.probability()));
        summary.put(
                "estimated",
                ordered(
                        "precision", number(decision.precision()),
                        "recall", number(decision.recall()),
                        "reachedByBlocking", number(decision.reached())));
        summary.put("blockingKeys", linkage.keys().stream().map(Linkage.ChosenKey::label).toList());
        quality.ifPresent(known -> summary.put("truth", truth(known)));
        summary.put("output", out.toString());
        summary.put("report", reportFile.toString());
        return summary;
    }

    private static Map<String, Object> truth(ClusterQuality known) {
        return ordered(
                "rows", known.rows(),
                "pairs", known.truePairs(),
                "pairwise",
                        ordered(
                                "precision", known.pairPrecision(),
                                "recall", known.pairRecall(),
                                "f1", known.pairF1()),
                "bcubed",
                        ordered(
                                "precision", known.cubedPrecision(),
                                "recall", known.cubedRecall(),
                                "f1", known.cubedF1()));
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /** JSON has no word for what nothing was found to estimate from. */
    private static Object number(double value) {
        return Double.isNaN(value) ? Optional.empty() : value;
    }

    private void tell(String format, Object... arguments) {
        if (!json) {
            spec.commandLine().getErr().printf(format, arguments);
            spec.commandLine().getErr().flush();
        }
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println("link: " + why);
        return 1;
    }
}
