package az.qalxan.command;

import az.qalxan.engines.ledger.AuditFinding;
import az.qalxan.engines.ledger.LogAudit;
import az.qalxan.engines.ledger.NoteKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** {@code ./qalxan ledger audit}. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description =
                "Reckons every tile and the root of a log in a folder anew and compares. Exit code"
                        + " 1 when something does not fit.")
final class LedgerAuditCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "The folder with the file checkpoint.")
    Path folder = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "VKEY",
            converter = NoteKeyReading.class,
            description =
                    "A key (name+id+key) that must have signed the checkpoint; may be repeated."
                            + " Without one, signatures are not judged.")
    List<NoteKey> keys = List.of();

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Spec CommandSpec spec;

    LedgerAuditCommand() {
        spec = CommandSpec.create();
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.isDirectory(folder)) {
            err.println(folder + " is no folder");
            return 2;
        }
        try {
            LogAudit.Report report = LogAudit.of(folder, keys);
            print(spec.commandLine().getOut(), report);
            return report.clean() ? 0 : 1;
        } catch (IOException e) {
            err.println(folder + " cannot be read: " + e.getMessage());
            return 2;
        }
    }

    private void print(PrintWriter out, LogAudit.Report report) {
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(entry(report)));
        } else {
            out.printf(
                    "%s: %,d leaves, %,d tiles compared, %s%n",
                    report.origin().isEmpty() ? folder : report.origin(),
                    report.size(),
                    report.tiles(),
                    report.entries() == 0
                            ? "no entries kept"
                            : "%,d entries hashed".formatted(report.entries()));
            report.signed().forEach(key -> out.println("  signed by " + key));
            report.findings().forEach(one -> out.println("  " + told(one)));
            if (report.count() > report.findings().size()) {
                out.printf("  and %,d more%n", report.count() - report.findings().size());
            }
            out.println(report.clean() ? "clean" : "NOT clean, findings: " + report.count());
        }
        out.flush();
    }

    private static String told(AuditFinding finding) {
        String what =
                switch (finding.kind()) {
                    case CHECKPOINT -> "is missing or no checkpoint";
                    case SIGNATURE -> "lacks the signature of a given key, or it is not genuine";
                    case TILE_MISSING -> "is missing";
                    case TILE_DIFFERS -> "is not what its leaves give";
                    case ENTRIES_MISSING -> "is missing, though others are kept";
                    case ENTRIES_DIFFER -> "holds other entries than were hashed";
                    case ROOT -> "names a root that the leaves do not give";
                };
        return finding.path() + " " + what;
    }

    private static Map<String, Object> entry(LogAudit.Report report) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("origin", report.origin());
        entry.put("size", report.size());
        entry.put("tiles", report.tiles());
        entry.put("entries", report.entries());
        entry.put("clean", report.clean());
        entry.put("findingsCount", report.count());
        entry.put("signed", report.signed().stream().map(NoteKey::text).toList());
        entry.put(
                "findings",
                report.findings().stream()
                        .map(one -> Map.of("kind", one.kind().name(), "path", one.path()))
                        .toList());
        return entry;
    }
}
