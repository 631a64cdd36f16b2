import az.qalxan.access.Role;
import az.qalxan.engines.synthesis.SyntheticReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Comparing arriving reports with what other bodies hold, with millions of reports stored. */
final class HitsBench {

    private static final int SHARING_PERCENT = 10;
    private static final double TARGET = 2_000;
    private static final int PAGES = 90;
    private static final int WARM = 10;

    private final Connection database;

    HitsBench(Connection database) {
        this.database = database;
    }

    public static void main(String[] words) throws Exception {
        Options options = new Options("bench hits [--stored N] [--reports N]", words);
        int stored = options.number("--stored", 2_000_000);
        int count = options.number("--reports", 100_000);
        Path data = options.work().resolve("data");
        String token = Served.prepare(data, "din", Role.DUTY_OFFICER);
        Path file = options.work().resolve("arriving.csv");
        csv(file, count, stored);
        Outcome outcome =
                new Outcome(
                        "hits",
                        ("%,d reports of one body arrive, %d of a hundred share a number with one of"
                                        + " %,d stored at another body (two identifiers each,"
                                        + " written by SQL); fsync on")
                                .formatted(count, SHARING_PERCENT, stored),
                        options);
        try (Served served = Served.start(data, "serve");
                Connection database = connect(data)) {
            HitsBench bench = new HitsBench(database);
            options.tell("writing %,d stored reports", stored);
            bench.fill(stored);
            options.tell("importing %,d reports, compared meanwhile", count);
            ImportBench.Times times = new ImportBench(served.address(), token).run(file);
            double last = bench.awaitEmpty();
            outcome.also("imported, compared meanwhile", times.stored() / times.total(), "1/s");
            outcome.also("until the last one was compared", last, "s after the import");
            options.tell("comparing them again from nothing, nothing else going on");
            bench.queueAgain(true);
            double cpu = served.processorSeconds();
            double postgres = served.postgresSeconds();
            double seconds = bench.awaitEmpty();
            outcome.atLeast("compared", count / seconds, TARGET, "1/s");
            outcome.also("time", seconds, "s");
            outcome.also("processor time of the JVM", served.processorSeconds() - cpu, "s");
            outcome.also("processor time of PostgreSQL", served.postgresSeconds() - postgres, "s");
            outcome.also("hits found", bench.number("select count(*) from deconfliction.hit"), "");
            bench.queueAgain(false);
            bench.awaitEmpty();
            options.tell("asking for lists of hits");
            Latencies pages = pages(served.address(), token);
            outcome.also("a page of hits as JSON, p50", pages.quantile(0.5), "ms");
            outcome.also("a page of hits as JSON, p99", pages.quantile(0.99), "ms");
            outcome.also(
                    "rows queued for all of them",
                    bench.number("select sum(rows) from bench_queue"),
                    "");
        }
        outcome.end();
    }

    /** Reports of the synthetic country; every tenth names a phone that a stored report holds. */
    private static void csv(Path file, int count, int stored) throws IOException {
        Random random = new Random(7);
        try (BufferedWriter out = Files.newBufferedWriter(file);
                CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord("category", "usedAgainst", "story", "language");
            Iterator<SyntheticReport> reports = Country.reports(21, count).iterator();
            while (reports.hasNext()) {
                SyntheticReport one = reports.next();
                boolean shares = random.nextInt(100) < SHARING_PERCENT;
                csv.printRecord(
                        "phone-fraud",
                        shares ? phone(random.nextInt(stored)) : "",
                        one.story(),
                        one.language());
            }
        }
    }

    /** A mobile number for every stored report, spread over the prefixes in use. */
    private static String phone(int number) {
        String[] prefixes = {"50", "51", "55", "70", "77"};
        return "+994%s%07d"
                .formatted(prefixes[number % prefixes.length], 2_000_000 + number / prefixes.length);
    }

    private void fill(int stored) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(
                    """
                    insert into reporting.report (id, reference, state, category, region, channel,
                      language, body, handling, reported_at, recorded_at, paid_how, story,
                      on_behalf_of, changed_at)
                    select ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
                      'B-' || n, 'waiting', 'ransomware', 'baku', 'bulk', 'az', 'dtx', 2,
                      timestamptz '2025-01-01' + n * interval '20 seconds', now(), '',
                      'Sınaq üçün saxlanılan müraciət ' || n, '', now()
                    from generate_series(0, %d - 1) as n
                    """.formatted(stored));
            statement.execute(
                    """
                    insert into reporting.identifier (report_id, ordinal, kind, scheme, value,
                      link_key, reported_at, body, handling)
                    select ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, o,
                      case o when 0 then 'phone' else 'domain' end, '', v.value,
                      case o when 0 then 'phone:' else 'domain:' end || v.value,
                      timestamptz '2025-01-01' + n * interval '20 seconds', 'dtx', 2
                    from generate_series(0, %d - 1) as n
                    cross join generate_series(0, 1) as o
                    cross join lateral (select case o
                      when 0 then '+994' || (array['50', '51', '55', '70', '77'])[n %% 5 + 1]
                        || lpad((2000000 + n / 5)::text, 7, '0')
                      else 's' || n || '.example' end as value) as v
                    """.formatted(stored));
            statement.execute("vacuum analyze reporting.report, reporting.identifier");
        }
    }

    /** One page after the other, a hundred hits each. */
    private static Latencies pages(String address, String token) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        Latencies latencies = new Latencies();
        String after = "";
        for (int i = 0; i < PAGES + WARM; i++) {
            String path = "/api/hits?show=open&after=" + after;
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(address + path))
                            .header("Authorization", "Bearer " + token)
                            .build();
            long begin = System.nanoTime();
            HttpResponse<String> answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString());
            if (i >= WARM) {
                latencies.add(System.nanoTime() - begin);
            }
            JsonNode page = JsonMapper.shared().readTree(answer.body());
            if (page.path("hits").isEmpty()) {
                throw new IOException(answer.statusCode() + " " + answer.body());
            }
            after = page.path("after").asString();
        }
        return latencies;
    }

    /**
     * Forgets every hit and queues the imported reports again, as their sender's.
     *
     * @param counted whether the sender is charged, and held
     */
    private void queueAgain(boolean counted) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(
                    "truncate deconfliction.holding, deconfliction.side, deconfliction.hit,"
                            + " deconfliction.alarm, deconfliction.hold, deconfliction.ask,"
                            + " deconfliction.statement, deconfliction.happening,"
                            + " deconfliction.source_day");
            statement.execute("drop table if exists bench_queue");
            statement.execute("create table bench_queue (rows bigint)");
            statement.execute(
                    """
                    with sent as (
                      select subject_id::uuid as id, account, body,
                        (row_number() over (order by sequence) - 1) / 2000 as batch
                      from audit.event where act = 'reporting.report.received'),
                    queued as (
                      insert into deconfliction.arrival
                        (reports, size, account, body, counted, arrived_at)
                      select array_agg(id), count(*), min(account), min(body), %s, now()
                      from sent group by batch returning 1)
                    insert into bench_queue select count(*) from queued
                    """.formatted(counted));
        }
    }

    private double awaitEmpty() throws SQLException, InterruptedException {
        long begin = System.nanoTime();
        while (number("select count(*) from deconfliction.arrival") > 0) {
            Thread.sleep(50);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private double number(String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getDouble(1);
        }
    }

    static Connection connect(Path data) throws IOException, SQLException {
        String port =
                Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(3).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/qalxan",
                "postgres",
                Files.readString(data.resolve("secrets/database-superuser")).strip());
    }
}
