import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** The harmonisation matrix of four states through HTTP: page, past day, file, comparison. */
final class MatrixBench {

    private static final int ASKED = 400;
    private static final int WARM = 100;
    private static final double TARGET_MILLIS = 100;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;

    MatrixBench(String address) {
        this.address = address;
    }

    public static void main(String[] words) throws Exception {
        Options options = new Options("bench matrix", words);
        Outcome outcome =
                new Outcome(
                        "matrix",
                        "four states, two treaties, %d requests each, one after another"
                                .formatted(ASKED),
                        options);
        try (Served served =
                Served.start(options.work().resolve("data"), "demo", "--reports", "10")) {
            MatrixBench bench = new MatrixBench(served.address());
            bench.limited(
                    outcome,
                    "matrix page",
                    List.of("/law/matrix?treaty=BUDAPEST-185", "/law/matrix?treaty=UN-2024"));
            bench.limited(
                    outcome,
                    "matrix page of a past day",
                    List.of(
                            "/law/matrix?treaty=BUDAPEST-185&on=2012-06-01",
                            "/law/matrix?treaty=UN-2024&on=2026-03-01"));
            bench.also(
                    outcome,
                    "matrix as CSV",
                    List.of(
                            "/law/data/matrix/BUDAPEST-185.csv",
                            "/law/data/matrix/UN-2024.csv"));
            bench.also(outcome, "comparison of two states", List.of("/law/compare?a=AZ&b=TR"));
            bench.also(outcome, "overview", List.of("/law"));
        }
        outcome.end();
    }

    private void limited(Outcome outcome, String what, List<String> paths) throws Exception {
        Latencies latencies = measure(paths);
        outcome.also(what + ", p50", latencies.quantile(0.5), "ms");
        outcome.atMost(what + ", p95", latencies.quantile(0.95), TARGET_MILLIS, "ms");
        outcome.also(what + ", max", latencies.quantile(1), "ms");
    }

    private void also(Outcome outcome, String what, List<String> paths) throws Exception {
        Latencies latencies = measure(paths);
        outcome.also(what + ", p50", latencies.quantile(0.5), "ms");
        outcome.also(what + ", p95", latencies.quantile(0.95), "ms");
    }

    private Latencies measure(List<String> paths) throws Exception {
        Latencies latencies = new Latencies();
        for (int i = 0; i < WARM + ASKED; i++) {
            long begin = System.nanoTime();
            get(paths.get(i % paths.size()));
            if (i >= WARM) {
                latencies.add(System.nanoTime() - begin);
            }
        }
        return latencies;
    }

    private void get(String path) throws Exception {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(URI.create(address + path)).GET().build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || answer.body().length() < 1_000) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
    }
}
