import az.qalxan.engines.linking.series.KeyCensus;
import az.qalxan.engines.linking.series.Placement;
import az.qalxan.engines.linking.series.ReportTraits;
import az.qalxan.engines.linking.series.SeriesBatch;
import az.qalxan.engines.synthesis.SyntheticReport;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The engine links everything anew, from a file of traits and without a database. */
final class RelinkBench {

    private static final int PORTION = 5_000;

    /** Reports that no series had so far have this in their place. */
    private static final UUID NONE = new UUID(0, 0);

    public static void main(String[] words) throws Exception {
        Options options =
                new Options(
                        "bench relink [--reports N] [--heap MB]"
                                + " (10,000,000 need some 12 GB of disk; with --work DIR a run that"
                                + " was killed goes on)",
                        words);
        if (options.has("--linker")) {
            System.out.println(JsonMapper.shared().writeValueAsString(new Linker(options).run()));
            return;
        }
        int reports = options.number("--reports", 1_000_000);
        int heap = options.number("--heap", 2_048);
        Outcome outcome =
                new Outcome(
                        "relink",
                        "%,d reports of the synthetic country, heap of %,d MB"
                                .formatted(reports, heap),
                        options);
        Path traits = options.work().resolve("traits-" + reports);
        if (!Files.exists(traits)) {
            long begin = System.nanoTime();
            prepare(options, reports, traits);
            outcome.also("traits read and written to a file", (System.nanoTime() - begin) / 1e9, "s");
        }
        report(child(options, traits, heap), outcome, reports);
        outcome.end();
    }

    private static void report(JsonNode found, Outcome outcome, int reports) {
        found.path("parts").propertyStream().forEach(part ->
                outcome.also("of it: " + part.getKey(), part.getValue().asDouble(), "s"));
        double seconds = found.path("seconds").asDouble();
        // Thirty minutes for ten million, and as much less for fewer.
        outcome.atMost("everything linked anew", seconds, 1_800.0 * reports / 10_000_000, "s");
        outcome.also("reports linked anew", reports / seconds, "1/s");
        outcome.atMost("peak resident memory", found.path("megabytes").asDouble(), 8_192, "MB");
        outcome.also("processor time, all threads", found.path("processors").asDouble(), "s");
        outcome.also("files of the batch, at most", found.path("disk").asDouble() / 1e6, "MB");
        outcome.also("file of traits", found.path("traits").asDouble() / 1e6, "MB");
        outcome.also("series found", found.path("series").asDouble(), "");
        outcome.also("reports in them", found.path("members").asDouble(), "");
        outcome.also("common keys kept", found.path("censuses").asDouble(), "");
    }

    private static void prepare(Options options, int count, Path traits) throws Exception {
        Path draft = traits.resolveSibling("traits.new");
        CountryTraits reading = new CountryTraits("0123456789abcdef0123456789abcdef");
        try (ExecutorService readers = Executors.newFixedThreadPool(2);
                DataOutputStream out =
                        new DataOutputStream(
                                new BufferedOutputStream(Files.newOutputStream(draft), 1 << 20))) {
            Iterator<SyntheticReport> all = Country.reports(71, count).iterator();
            Queue<Future<List<ReportTraits>>> open = new ArrayDeque<>();
            int written = 0;
            while (all.hasNext() || !open.isEmpty()) {
                while (all.hasNext() && open.size() < 4) {
                    List<SyntheticReport> portion = new ArrayList<>(PORTION);
                    while (all.hasNext() && portion.size() < PORTION) {
                        portion.add(all.next());
                    }
                    open.add(readers.submit(() -> portion.stream().map(reading::of).toList()));
                }
                for (ReportTraits one : open.remove().get()) {
                    byte[] bytes = one.toBytes();
                    out.writeInt(bytes.length);
                    out.writeLong(one.id().getMostSignificantBits());
                    out.writeLong(one.id().getLeastSignificantBits());
                    out.write(bytes);
                    written++;
                    if (written % 500_000 == 0) {
                        options.tell("%,d traits written", written);
                    }
                }
            }
            out.writeInt(0);
        }
        Files.move(draft, traits, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Its own process, so that its memory is its own. */
    private static JsonNode child(Options options, Path traits, int heap) throws Exception {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-Xmx" + heap + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Path.of(System.getProperty("qalxan.home"), "benchmarks/RelinkBench.java")
                                .toString(),
                        "--linker",
                        "--work",
                        options.work().toString(),
                        "--traits",
                        traits.toString());
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException("the linking ended with " + process.exitValue());
        }
        return JsonMapper.shared().readTree(said);
    }

