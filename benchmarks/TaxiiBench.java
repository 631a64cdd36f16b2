import az.qalxan.access.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The TAXII server: writing, reading from the beginning and from deep inside, and who misses. */
final class TaxiiBench {

    private static final String TAXII = "application/taxii+json;version=2.1";
    private static final int ENVELOPE = 1_000;
    private static final int PAGES = 20;
    private static final int WRITERS = 8;
    private static final double POSTED = 5_000;
    private static final double READ = 20_000;
    private static final double DEEPER = 1.5;
    private static final Pattern IDS = Pattern.compile("\"id\":\"(indicator--[0-9a-f-]{36})\"");
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([0-9a-z]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final String token;

    private TaxiiBench(String address, String token) {
        this.address = address;
        this.token = token;
    }

    public static void main(String[] words) throws Exception {
        Options options = new Options("bench taxii [--objects N] [--stored N]", words);
        int objects = options.number("--objects", 20_000);
        int stored = options.number("--stored", 1_000_000);
        Path data = options.work().resolve("data");
        Outcome outcome =
                new Outcome(
                        "taxii",
                        ("%,d indicators of 660 B in envelopes of %,d by 2 clients; %,d stored (by"
                                        + " SQL), pages of 1,000; %d writers and a poller")
                                .formatted(objects, ENVELOPE, stored, WRITERS),
                        options);
        String token = Served.prepare(data, "din", Role.EXCHANGE_CLIENT);
        try (Served served = Served.start(data, "serve");
                Connection database = HitsBench.connect(data)) {
            TaxiiBench bench = new TaxiiBench(served.address(), token);
            bench.post(UUID.randomUUID(), database, 4_000);
            options.tell("posting");
            double seconds = bench.post(UUID.randomUUID(), database, objects);
            outcome.atLeast("objects posted", objects / seconds, POSTED, "objects/s");
            options.tell("storing %,d", stored);
            UUID large = UUID.randomUUID();
            fill(database, large, stored);
            options.tell("reading");
            bench.read(outcome, large, stored);
            options.tell("writing and polling");
            bench.miss(outcome, database);
            outcome.also("resident memory of the JVM", served.residentMegabytes(), "MB");
        }
        outcome.end();
    }

    private static void open(Connection database, UUID id) throws Exception {
        try (Statement statement = database.createStatement()) {
            statement.execute(
                    """
                    insert into exchange.collection (id, body, alias, title, unmarked, ceiling,
                      opened_at, opened_by)
                    values ('%s', 'din', 'b%s', 'bench', 1, 3, now(), 'bench');
                    insert into exchange.tail values ('%s', 'epoch');
                    """.formatted(id, id.toString().substring(0, 8), id));
        }
    }

    private static void fill(Connection database, UUID id, int count) throws Exception {
        open(database, id);
        try (Statement statement = database.createStatement()) {
            statement.execute(
                    """
                    insert into exchange.object_version (collection_id, added, object_id, type,
                      version, version_key, spec_version, handling, is_first, is_last, body, account,
                      sender, meaning, content)
                    select '%1$s', timestamptz '2026-01-01' + n * interval '1 millisecond', o.id,
                      'indicator', '2020-01-01T00:00:00.000Z', '2020-01-01T00:00:00.000000000000',
                      '2.1', 1, true, true, 'din', '', 'bench', sha256(o.id::bytea),
                      replace('%2$s', '@', o.id)
                      from generate_series(1, %3$d) n,
                           lateral (select 'indicator--' || gen_random_uuid() as id
                                     where n > 0) o;
                    update exchange.tail set last_added = now() where collection_id = '%1$s';
                    """.formatted(id, object("@").replace("'", "''"), count));
            statement.execute("vacuum analyze exchange.object_version");
        }
    }

    /** An indicator of 660 bytes. */
    private static String object(String id) {
        String before =
                "{\"type\":\"indicator\",\"spec_version\":\"2.1\",\"id\":\"" + id
                        + "\",\"created\":\"2020-01-01T00:00:00.000Z\","
                        + "\"modified\":\"2020-01-01T00:00:00.000Z\",\"name\":\"Sınaq göstəricisi\","
                        + "\"pattern\":\"[ipv4-addr:value = '198.51.100.7' OR domain-name:value ="
                        + " 'numune.example']\",\"pattern_type\":\"stix\",\"valid_from\":"
                        + "\"2020-01-01T00:00:00Z\",\"description\":\"";
        int missing = 660 - before.length() - 46 + id.length() - 2;
        return before + "x".repeat(Math.max(1, missing)) + "\"}";
    }

    private String path(UUID id) {
        return address + "/taxii2/exchange/collections/" + id + "/objects/";
    }

    private HttpRequest.Builder request(String uri) {
        return HttpRequest.newBuilder(URI.create(uri))
                .header("Accept", TAXII)
                .header("Authorization", "Bearer " + token);
    }

    private void send(UUID id, String body) throws Exception {
        HttpResponse<String> answer =
                http.send(
                        request(path(id))
                                .header("Content-Type", TAXII)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202 || !answer.body().contains("\"failure_count\":0")) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private static String envelope(int objects, Set<String> ids) {
        StringBuilder body = new StringBuilder("{\"objects\":[");
        for (int i = 0; i < objects; i++) {
            String id = "indicator--" + UUID.randomUUID();
            ids.add(id);
            body.append(i == 0 ? "" : ",").append(object(id));
        }
        return body.append("]}").toString();
    }

    private double post(UUID id, Connection database, int objects) throws Exception {
        open(database, id);
        List<Callable<Void>> clients = new ArrayList<>();
        for (int client = 0; client < 2; client++) {
            List<String> bodies = new ArrayList<>();
            for (int i = 0; i < objects / 2; i += ENVELOPE) {
                bodies.add(envelope(ENVELOPE, new HashSet<>()));
            }
            clients.add(() -> {
                for (String body : bodies) {
                    send(id, body);
                }
                return null;
            });
        }
        long begin = System.nanoTime();
        all(clients);
        return (System.nanoTime() - begin) / 1e9;
    }

    private static <T> List<T> all(List<Callable<T>> work) throws Exception {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            for (Future<T> one : threads.invokeAll(work)) {
                results.add(one.get());
            }
        }
        return results;
    }

    private HttpResponse<String> get(String uri) throws Exception {
        HttpResponse<String> answer =
                http.send(request(uri).GET().build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    private void read(Outcome outcome, UUID id, int stored) throws Exception {
        for (int i = 0; i < 3; i++) {
            pages(id);
        }
        Latencies latencies = new Latencies();
        long begin = System.nanoTime();
        for (long nanos : pages(id)) {
            latencies.add(nanos);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        outcome.atLeast("objects read, first pages", PAGES * ENVELOPE / seconds, READ, "objects/s");
        double first = latencies.quantile(0.5);
        outcome.also("a page at the beginning, p50", first, "ms");
        Latencies deep = new Latencies();
        long depth = stored * 9L / 10;
        for (int i = 0; i < 23; i++) {
            String after =
                    java.time.Instant.parse("2026-01-01T00:00:00Z")
                            .plusMillis(depth + i * 1_000L)
                            .toString();
            long start = System.nanoTime();
            get(path(id) + "?limit=1000&added_after=" + after);
            if (i >= 3) {
                deep.add(System.nanoTime() - start);
            }
        }
        outcome.also("a page behind nine tenths, p50", deep.quantile(0.5), "ms");
        outcome.atMost("deep page to first page", deep.quantile(0.5) / first, DEEPER, "times");
        Latencies nothing = new Latencies();
        for (int i = 0; i < 200; i++) {
            long start = System.nanoTime();
            get(path(id) + "?limit=1000&added_after=2030-01-01T00:00:00Z");
            nothing.add(System.nanoTime() - start);
        }
        outcome.also("a poll with nothing new, p50", nothing.quantile(0.5), "ms");
    }

    private List<Long> pages(UUID id) throws Exception {
        List<Long> took = new ArrayList<>();
        String next = "";
        for (int i = 0; i < PAGES; i++) {
            long start = System.nanoTime();
            String page = get(path(id) + "?limit=1000" + next).body();
            took.add(System.nanoTime() - start);
            Matcher found = NEXT.matcher(page.substring(0, Math.min(100, page.length())));
            next = found.find() ? "&next=" + found.group(1) : "";
        }
        return took;
    }

    private void miss(Outcome outcome, Connection database) throws Exception {
        UUID id = UUID.randomUUID();
        open(database, id);
        AtomicInteger writing = new AtomicInteger(WRITERS);
        List<Callable<Set<String>>> work = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            work.add(() -> {
                Set<String> ids = new HashSet<>();
                for (int j = 0; j < 20; j++) {
                    send(id, envelope(100, ids));
                }
                writing.decrementAndGet();
                return ids;
            });
        }
        List<String> seen = new ArrayList<>();
        work.add(() -> {
            poll(id, writing, seen);
            return Set.of();
        });
        Set<String> sent = new HashSet<>();
        all(work).forEach(sent::addAll);
        Set<String> got = new HashSet<>(seen);
        sent.removeAll(got);
        outcome.atMost(
                "missed of " + WRITERS * 2_000 + " by a poller", sent.size(), 0, "objects");
        outcome.atMost("doubled", seen.size() - got.size(), 0, "objects");
    }

    /** As the standard says: on from the date of the last, by date alone. */
    private void poll(UUID id, AtomicInteger writing, List<String> seen) throws Exception {
        String after = "";
        while (true) {
            boolean last = writing.get() == 0;
            HttpResponse<String> page = get(path(id) + "?limit=1000" + after);
            Matcher ids = IDS.matcher(page.body());
            int found = 0;
            while (ids.find()) {
                seen.add(ids.group(1));
                found++;
            }
            if (found == 0 && last) {
                return;
            }
            after =
                    page.headers()
                            .firstValue("X-TAXII-Date-Added-Last")
                            .map(date -> "&added_after=" + date)
                            .orElse(after);
        }
    }
}
