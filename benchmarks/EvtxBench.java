import az.qalxan.engines.evtx.EvtxReader;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Windows event log to JSON on one core, beside libevtx's evtxexport on the same file. */
final class EvtxBench {

    private static final int WARM_ROUNDS = 8;
    private static final Pattern SPENT = Pattern.compile("(\\d+)m([0-9.]+)s (\\d+)m([0-9.]+)s");

    public static void main(String[] words) throws Exception {
        Options options =
                new Options("bench evtx [--megabytes N] [--seed N] [--input FILE]", words);
        int megabytes = options.number("--megabytes", 64);
        Path file = Path.of(options.text("--input", ""));
        String input = file.toString();
        if (input.isEmpty()) {
            file = options.work().resolve("log.evtx");
            EvtxLog.write(file, megabytes, new Random(options.number("--seed", 7)));
            input = "an invented log of nine kinds of events";
        }
        double bytes = Files.size(file);
        Outcome outcome =
                new Outcome("evtx", "%s, %.1f MB".formatted(input, bytes / 1e6), options);
        for (int i = 0; i < WARM_ROUNDS; i++) {
            read(file, EvtxBench::json);
        }
        Round json = best(file, EvtxBench::json);
        outcome.atLeast("to JSON, on one core", bytes / 1e6 / json.seconds, 60, "MB/s");
        outcome.also("the same", json.records / json.seconds, "records/s");
        Round xml = best(file, (reader, out) -> reader.record().xml());
        outcome.also("to XML, on one core", bytes / 1e6 / xml.seconds, "MB/s");
        Round heads = best(file, (reader, out) -> reader.record().id());
        outcome.also("numbers and times only", bytes / 1e6 / heads.seconds, "MB/s");
        if (installed()) {
            beside(outcome, options, file, json.records);
        } else {
            options.tell("evtxexport (libevtx-utils) is not installed: nothing to compare with");
        }
        outcome.end();
    }

    /** What is done with each record. */
    private interface Work {
        void on(EvtxReader reader, OutputStream out) throws IOException;
    }

    /** What a whole reading took of one core, and how many records there were. */
    private record Round(double seconds, long records) {}

    private static void json(EvtxReader reader, OutputStream out) throws IOException {
        reader.record().writeJson(out);
    }

    private static Round best(Path file, Work work) throws IOException {
        Round best = read(file, work);
        for (int i = 0; i < 4; i++) {
            Round again = read(file, work);
            best = again.seconds < best.seconds ? again : best;
        }
        return best;
    }

    private static Round read(Path file, Work work) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        long records = 0;
        OutputStream nowhere = OutputStream.nullOutputStream();
        try (EvtxReader reader = EvtxReader.open(file)) {
            while (reader.next()) {
                work.on(reader, nowhere);
                records++;
            }
        }
        return new Round((threads.getCurrentThreadCpuTime() - began) / 1e9, records);
    }

    private static boolean installed() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "evtxexport")));
    }

    /** The time of the processor that it took, as the shell counts it. */
    private static void beside(Outcome outcome, Options options, Path file, long records)
            throws IOException, InterruptedException {
        Path xml = options.work().resolve("theirs.xml");
        String script = "evtxexport -f xml \"$0\" > \"$1\"; times";
        Process shell =
                new ProcessBuilder("sh", "-c", script, file.toString(), xml.toString()).start();
        String times = new String(shell.getInputStream().readAllBytes());
        shell.waitFor();
        double seconds = spent(times.lines().toList());
        outcome.also(
                "evtxexport to XML, on one core", Files.size(file) / 1e6 / seconds, "MB/s");
        try (Stream<String> lines = Files.lines(xml)) {
            long theirs = lines.filter(line -> line.startsWith("<Event ")).count();
            outcome.also("records", records, "");
            outcome.also("records by evtxexport", theirs, "");
        }
    }

    /** User and system time of the children: the second line. */
    private static double spent(List<String> times) {
        Matcher spent = SPENT.matcher(times.get(1));
        if (!spent.matches()) {
            throw new IllegalStateException("the shell tells no times: " + times);
        }
        return 60 * (Double.parseDouble(spent.group(1)) + Double.parseDouble(spent.group(3)))
                + Double.parseDouble(spent.group(2))
                + Double.parseDouble(spent.group(4));
    }
}
