import az.qalxan.QalxanApplication;
import az.qalxan.access.ApiClients;
import az.qalxan.access.BodyCode;
import az.qalxan.access.NewApiClient;
import az.qalxan.access.Role;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.engines.synthesis.SyntheticReport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Series in the database: linking everything anew, a new report linked and shown, a steady stream. */
final class SeriesDatabaseBench {

    private static final int SHOWN = 2_000;
    private static final int WARM = 300;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Served served;
    private final String token;
    private final Connection database;

    private SeriesDatabaseBench(Served served, String token, Connection database) {
        this.served = served;
        this.token = token;
        this.database = database;
    }

    public static void main(String[] words) throws Exception {
        Options options =
                new Options(
                        "bench series-database [--reports N] [--stream N]"
                                + " (10,000,000 need some 60 GB of disk and QALXAN_JAVA_OPTIONS=-Xmx6g)",
                        words);
        int reports = options.number("--reports", 200_000);
        int stream = options.number("--stream", 20_000);
        Path data = options.work().resolve("data");
        String token = token(data);
        Outcome outcome =
                new Outcome(
                        "series-database",
                        ("%,d reports of the synthetic country, traits and bare report rows loaded"
                                        + " directly, fsync on, generator on the same cores")
                                .formatted(reports),
                        options);
        int fresh = WARM + SHOWN + stream;
        Path loaded = data.resolve("loaded-" + reports);
        try (Served served = Served.start(data, "serve");
                Connection database = SeriesLoad.connect(data)) {
            if (!Files.exists(loaded)) {
                long begin = System.nanoTime();
                new SeriesLoad(data, options)
                        .load(Country.reports(71, reports + fresh).limit(reports));
                outcome.also("loading", (System.nanoTime() - begin) / 1e9, "s");
                Files.createFile(loaded);
            }
            SeriesDatabaseBench bench = new SeriesDatabaseBench(served, token, database);
            bench.relink(options, outcome);
            bench.sizes(outcome, reports);
            List<SyntheticReport> next =
                    Country.reports(71, reports + fresh).skip(reports).toList();
            bench.show(options, outcome, next.subList(0, WARM + SHOWN));
            bench.stream(options, outcome, next.subList(WARM + SHOWN, fresh));
            outcome.also("peak memory of the JVM", bench.peakMegabytes(), "MB");
        }
        outcome.end();
    }

    private static String token(Path data) throws IOException {
        Path kept = data.resolve("bench-token");
        if (Files.exists(kept)) {
            return Files.readString(kept);
        }
        SpringApplication application = new SpringApplication(QalxanApplication.class);
        application.setDefaultProperties(
                Map.of(
                        "server.port", 0,
                        "qalxan.data", data.toString(),
                        "logging.threshold.console", "OFF"));
        try (var started = application.run()) {
            NewApiClient program =
                    new NewApiClient(
                            "benchmark",
                            new BodyCode("din"),
                            Set.of(Role.DUTY_OFFICER, Role.INVESTIGATOR),
                            Duration.ofDays(7));
            String token =
                    ActingAs.call(
                            TransactionIdentity.job("benchmark"),
                            () -> started.getBean(ApiClients.class).register(program));
            Files.writeString(kept, token);
            return token;
        }
    }

    private void relink(Options options, Outcome outcome) throws Exception {
        options.tell("linking everything anew");
        long begin = System.nanoTime();
        JsonNode progress = call("POST", "/api/series/relink/start", "");
        String told = "";
        while (progress.path("state").asString().equals("running")) {
            Thread.sleep(500);
            progress = call("GET", "/api/series/relink", "");
            String part = progress.path("part").asString();
            if (!part.equals(told)) {
                options.tell("  %s after %.0f s", part, (System.nanoTime() - begin) / 1e9);
                told = part;
            }
        }
        if (!progress.path("state").asString().equals("done")) {
            throw new IOException("linking anew ended as " + progress);
        }
        outcome.atMost("everything linked anew", (System.nanoTime() - begin) / 1e9, 1_800, "s");
        outcome.also("reports that stand elsewhere now", progress.path("changed").asDouble(), "");
        outcome.atMost("peak memory of the JVM until then", peakMegabytes(), 8_192, "MB");
    }

