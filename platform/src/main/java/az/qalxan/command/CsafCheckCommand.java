package az.qalxan.command;

import az.qalxan.engines.threatintel.csaf.CsafCheck;
import az.qalxan.engines.threatintel.csaf.CsafVerdict;
import az.qalxan.engines.threatintel.csaf.CsafVersion;
import az.qalxan.engines.threatintel.csaf.Finding;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./qalxan csaf check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Puts each document to the schema and the tests 6.1, 6.2 and 6.3 of its edition."
                        + " Exit code 1 when one of them is invalid: warnings (6.2) and hints (6.3)"
                        + " do not make it so. Asks no other machine.")
final class CsafCheckCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSAF documents in JSON.")
    List<Path> files = List.of();

    @Option(
            names = "--json",
            description = "Print one JSON object a line and file: file, valid, failed.")
    boolean json;

    @Option(names = "--places", description = "With --json: tell where each test fails, and why.")
    boolean places;

    @Spec CommandSpec spec;

    CsafCheckCommand() {
        spec = CommandSpec.create();
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        CsafCheck check = new CsafCheck(Clock.systemUTC());
        int code = 0;
        for (Path file : files) {
            CsafVerdict verdict = verdict(check, file);
            if (json) {
                out.println(JsonMapper.shared().writeValueAsString(entry(file, verdict)));
            } else {
                print(out, file, verdict);
            }
            code = verdict.isValid() ? code : 1;
        }
        out.flush();
        return code;
    }

    /** A file that cannot be read, or is too large, is not valid either. */
    private static CsafVerdict verdict(CsafCheck check, Path file) {
        try {
            if (Files.size(file) > CsafCheck.DOCUMENT_BYTES_MAX) {
                long megabytes = CsafCheck.DOCUMENT_BYTES_MAX >> 20;
                return unread("larger than " + megabytes + " MiB, more is not taken");
            }
            return check.check(Files.readAllBytes(file));
        } catch (IOException e) {
            return unread("cannot be read: " + e.getMessage());
        }
    }

    private static CsafVerdict unread(String why) {
        return new CsafVerdict(null, List.of(new Finding(Finding.SCHEMA, "", why)));
    }

    private Map<String, Object> entry(Path file, CsafVerdict verdict) {
        Map<String, Object> entry = new LinkedHashMap<>();
        CsafVersion version = verdict.version();
        entry.put("file", file.toString());
        entry.put("version", version == null ? "" : version.number());
        entry.put("valid", verdict.isValid());
        entry.put("failed", verdict.failed());
        if (places) {
            entry.put("places", verdict.findings());
        }
        return entry;
    }

    private static void print(PrintWriter out, Path file, CsafVerdict verdict) {
        CsafVersion version = verdict.version();
        out.printf(
                "%s: %s%s%n",
                file,
                version == null ? "" : "CSAF " + version.number() + ", ",
                verdict.isValid() ? "valid" : "NOT VALID");
        for (Finding finding : verdict.findings()) {
            String kind = finding.isError() ? "error" : warning(finding);
            String at = finding.pointer().isEmpty() ? "/" : finding.pointer();
            out.printf("  %s %s at %s: %s%n", kind, finding.test(), at, finding.words());
        }
    }

    private static String warning(Finding finding) {
        return finding.test().startsWith("6.2.") ? "warning" : "hint";
    }
}
