import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Record linkage by ./qalxan link: FEBRL 1 and 2 where they are there, then invented people. */
final class RecordBench {

    private static final double F1_PERCENT_MIN = 97;
    private static final double SECONDS_MAX = 300;
    private static final int ROWS_OF_THE_TARGET = 1_000_000;

    private final Options options;
    private final Outcome outcome;

    private RecordBench(Options options, Outcome outcome) {
        this.options = options;
        this.outcome = outcome;
    }

    public static void main(String[] words) throws Exception {
        Options options =
                new Options("bench record [--rows N] [--wear usual|heavy] [--febrl DIR]", words);
        int rows = options.number("--rows", ROWS_OF_THE_TARGET);
        String wear = options.text("--wear", "usual");
        Outcome outcome =
                new Outcome(
                        "record", "FEBRL 1 and 2; " + rows + " people, wear " + wear, options);
        RecordBench bench = new RecordBench(options, outcome);
        for (int set = 1; set <= 2; set++) {
            bench.febrl(set);
        }
        bench.people(rows, wear);
        outcome.end();
    }

    /** Where the data of others is laid: beside the checkout, or where QALXAN_OUTSIDE_DATA says. */
    private Path data() {
        String named = System.getenv("QALXAN_OUTSIDE_DATA");
        Path usual =
                named == null
                        ? Path.of(System.getProperty("qalxan.home"), "..", "shared", "data")
                        : Path.of(named);
        return Path.of(options.text("--febrl", usual.resolve("linking").toString()));
    }

    private void febrl(int set) throws IOException, InterruptedException {
        Path file = data().resolve("dataset" + set + ".csv");
        if (!Files.isReadable(file)) {
            options.tell("%s is not there; give its folder as --febrl DIR", file);
            return;
        }
        Linked linked = link(file, "febrl.yaml");
        String name = "FEBRL dataset " + set + ", ";
        outcome.atLeast(name + "pairwise F1", linked.percent("/truth/pairwise/f1"), F1_PERCENT_MIN, "%");
        outcome.also(name + "precision", linked.percent("/truth/pairwise/precision"), "%");
        outcome.also(name + "recall", linked.percent("/truth/pairwise/recall"), "%");
        outcome.also(name + "B-cubed F1", linked.percent("/truth/bcubed/f1"), "%");
        outcome.also(name + "whole command", linked.seconds(), "s");
    }

    private void people(int rows, String wear) throws IOException, InterruptedException {
        Path file = options.work().resolve("people.csv");
        run(command(
                "people", "--rows", String.valueOf(rows), "--wear", wear,
                "--out", file.toString()));
        Linked linked = link(file, "people.yaml");
        String name = "%,d people, ".formatted(rows);
        if (rows >= ROWS_OF_THE_TARGET) {
            outcome.atMost(name + "whole command", linked.seconds(), SECONDS_MAX, "s");
        } else {
            outcome.also(name + "whole command", linked.seconds(), "s");
        }
        outcome.also(name + "peak resident memory", linked.peakMegabytes(), "MB");
        outcome.also(name + "pairs compared", linked.figure("/pairsCompared"), "");
        outcome.also(name + "pairwise F1", linked.percent("/truth/pairwise/f1"), "%");
        outcome.also(name + "precision", linked.percent("/truth/pairwise/precision"), "%");
        outcome.also(name + "precision expected", linked.percent("/estimated/precision"), "%");
        outcome.also(name + "recall", linked.percent("/truth/pairwise/recall"), "%");
        outcome.also(name + "recall expected", linked.percent("/estimated/recall"), "%");
    }

    private Linked link(Path input, String schema) throws IOException, InterruptedException {
        options.tell("linking %s", input);
        return run(command(
                "link", "--json", "--schema", schema, "--input", input.toString(),
                "--out", options.work().resolve("linked.csv").toString()));
    }

    private static List<String> command(String... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("qalxan.home"), "qalxan").toString());
        command.addAll(List.of(words));
        return command;
    }

    /** What a command printed, how long it took and how much memory it had at most. */
    private record Linked(String printed, double seconds, double peakMegabytes) {

        double figure(String pointer) {
            JsonNode figure = JsonMapper.shared().readTree(printed).at(pointer);
            return figure.isNumber() ? figure.asDouble() : Double.NaN;
        }

        double percent(String pointer) {
            return 100 * figure(pointer);
        }
    }

    private static Linked run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("QALXAN_AS_BUILT", "yes");
        long begin = System.nanoTime();
        Process process = builder.start();
        Peak peak = new Peak(process);
        Thread watch = Thread.ofPlatform().daemon().start(peak);
        StringBuilder printed = new StringBuilder();
        try (BufferedReader out = process.inputReader()) {
            out.lines().forEach(line -> printed.append(line).append('\n'));
        }
        int code = process.waitFor();
        double seconds = (System.nanoTime() - begin) / 1e9;
        watch.join();
        if (code != 0) {
            throw new IOException(command + " ended with " + code);
        }
        return new Linked(printed.toString(), seconds, peak.megabytes);
    }

    /** Watches the high-water mark of a process's resident memory. */
    private static final class Peak implements Runnable {

        private static final int LOOK_EVERY_MILLIS = 50;

        private final Process process;
        private volatile double megabytes = 0;

        Peak(Process process) {
            this.process = process;
        }

        @Override
        public void run() {
            while (process.isAlive()) {
                highWater().ifPresent(now -> megabytes = Math.max(megabytes, now));
                try {
                    Thread.sleep(LOOK_EVERY_MILLIS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        private OptionalDouble highWater() {
            try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
                return lines.filter(line -> line.startsWith("VmHWM"))
                        .mapToDouble(
                                line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                        .findFirst();
            } catch (IOException | UncheckedIOException e) {
                return OptionalDouble.empty();
            }
        }
    }
}
