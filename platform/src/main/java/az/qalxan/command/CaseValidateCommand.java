package az.qalxan.command;

import az.qalxan.engines.caseontology.CaseShapes;
import az.qalxan.engines.caseontology.CaseVerdict;
import az.qalxan.engines.caseontology.Finding;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./qalxan case validate}. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description =
                "Judges each graph by the shapes: which node, which property, which shape, why."
                        + " Fetches nothing. Warnings and advice are remarks.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every graph is valid",
            "1:a graph is not valid or cannot be read",
            "2:the command line is wrong, or there are no shapes"
        })
final class CaseValidateCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Graphs in JSON-LD.")
    List<Path> files = List.of();

    @Option(
            names = "--shapes",
            paramLabel = "DIR",
            description =
                    "A folder with the Turtle files of UCO and CASE. Without it those of the"
                            + " data folder, else of the variable QALXAN_CASE_SHAPES.")
    @Nullable Path shapes;

    @Option(names = "--data", description = "A data folder that took shapes over.")
    @Nullable Path data;

    @Option(names = "--json", description = "Print one JSON object a file.")
    boolean json;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter error = spec.commandLine().getErr();
        Optional<Path> folder = folder();
        if (folder.isEmpty()) {
            error.println("case: name the folder of the shapes with --shapes");
            return 2;
        }
        CaseShapes loaded;
        try {
            loaded = CaseShapes.load(folder.get());
        } catch (IOException e) {
            error.println("case: " + why(e));
            return 2;
        }
        int code = 0;
        for (Path file : files) {
            CaseVerdict verdict = verdict(loaded, file);
            print(file, verdict);
            code = verdict.valid() ? code : 1;
        }
        spec.commandLine().getOut().flush();
        return code;
    }

    private Optional<Path> folder() {
        Path taken = data == null ? null : data.resolve(CaseShapesCommand.FOLDER);
        String variable = System.getenv("QALXAN_CASE_SHAPES");
        return Stream.of(
                        Optional.ofNullable(shapes),
                        Optional.ofNullable(taken),
                        Optional.ofNullable(variable).map(Path::of))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static CaseVerdict verdict(CaseShapes shapes, Path file) {
        try {
            return shapes.validate(file);
        } catch (IOException e) {
            return new CaseVerdict.Refused("cannot be read: " + why(e));
        }
    }

    private void print(Path file, CaseVerdict verdict) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(entry(file, verdict)));
            return;
        }
        out.println(file + ": " + summary(verdict));
        violations(verdict).forEach(one -> out.println("  " + one.sentence()));
        remarks(verdict).forEach(one -> out.println("  remark " + one.sentence()));
    }

    private static String summary(CaseVerdict verdict) {
        return switch (verdict) {
            case CaseVerdict.Valid one -> "valid, statements: " + one.triples();
            case CaseVerdict.Invalid one ->
                    "not valid, violations: " + one.violations().size() + (one.more() ? "+" : "");
            case CaseVerdict.Refused one -> "refused, " + one.sentence();
        };
    }

    private static Map<String, Object> entry(Path file, CaseVerdict verdict) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("file", file.toString());
        entry.put("valid", verdict.valid());
        if (verdict instanceof CaseVerdict.Refused refused) {
            entry.put("refused", refused.sentence());
        }
        entry.put(
                "violations",
                violations(verdict).stream().map(CaseValidateCommand::entry).toList());
        entry.put("remarks", remarks(verdict).stream().map(CaseValidateCommand::entry).toList());
        entry.put("more", verdict instanceof CaseVerdict.Invalid invalid && invalid.more());
        return entry;
    }

    private static List<Finding> violations(CaseVerdict verdict) {
        return verdict instanceof CaseVerdict.Invalid invalid ? invalid.violations() : List.of();
    }

    private static List<Finding> remarks(CaseVerdict verdict) {
        return switch (verdict) {
            case CaseVerdict.Valid one -> one.remarks();
            case CaseVerdict.Invalid one -> one.remarks();
            case CaseVerdict.Refused _ -> List.of();
        };
    }

    private static Map<String, Object> entry(Finding one) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("node", one.node());
        entry.put("path", one.path());
        entry.put("value", one.value());
        entry.put("shape", one.shape());
        entry.put("constraint", one.constraint());
        entry.put("message", one.message());
        return entry;
    }

    static String why(IOException e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        Throwable cause = e.getCause();
        return cause == null ? message : message + ": " + cause.getMessage();
    }
}
