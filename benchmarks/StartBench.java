import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** The second start of the demonstration, and the memory of the platform at rest. */
final class StartBench {

    private static final int STARTS = 5;
    private static final long REST_MILLIS = 10_000;

    public static void main(String[] words) throws Exception {
        Options options = new Options("bench start [--reports N]", words);
        String reports = String.valueOf(options.number("--reports", 2_000));
        Path data = options.work().resolve("demo");
        Outcome outcome =
                new Outcome(
                        "start",
                        "./qalxan demo with " + reports + " reports, " + STARTS + " later starts",
                        options);
        options.tell("first start");
        try (Served first = Served.start(data, "demo", "--reports", reports)) {
            outcome.also("first start, country loaded", first.secondsToAddress(), "s");
        }
        Latencies starts = new Latencies();
        double resident = 0;
        for (int i = 0; i < STARTS; i++) {
            options.tell("later start %d", i + 1);
            long begin = System.nanoTime();
            try (Served served = Served.start(data, "demo", "--reports", reports)) {
                page(served.address());
                starts.add(System.nanoTime() - begin);
                Thread.sleep(i == 0 ? REST_MILLIS : 0);
                resident = Math.max(resident, served.residentMegabytes());
            }
        }
        outcome.atMost(
                "later start to a served page, median", starts.quantile(0.5) / 1000, 5, "s");
        outcome.also("later start to a served page, worst", starts.quantile(1) / 1000, "s");
        outcome.atMost("resident memory of the JVM at rest", resident, 350, "MB");
        outcome.end();
    }

    private static void page(String address) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> page =
                    http.send(
                            HttpRequest.newBuilder(URI.create(address + "/")).build(),
                            HttpResponse.BodyHandlers.ofString());
            if (page.statusCode() != 200) {
                throw new IllegalStateException("the page answers " + page.statusCode());
            }
        }
    }
}
