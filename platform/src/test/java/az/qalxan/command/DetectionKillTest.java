package az.qalxan.command;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.reporting.bulk.Program;
import java.io.IOException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program and its database are killed while events are judged; each finding is there once,
 * those of a correlation that counts across the break too.
 */
class DetectionKillTest {

    private static final String SOURCE = "01890000-0000-7000-8000-000000000001";
    private static final int BATCHES = 40;
    private static final int EVENTS = 500;

    @TempDir static Path folder = Path.of("");

    @Test
    void everyEventIsFoundOnceThoughBothAreKilled() throws Exception {
        Path data = folder.resolve("data");
        String token = ServedProcess.prepare(data);
        ServedProcess served = ServedProcess.start(data);
        prepare(data);
        for (int batch = 0; batch < BATCHES; batch++) {
            send(new Program(served.address(), token), batch);
        }
        while (ask(data, "select count(*) from monitoring.finding") == 0) {
            Thread.onSpinWait();
        }
        ServedProcess.killPostgres(data);
        served.kill();
        try (ServedProcess last = ServedProcess.start(data)) {
            for (int batch = 0; batch < BATCHES; batch++) {
                send(new Program(last.address(), token), batch);
            }
            while (ask(data, "select count(*) from monitoring.batch where judged_at is null") > 0) {
                Thread.onSpinWait();
            }
            assertThat(ask(data, "select count(*) from monitoring.event"))
                    .isEqualTo(BATCHES * EVENTS);
            assertThat(ask(data, "select count(*) from monitoring.finding where group_key = ''"))
                    .isEqualTo(BATCHES * EVENTS);
            assertThat(ask(data, "select count(distinct event_id) from monitoring.finding"))
                    .isEqualTo(BATCHES * EVENTS);
        }
    }

    /** A source and a rule in force; the program's body is that of the token. */
    private static void prepare(Path data) throws SQLException, IOException {
        String rule =
                "title: S\nid: r1\nlogsource: {}\ndetection:\n  a: {mark: x}\n  condition: a\nlevel: low\n";
        run(
                data,
                "insert into monitoring.source (id, body, name, sector, watches, criticality, format,"
                        + " purpose, retention_days, silence_minutes, handling, opened_at, opened_by)"
                        + " values ('"
                        + SOURCE
                        + "', 'din', 'S', 'other', 'S', 1, 'auto', 'for a test of it', 30, 60, 2,"
                        + " now(), 'S')",
                "insert into monitoring.rule_set (id, body, name, reach, budget, made_at, made_by)"
                        + " values ('01890000-0000-7000-8000-000000000002', 'din', 'S', 'own', 1000000,"
                        + " now(), 'S')",
                "insert into monitoring.rule_version (id, set_id, number, state, note, digest, made_at,"
                        + " made_by, maker, files, rules, correlations, refused, cases, failed, flaws)"
                        + " values ('01890000-0000-7000-8000-000000000003',"
                        + " '01890000-0000-7000-8000-000000000002', 1, 'active', 'S', 'S', now(), 'S',"
                        + " 'S', 1, 1, 0, 0, 0, 0, '{}')",
                "insert into monitoring.rule_file values ('01890000-0000-7000-8000-000000000003',"
                        + " 'r.yml', convert_to('"
                        + rule
                        + "', 'UTF8'))",
                "insert into monitoring.rule values ('01890000-0000-7000-8000-000000000003', 'r1',"
                        + " 'rule', 'S', 'low', 'test', '', '', '{}', '{}', '{}', 'r.yml', 1, '')");
    }

    private static void send(Program program, int batch) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < EVENTS; i++) {
            lines.append("{\"mark\":\"x\",\"n\":").append(batch * EVENTS + i).append("}\n");
        }
        HttpRequest request =
                program.request("/api/monitoring/sources/" + SOURCE + "/events")
                        .header("Idempotency-Key", "batch-" + batch)
                        .POST(HttpRequest.BodyPublishers.ofString(lines.toString()))
                        .build();
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void run(Path data, String... statements) throws SQLException, IOException {
        try (Connection connection = connection(data);
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private static long ask(Path data, String sql) throws SQLException, IOException {
        try (Connection connection = connection(data);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Connection connection(Path data) throws SQLException, IOException {
        String port = Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(3).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/qalxan",
                "postgres",
                Files.readString(data.resolve("secrets/database-superuser")).strip());
    }
}