    private void sizes(Outcome outcome, int reports) throws SQLException {
        outcome.also(
                "series found",
                SeriesLoad.ask(database, "select count(distinct series) from series.placement"),
                "");
        outcome.also(
                "space of the module",
                SeriesLoad.ask(
                                database,
                                """
                                select sum(pg_total_relation_size(c.oid)) from pg_class c
                                join pg_namespace n on n.oid = c.relnamespace
                                where n.nspname = 'series' and c.relkind = 'r'
                                """)
                        / (double) reports,
                "B/report");
    }

    /** One report after the other: sent, linked, its series asked for. */
    private void show(Options options, Outcome outcome, List<SyntheticReport> reports)
            throws Exception {
        options.tell("%,d new reports, one after the other", reports.size());
        Latencies linked = new Latencies();
        Latencies shown = new Latencies();
        int inSeries = 0;
        for (int i = 0; i < reports.size(); i++) {
            String id = call("POST", "/api/reports", body(reports.get(i))).path("id").asString();
            long stored = System.nanoTime();
            awaitLinked(UUID.fromString(id));
            long there = System.nanoTime();
            JsonNode answer = answer("GET", "/api/reports/" + id + "/series", "");
            long end = System.nanoTime();
            JsonNode series = answer.path("series");
            // A category that another body triages is not this program's to see.
            if (i >= WARM && answer.has("report")) {
                linked.add(there - stored);
                shown.add(end - stored);
                inSeries += series.isNull() ? 0 : 1;
            }
        }
        outcome.also("new reports shown, one after the other", shown.count(), "reports");
        outcome.also("of them in a series", inSeries, "reports");
        outcome.also("stored until linked, p50", linked.quantile(0.5), "ms");
        outcome.also("stored until linked, p99", linked.quantile(0.99), "ms");
        outcome.also("stored until its series is shown, p50", shown.quantile(0.5), "ms");
        outcome.atMost("stored until its series is shown, p99", shown.quantile(0.99), 50, "ms");
        outcome.also("stored until its series is shown, max", shown.quantile(1), "ms");
    }

    private void awaitLinked(UUID report) throws Exception {
        try (PreparedStatement sql =
                database.prepareStatement("select 1 from series.report where report_id = ?")) {
            sql.setObject(1, report);
            while (true) {
                try (ResultSet row = sql.executeQuery()) {
                    if (row.next()) {
                        return;
                    }
                }
                Thread.sleep(0, 300_000);
            }
        }
    }

    /** Many at once through an import, until the last one is linked. */
    private void stream(Options options, Outcome outcome, List<SyntheticReport> reports)
            throws Exception {
        options.tell("%,d new reports at once", reports.size());
        Path file = options.work().resolve("stream.csv");
        Country.csv(file, reports);
        ImportBench imports = new ImportBench(served.address(), token);
        long begin = System.nanoTime();
        ImportBench.Times times = imports.run(file);
        while (SeriesLoad.ask(database, "select count(*) from series.pending") > 0) {
            Thread.sleep(50);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        outcome.also("of the stream: until the last one is stored", times.total(), "s");
        outcome.atLeast("stored and linked, sustained", reports.size() / seconds, 300, "1/s");
    }

    private double peakMegabytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + served.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String body(SyntheticReport one) {
        Map<String, Object> body = new java.util.LinkedHashMap<>();
        body.put("category", one.category());
        body.put("happenedAt", one.happenedAt().toString());
        body.put("reportedAt", one.reportedAt().toString());
        body.put("region", one.region());
        if (one.loss() != null) {
            body.put("amount", one.loss().amount().toPlainString());
            body.put("currency", one.loss().currency());
            body.put("paidHow", one.loss().paidHow());
        }
        body.put(
                "usedAgainst",
                one.identifiers().stream()
                        .filter(planted -> !planted.inStory())
                        .map(planted -> planted.value())
                        .toList());
        body.put("story", one.story());
        body.put("language", one.language());
        return JsonMapper.shared().writeValueAsString(body);
    }

    private JsonNode call(String method, String path, String body) throws Exception {
        JsonNode answer = answer(method, path, body);
        if (answer.has("type")) {
            throw new IOException(path + " answers " + answer);
        }
        return answer;
    }

    /** The answer, or the problem. */
    private JsonNode answer(String method, String path, String body) throws Exception {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(URI.create(served.address() + path))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return JsonMapper.shared().readTree(answer.body());
    }
}
