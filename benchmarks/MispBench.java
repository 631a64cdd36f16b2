import az.qalxan.access.Role;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.UUID;

/** Events of MISP over HTTP: taking them as values recur, handing all of them out, looking up. */
final class MispBench {

    private static final double TAKEN = 5_000;
    private static final double FLAT = 1.3;
    private static final double EXPORT_SECONDS = 2;
    private static final double LOOK_UP_MS = 50;
    private static final int TEN = 10;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final String token;
    private final int attributes;
    private final int pool;
    private final Random random = new Random(20_261_128);

    private MispBench(String address, String token, int attributes, int pool) {
        this.address = address;
        this.token = token;
        this.attributes = attributes;
        this.pool = pool;
    }

    public static void main(String[] words) throws Exception {
        Options options = new Options("bench misp [--events N] [--attributes N] [--pool N]", words);
        int events = options.number("--events", 100);
        int attributes = options.number("--attributes", 500);
        int pool = options.number("--pool", 5_000);
        Path data = options.work().resolve("data");
        Outcome outcome =
                new Outcome(
                        "misp",
                        "%,d published events of %,d attributes from %,d values by one client"
                                .formatted(events, attributes, pool),
                        options);
        String token = Served.prepare(data, "din", Role.EXCHANGE_CLIENT);
        try (Served served = Served.start(data, "serve");
                Connection database = HitsBench.connect(data)) {
            MispBench bench = new MispBench(served.address(), token, attributes, pool);
            UUID warm = open(database);
            options.tell("warming up");
            bench.take(warm, 30);
            waitForObjects(database);
            UUID place = open(database);
            options.tell("taking events");
            long begin = System.nanoTime();
            List<Double> took = bench.take(place, events);
            double seconds = (System.nanoTime() - begin) / 1e9;
            double all = (double) events * attributes;
            outcome.atLeast("attributes taken", all / seconds, TAKEN, "attributes/s");
            double first = attributes * TEN / sum(took.subList(0, TEN));
            double last = attributes * TEN / sum(took.subList(took.size() - TEN, took.size()));
            outcome.also("attributes taken, first ten events", first, "attributes/s");
            outcome.also("attributes taken, last ten events", last, "attributes/s");
            outcome.atMost("first ten to last ten", first / last, FLAT, "times");
            waitForObjects(database);
            double followed = (System.nanoTime() - begin) / 1e9;
            outcome.also(
                    "attributes taken and made objects of STIX", all / followed, "attributes/s");
            options.tell("taking more, for 100,000 attributes");
            bench.take(place, Math.max(0, 100_000 / attributes - events));
            waitForObjects(database);
            analyse(database);
            options.tell("handing out");
            outcome.atMost(
                    "export of 100,000 attributes as CSV",
                    bench.export(place, "csv"),
                    EXPORT_SECONDS,
                    "s");
            outcome.also("export of 100,000 attributes as JSON", bench.export(place, "json"), "s");
            Latencies latencies = bench.lookUp(place);
            outcome.atMost("1,000 values looked up, p50", latencies.quantile(0.5), LOOK_UP_MS, "ms");
            outcome.also("resident memory of the JVM", served.residentMegabytes(), "MB");
        }
        outcome.end();
    }

    private static UUID open(Connection database) throws Exception {
        UUID id = UUID.randomUUID();
        try (Statement statement = database.createStatement()) {
            statement.execute(
                    """
                    insert into exchange.collection (id, body, alias, title, unmarked, ceiling,
                      opened_at, opened_by)
                    values ('%s', 'din', 'b%s', 'bench', 1, 3, now(), 'bench');
                    insert into exchange.tail values ('%s', 'epoch');
                    """
                            .formatted(id, id.toString().substring(0, 8), id));
        }
        return id;
    }

    private static void waitForObjects(Connection database) throws Exception {
        while (true) {
            try (Statement statement = database.createStatement();
                    ResultSet row =
                            statement.executeQuery(
                                    "select count(*) from exchange.misp_event where shelf_due")) {
                row.next();
                if (row.getInt(1) == 0) {
                    return;
                }
            }
            Thread.sleep(50);
        }
    }

    private static void analyse(Connection database) throws Exception {
        try (Statement statement = database.createStatement()) {
            statement.execute("vacuum analyze exchange.misp_attribute, exchange.misp_event");
        }
    }

    private static double sum(List<Double> seconds) {
        return seconds.stream().mapToDouble(Double::doubleValue).sum();
    }

    private String value(int number) {
        return "45." + (number >> 12 & 0xff) + "." + (number >> 4 & 0xff) + "." + (number & 15);
    }

    private String event() {
        StringJoiner list = new StringJoiner(",");
        for (int i = 0; i < attributes; i++) {
            list.add(
                    "{\"uuid\":\"" + UUID.randomUUID() + "\",\"type\":\"ip-dst\",\"category\":"
                            + "\"Network activity\",\"to_ids\":true,\"comment\":\"sınaq\","
                            + "\"value\":\"" + value(random.nextInt(pool)) + "\"}");
        }
        return "{\"Event\":{\"uuid\":\"" + UUID.randomUUID() + "\",\"info\":\"Ölçü\",\"date\":"
                + "\"2026-11-28\",\"distribution\":\"1\",\"published\":true,\"Attribute\":[" + list
                + "]}}";
    }

    private HttpRequest.Builder request(UUID place, String path) {
        return HttpRequest.newBuilder(URI.create(address + "/misp/" + place + "/" + path))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("Authorization", token);
    }

    /** Seconds that each event took, its bodies made beforehand. */
    private List<Double> take(UUID place, int events) throws Exception {
        List<Double> took = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            String body = event();
            long begin = System.nanoTime();
            HttpResponse<String> answer =
                    http.send(
                            request(place, "events/add")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            took.add((System.nanoTime() - begin) / 1e9);
        }
        return took;
    }

    /** The quickest of three; each is read to its end. */
    private double export(UUID place, String format) throws Exception {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            String asked = "{\"returnFormat\":\"" + format + "\"}";
            long begin = System.nanoTime();
            HttpResponse<InputStream> answer =
                    http.send(
                            request(place, "attributes/restSearch")
                                    .POST(HttpRequest.BodyPublishers.ofString(asked))
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            long bytes = answer.body().transferTo(java.io.OutputStream.nullOutputStream());
            if (answer.statusCode() != 200 || bytes < 100_000L * 50) {
                throw new IllegalStateException(answer.statusCode() + ", bytes " + bytes);
            }
            best = Math.min(best, (System.nanoTime() - begin) / 1e9);
        }
        return best;
    }

    /** A thousand values of which ten are there. */
    private Latencies lookUp(UUID place) throws Exception {
        Latencies latencies = new Latencies();
        for (int round = 0; round < 13; round++) {
            StringJoiner values = new StringJoiner(",");
            for (int i = 0; i < 1_000; i++) {
                values.add(
                        i % 100 == 0
                                ? "\"" + value(random.nextInt(pool)) + "\""
                                : "\"46.1." + (i >> 4) + "." + round + "\"");
            }
            String asked = "{\"value\":[" + values + "]}";
            long begin = System.nanoTime();
            HttpResponse<String> answer =
                    http.send(
                            request(place, "attributes/restSearch")
                                    .POST(HttpRequest.BodyPublishers.ofString(asked))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            if (round >= 3) {
                latencies.add(System.nanoTime() - begin);
            }
        }
        return latencies;
    }
}
