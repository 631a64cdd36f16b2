package az.qalxan.command;

import az.qalxan.engines.detection.DetectionEngine;
import az.qalxan.engines.detection.EventSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./qalxan sigma test}. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description =
                "Runs SigmaHQ's regression tests: every info.yml below the folder names a rule and"
                        + " the events in which it must be found. Ends with \"N passed, N failed\"."
                        + " Exit code 1 when one fails.")
final class SigmaTestCommand implements Callable<Integer> {

    private static final int DEPTH_MAX = 24;

    @Option(
            names = "--rules",
            required = true,
            arity = "1..*",
            paramLabel = "PATH",
            description = "Rule files or folders.")
    List<Path> rules = List.of();

    @Option(
            names = "--regression",
            required = true,
            paramLabel = "DIR",
            description = "The folder of regression_data.")
    Path regression = Path.of("");

    @Option(names = "--verbose", description = "Tell of tests that pass, too.")
    boolean verbose;

    @Spec CommandSpec spec = CommandSpec.create();

    SigmaTestCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        int passed = 0;
        int failed = 0;
        try {
            DetectionEngine engine =
                    DetectionEngine.of(SigmaFiles.read(rules).rules(), EventSource.UNKNOWN);
            for (SigmaRegression test : tests()) {
                String problem = test.run(engine.detector());
                if (problem.isEmpty()) {
                    passed++;
                } else {
                    failed++;
                }
                if (verbose || !problem.isEmpty()) {
                    out.printf("%s %s%n", problem.isEmpty() ? "ok" : "FAILED", test);
                    problem.lines().forEach(line -> out.println("    " + line));
                }
            }
        } catch (IOException e) {
            spec.commandLine().getErr().println("sigma: " + e.getMessage());
            return 2;
        }
        if (passed + failed == 0) {
            spec.commandLine().getErr().println("sigma: " + regression + " holds no info.yml");
            return 2;
        }
        out.printf("%d passed, %d failed%n", passed, failed);
        out.flush();
        return failed == 0 ? 0 : 1;
    }

    private List<SigmaRegression> tests() throws IOException {
        List<SigmaRegression> tests = new ArrayList<>();
        try (Stream<Path> files = Files.walk(regression, DEPTH_MAX)) {
            for (Path info : files.filter(file -> file.endsWith("info.yml")).sorted().toList()) {
                tests.addAll(SigmaRegression.read(info));
            }
        }
        return tests;
    }
}
