import az.qalxan.access.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.UUID;

/** What is known of values: a file of indicators, and a thousand values looked up at once. */
final class KnowledgeBench {

    private static final double FILE = 2;
    private static final double LOOK_UP = 50;
    private static final int ROUNDS = 40;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final String token;

    private KnowledgeBench(String address, String token) {
        this.address = address;
        this.token = token;
    }

    public static void main(String[] words) throws Exception {
        Options options =
                new Options("bench knowledge [--indicators N] [--pool N] [--looked-up N]", words);
        int indicators = options.number("--indicators", 1_000_000);
        int pool = options.number("--pool", 120_000);
        int lookedUp = options.number("--looked-up", 1_000);
        Path data = options.work().resolve("data");
        Outcome outcome =
                new Outcome(
                        "knowledge",
                        ("%,d indicators (by SQL), 100,000 of them open to the program that takes"
                                        + " the file; %,d values of which each of %,d stands in"
                                        + " about ten indicators; over HTTP with JSON")
                                .formatted(indicators, lookedUp, pool),
                        options);
        String token = Served.prepare(data, "din", Role.EXCHANGE_CLIENT);
        try (Served served = Served.start(data, "serve");
                Connection database = HitsBench.connect(data)) {
            options.tell("storing");
            fill(database, "din", 100_000, 100_000, "f");
            UUID large = fill(database, "dtx", indicators - 100_000, pool, "d");
            permit(database, large, "*", 1);
            KnowledgeBench all = new KnowledgeBench(served.address(), token);
            options.tell("looking up");
            all.lookUp(outcome, lookedUp, pool);
            forbid(database, large);
            options.tell("the file");
            all.file(outcome);
            outcome.also("resident memory of the JVM", served.residentMegabytes(), "MB");
        }
        outcome.end();
    }

    private static UUID fill(Connection database, String body, int count, int pool, String label)
            throws Exception {
        UUID id = UUID.randomUUID();
        try (Statement statement = database.createStatement()) {
            statement.execute(
                    """
                    insert into exchange.collection (id, body, alias, title, unmarked, ceiling,
                      opened_at, opened_by)
                    values ('%1$s', '%2$s', 'b%3$s', 'bench', 1, 3, now(), 'bench');
                    insert into exchange.tail values ('%1$s', 'epoch');
                    insert into exchange.object_version (collection_id, added, object_id, type,
                      version, version_key, spec_version, handling, is_first, is_last, body, account,
                      sender, meaning, content)
                    select '%1$s', timestamptz '2026-01-01' + n * interval '1 microsecond',
                      'indicator--' || gen_random_uuid(), 'indicator', '2020-01-01T00:00:00.000Z',
                      '2020-01-01T00:00:00.000000000000', '2.1', 1, true, true, '%2$s', '',
                      'bench', '\\x00', '{}'
                      from generate_series(1, %4$d) n;
                    insert into exchange.knowledge_object (collection_id, added, object_id, type,
                      name, body, created, valid_from, handling, is_last, revoked)
                    select collection_id, added, object_id, type, 'Sınaq göstəricisi', body,
                      added, added, handling, is_last, false
                      from exchange.object_version where collection_id = '%1$s';
                    insert into exchange.knowledge_value (collection_id, added, place, kind, value,
                      alone, object_id, body, revoked, handling, is_last)
                    select collection_id, added, 0, 'domain',
                      '%5$s' || (extract(epoch from added - timestamptz '2026-01-01') * 1000000)::bigint
                        %% %6$d || '.example', true, object_id, body, false, 1, true
                      from exchange.knowledge_object where collection_id = '%1$s';
                    update exchange.tail set last_added = now() where collection_id = '%1$s';
                    """
                            .formatted(
                                    id, body, id.toString().substring(0, 8), count, label, pool));
            for (String table : new String[] {"object_version", "knowledge_object", "knowledge_value"}) {
                statement.execute("vacuum analyze exchange." + table);
            }
        }
        return id;
    }

    private static void permit(Connection database, UUID id, String body, int ceiling)
            throws Exception {
        try (Statement statement = database.createStatement()) {
            statement.execute(
                    "insert into exchange.permit values ('%s', '%s', true, false, %d, 0, now(), 'bench')"
                            .formatted(id, body, ceiling));
        }
    }

    private static void forbid(Connection database, UUID id) throws Exception {
        try (Statement statement = database.createStatement()) {
            statement.execute("delete from exchange.permit where collection_id = '" + id + "'");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest request) throws Exception {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** Other values in every round, so that nothing is read from what was read before. */
    private void lookUp(Outcome outcome, int count, int pool) throws Exception {
        Latencies latencies = new Latencies();
        int hits = 0;
        for (int round = 0; round < ROUNDS + 10; round++) {
            StringBuilder body = new StringBuilder("{\"values\":[");
            for (int i = 0; i < count; i++) {
                long value = (round * 1_000_003L + i * 7_919L) % pool;
                body.append(i == 0 ? "" : ",").append("\"d").append(value).append(".example\"");
            }
            HttpRequest request =
                    request("/api/knowledge/look-up")
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body.append("]}").toString()))
                            .build();
            long begin = System.nanoTime();
            String answer = send(request);
            if (round >= 10) {
                latencies.add(System.nanoTime() - begin);
            }
            hits = answer.split("\"id\":", -1).length - 1;
        }
        outcome.atMost("%,d values looked up, p50".formatted(count), latencies.quantile(0.5), LOOK_UP, "ms");
        outcome.also("the same, p95", latencies.quantile(0.95), "ms");
        outcome.also("objects told of in one answer", hits, "objects");
    }

    private void file(Outcome outcome) throws Exception {
        Latencies latencies = new Latencies();
        int lines = 0;
        for (int round = 0; round < 7; round++) {
            long begin = System.nanoTime();
            String file = send(request("/api/knowledge/indicators.csv").GET().build());
            if (round >= 2) {
                latencies.add(System.nanoTime() - begin);
            }
            lines = (int) file.lines().count() - 1;
        }
        outcome.atMost(
                "a file of %,d indicators, p50".formatted(lines),
                latencies.quantile(0.5) / 1_000, FILE, "s");
    }
}
