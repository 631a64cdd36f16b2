import az.qalxan.QalxanApplication;
import az.qalxan.access.ApiClients;
import az.qalxan.access.BodyCode;
import az.qalxan.access.NewApiClient;
import az.qalxan.access.Role;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events of a feed through HTTP until every owner's notice and mail is durable in the queue. */
final class NoticesBench {

    private static final double TARGET = 5_000;
    private static final String BODY = "cert-az";
    private static final int BATCH = 5_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String token;

    private NoticesBench(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /** Who may send, and where to. */
    private record Prepared(String token, UUID first, UUID second) {}

    public static void main(String[] words) throws Exception {
        Options options =
                new Options("bench notices [--events N] [--owners N] [--prefixes N]", words);
        int events = options.number("--events", 100_000);
        int owners = options.number("--owners", 20_000);
        int prefixes = options.number("--prefixes", 57_000);
        Path data = options.work().resolve("data");
        options.tell("writing %,d owners with %,d prefixes", owners, prefixes);
        Prepared prepared = prepare(data, owners, prefixes);
        Outcome outcome =
                new Outcome(
                        "notices",
                        "%,d events in batches of %,d, %,d owners with a mail address, %,d prefixes,"
                                        .formatted(events, BATCH, owners, prefixes)
                                + " fsync on, after as many events a day before",
                        options);
        try (Served served = Served.start(data, "serve")) {
            NoticesBench bench = new NoticesBench(served.address(), prepared.token());
            options.tell("warming up");
            bench.run(prepared.first(), events, prefixes, 1);
            options.tell("measuring");
            double cpu = served.processorSeconds();
            double database = served.postgresSeconds();
            Times times = bench.run(prepared.second(), events, prefixes, 2);
            outcome.atLeast("events, end to end", events / times.told(), TARGET, "1/s");
            outcome.also("of it until durable", times.taken(), "s");
            outcome.also("until read, owners found, stored", times.read(), "s");
            outcome.also("until every notice and mail is queued", times.told(), "s");
            outcome.also("notices made", times.notices(), "");
            outcome.also("processor time of the JVM", served.processorSeconds() - cpu, "s");
            outcome.also("processor time of PostgreSQL", served.postgresSeconds() - database, "s");
        }
        outcome.end();
    }

    private static Prepared prepare(Path data, int owners, int prefixes) {
        SpringApplication application = new SpringApplication(QalxanApplication.class);
        application.setDefaultProperties(
                Map.of(
                        "server.port", 0,
                        "qalxan.data", data.toString(),
                        "logging.threshold.console", "OFF"));
        try (ConfigurableApplicationContext started = application.run()) {
            return ActingAs.call(
                    TransactionIdentity.job("benchmark"),
                    () -> {
                        JdbcClient jdbc = started.getBean(JdbcClient.class);
                        return started.getBean(TransactionTemplate.class)
                                .execute(_ -> {
                                    register(jdbc, owners, prefixes);
                                    String token =
                                            started.getBean(ApiClients.class)
                                                    .register(
                                                            new NewApiClient(
                                                                    "benchmark",
                                                                    new BodyCode(BODY),
                                                                    Set.of(Role.CERT_ANALYST),
                                                                    Duration.ofDays(1)));
                                    return new Prepared(
                                            token, feed(jdbc, "first"), feed(jdbc, "second"));
                                });
                    });
        }
    }

    private static void register(JdbcClient jdbc, int owners, int prefixes) {
        for (String sql :
                List.of(
                        """
                        insert into exchange.network_owner
                          (body, name, language, registry_id, made_at, made_by)
                        select '%s', 'owner ' || i, 'az', 'holder ' || i, now(), 'benchmark'
                        from generate_series(0, %d) as i
                        """
                                .formatted(BODY, owners - 1),
                        """
                        insert into exchange.owner_channel
                          (owner_id, kind, address, rank, state, made_at, made_by)
                        select id, 'mail', replace(registry_id, ' ', '') || '@owner.example', 1,
                          'verified', now(), 'benchmark' from exchange.network_owner
                        """,
                        """
                        insert into exchange.claim (owner_id, kind, value, source, state, from_at,
                          asked_at, asked_by, decided_at)
                        select o.id, 'prefix',
                          '10.' || p / 256 || '.' || p %% 256 || '.0/24', 'registry',
                          'approved', now() - interval '1 year', now(), 'benchmark', now()
                        from generate_series(0, %d) as p
                        join exchange.network_owner o on o.registry_id = 'holder ' || p %% %d
                        """
                                .formatted(prefixes - 1, owners))) {
            jdbc.sql(sql).update();
        }
    }

    private static UUID feed(JdbcClient jdbc, String name) {
        return jdbc.sql(
                        """
                        insert into exchange.feed
                          (body, handling, name, usual_type, at_once, opened_at, opened_by)
                        values (:body, 1, :name, 'infected-system', true, now(), 'benchmark')
                        returning id
                        """)
                .param("body", BODY)
                .param("name", name)
                .query(UUID.class)
                .single();
    }

    private record Times(double taken, double read, double told, long notices) {}

    private Times run(UUID feed, int events, int prefixes, int seed) throws Exception {
        List<String> batches = batches(events, prefixes, seed);
        long before = get("/api/notices/standing").path("notices").asLong();
        long begin = System.nanoTime();
        int number = 0;
        for (String batch : batches) {
            send(
                    request("/api/notices/feeds/" + feed + "/batches")
                            .header("Idempotency-Key", "batch-" + number++)
                            .POST(HttpRequest.BodyPublishers.ofString(batch)));
        }
        double taken = since(begin);
        double read = 0;
        JsonNode standing = get("/api/notices/standing");
        while (standing.path("batches").asLong() > 0 || standing.path("untold").asLong() > 0) {
            if (read == 0 && standing.path("batches").asLong() == 0) {
                read = since(begin);
            }
            Thread.sleep(100);
            standing = get("/api/notices/standing");
        }
        return new Times(
                taken, read, since(begin), standing.path("notices").asLong() - before);
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Lines of about 150 bytes; about a tenth were seen before in the same run. */
    private static List<String> batches(int events, int prefixes, int seed) {
        Random random = new Random(seed);
        Instant begin = Instant.now().minus(Duration.ofHours(20));
        List<String> batches = new java.util.ArrayList<>();
        StringBuilder batch = new StringBuilder();
        for (int i = 0; i < events; i++) {
            if (i % BATCH == 0) {
                batch.append("timestamp,ip,port,asn,geo,infection,tag,hostname\n");
            }
            int prefix = random.nextInt(prefixes);
            batch.append(begin.plusMillis(500L * i)).append(",10.").append(prefix / 256)
                    .append('.').append(prefix % 256).append('.').append(random.nextInt(8))
                    .append(",443,64500,AZ,mirai-").append(seed)
                    .append(",botnet;c2;telnet;synthetic-benchmark-line,host-").append(i)
                    .append(".owner.example\n");
            if (i % BATCH == BATCH - 1 || i == events - 1) {
                batches.add(batch.toString());
                batch.setLength(0);
            }
        }
        return batches;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }
}