    /** The process that links. */
    private static final class Linker implements SeriesBatch.Source, SeriesBatch.Target {

        private final Options options;
        private final Path traits;
        private final Path folder;
        private final Map<String, Double> parts = new LinkedHashMap<>();
        private final Set<UUID> series = new HashSet<>();
        private String part = "";
        private long partBegin = System.nanoTime();
        private long last;
        private long disk;
        private long members;
        private long censuses;

        Linker(Options options) {
            this.options = options;
            this.traits = Path.of(options.text("--traits", ""));
            this.folder = options.work().resolve("batch");
        }

        Map<String, Object> run() throws IOException {
            long begin = System.nanoTime();
            long[] names = new long[1];
            new SeriesBatch(folder, () -> new UUID(1, ++names[0]))
                    .run(
                            this,
                            new SeriesBatch.People(List.of(), Map.of()),
                            this,
                            this::tell);
            enter("");
            Map<String, Object> found = new LinkedHashMap<>();
            found.put("seconds", (System.nanoTime() - begin) / 1e9);
            found.put("parts", parts);
            found.put("megabytes", peakMegabytes());
            found.put("processors", processorSeconds());
            found.put("disk", disk);
            found.put("traits", Files.size(traits));
            found.put("series", series.size());
            found.put("members", members);
            found.put("censuses", censuses);
            Options.delete(folder);
            return found;
        }

        private void tell(SeriesBatch.Progress progress) {
            if (!progress.part().equals(part)) {
                enter(progress.part());
            }
            last = progress.done();
        }

        private void enter(String next) {
            long now = System.nanoTime();
            if (!part.isEmpty()) {
                parts.merge(part, (now - partBegin) / 1e9, Double::sum);
                options.tell(
                        "%s: %.1f s, %,d; processors %.1f s",
                        part, (now - partBegin) / 1e9, last, processorSeconds());
            }
            part = next;
            partBegin = now;
            try (var files = Files.list(folder)) {
                disk = Math.max(disk, files.mapToLong(file -> file.toFile().length()).sum());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void readAfter(UUID last, Consumer<SeriesBatch.Entry> taker) {
            try (DataInputStream in =
                    new DataInputStream(
                            new BufferedInputStream(Files.newInputStream(traits), 1 << 20))) {
                UUID after = last == null ? NONE : last;
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    UUID id = new UUID(in.readLong(), in.readLong());
                    byte[] bytes = in.readNBytes(length);
                    if (id.compareTo(after) > 0) {
                        taker.accept(
                                new SeriesBatch.Entry(ReportTraits.fromBytes(id, bytes), null));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void censuses(List<KeyCensus> some) {
            censuses += some.size();
        }

        @Override
        public void places(Map<UUID, Placement> places) {
            for (Placement place : places.values()) {
                if (place.series() != null) {
                    series.add(place.series());
                    members++;
                }
            }
        }

        /** So far, by all threads of this process. */
        private static double processorSeconds() {
            return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
        }

        private static double peakMegabytes() throws IOException {
            try (var lines = Files.lines(Path.of("/proc/self/status"))) {
                return lines.filter(line -> line.startsWith("VmHWM"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                        .findFirst()
                        .orElseThrow();
            }
        }
    }
}
