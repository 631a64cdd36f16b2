package az.qalxan.command;

import az.qalxan.engines.threatintel.stix.BundleCheck;
import az.qalxan.engines.threatintel.stix.BundleCheck.Located;
import az.qalxan.engines.threatintel.stix.BundleCheck.Verdict;
import az.qalxan.engines.threatintel.stix.StixCheck;
import az.qalxan.engines.threatintel.stix.StixFinding;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./qalxan stix check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Judges bundles and single objects by every MUST of STIX 2.1: which rule, in which"
                        + " section, at which JSON pointer. What the specification only advises"
                        + " is counted.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is valid",
            "1:something is not valid or cannot be read",
            "2:the command line is wrong"
        })
final class StixCheckCommand implements Callable<Integer> {

    /** Nobody reads more; the rest is counted. */
    static final int LISTED_MAX = 1000;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Bundles or objects in JSON; - is the standard input.")
    List<String> files = List.of();

    @Option(names = "--advice", description = "List also what the specification only advises.")
    boolean advice;

    @Option(names = "--json", description = "Print one JSON object a file.")
    boolean json;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        BundleCheck check = new BundleCheck(new StixCheck());
        int code = 0;
        for (String file : files) {
            Judged judged = judged(check, file);
            if (json) {
                JsonMapper mapper = JsonMapper.shared();
                spec.commandLine().getOut().println(mapper.writeValueAsString(entry(judged)));
            } else {
                print(judged);
            }
            code = judged.valid() ? code : 1;
        }
        spec.commandLine().getOut().flush();
        return code;
    }

    /** What came of one file. */
    private record Judged(
            String file, @Nullable Verdict verdict, @Nullable String unread, List<Located> listed) {

        boolean valid() {
            return verdict != null && verdict.valid();
        }
    }

    private Judged judged(BundleCheck check, String file) {
        List<Located> listed = new ArrayList<>();
        try (InputStream in = open(file)) {
            Verdict verdict =
                    check.judge(
                            in,
                            located -> {
                                boolean wanted = advice || located.finding().rule().must();
                                if (wanted && listed.size() < LISTED_MAX) {
                                    listed.add(located);
                                }
                            });
            return new Judged(file, verdict, null, listed);
        } catch (IOException e) {
            return new Judged(file, null, CaseValidateCommand.why(e), List.of());
        }
    }

    static InputStream open(String file) throws IOException {
        InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
        return new BufferedInputStream(in);
    }

    private void print(Judged judged) {
        PrintWriter out = spec.commandLine().getOut();
        Verdict verdict = judged.verdict();
        if (verdict == null) {
            out.println(judged.file() + ": cannot be read: " + judged.unread());
            return;
        }
        String word = verdict.valid() ? "valid" : "not valid";
        out.printf(
                "%s: %s, objects: %d, violations: %d, advice: %d%n",
                judged.file(), word, verdict.objects(), verdict.broken(), verdict.advice());
        for (Located one : judged.listed()) {
            String kind = one.finding().rule().must() ? "" : "advice ";
            out.printf("  %sline %d, %s%n", kind, one.line(), one.finding());
        }
    }

    private static Map<String, Object> entry(Judged judged) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("file", judged.file());
        entry.put("valid", judged.valid());
        Verdict verdict = judged.verdict();
        if (verdict == null) {
            entry.put("unread", String.valueOf(judged.unread()));
            return entry;
        }
        entry.put("objects", verdict.objects());
        entry.put("violations", verdict.broken());
        entry.put("advice", verdict.advice());
        entry.put("findings", judged.listed().stream().map(StixCheckCommand::entry).toList());
        return entry;
    }

    private static Map<String, Object> entry(Located one) {
        StixFinding finding = one.finding();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("code", finding.rule().code());
        entry.put("must", finding.rule().must());
        entry.put("clause", finding.clause());
        entry.put("pointer", finding.pointer());
        entry.put("line", one.line());
        entry.put("message", finding.words());
        return entry;
    }
}
