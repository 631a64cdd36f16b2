package az.qalxan.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./qalxan ledger vectors}. */
@Command(
        name = "vectors",
        mixinStandardHelpOptions = true,
        description =
                "Runs cases of RFC 6962 proofs in JSON (inclusion, consistency, and both over"
                        + " subtrees) and counts. Exit code 1 when one fails.")
final class LedgerVectorsCommand implements Callable<Integer> {

    private static final int DEPTH_MAX = 16;

    @Parameters(paramLabel = "DIR", description = "A folder; every *.json below it is a case.")
    Path folder = Path.of("");

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Spec CommandSpec spec;

    private final Map<String, int[]> counts = new TreeMap<>();
    private final Map<String, String> failed = new LinkedHashMap<>();

    LedgerVectorsCommand() {
        spec = CommandSpec.create();
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            for (Path file : cases()) {
                run(file);
            }
        } catch (IOException e) {
            spec.commandLine().getErr().println(folder + " cannot be read: " + e.getMessage());
            return 2;
        }
        if (counts.isEmpty()) {
            spec.commandLine().getErr().println(folder + " holds no *.json");
            return 2;
        }
        print(out);
        out.flush();
        return failed.isEmpty() ? 0 : 1;
    }

    private List<Path> cases() throws IOException {
        try (Stream<Path> files = Files.walk(folder, DEPTH_MAX)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    private void run(Path file) throws IOException {
        LedgerVector.Outcome outcome = LedgerVector.run(Files.readAllBytes(file));
        int[] count = counts.computeIfAbsent(outcome.kind(), kind -> new int[2]);
        count[outcome.passed() ? 0 : 1]++;
        if (!outcome.passed()) {
            failed.put(folder.relativize(file).toString(), outcome.told());
        }
    }

    private void print(PrintWriter out) {
        int passed = counts.values().stream().mapToInt(count -> count[0]).sum();
        if (json) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("passed", passed);
            entry.put("failed", failed.size());
            counts.forEach((kind, count) ->
                    entry.put(kind, Map.of("passed", count[0], "failed", count[1])));
            entry.put("failures", failed);
            out.println(JsonMapper.shared().writeValueAsString(entry));
            return;
        }
        counts.forEach((kind, count) ->
                out.printf("%-22s passed %d, failed %d%n", kind, count[0], count[1]));
        failed.forEach((file, told) -> out.printf("  %s: %s%n", file, told));
        out.printf("%-22s passed %d, failed %d%n", "all", passed, failed.size());
    }
}
