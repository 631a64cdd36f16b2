package az.qalxan.command;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.reporting.bulk.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program is killed while it links, and again while it links everything anew: every report is
 * linked once, and no decision is lost.
 */
@NullUnmarked // a null here fails the test anyway
class SeriesKillTest {

    private static final int GROUPS = 700;
    private static final int SIZE = 4;
    private static final int ROWS = GROUPS * SIZE;
    private static final String PLACES =
            """
            select string_agg(component || ' ' || coalesce(linked_to::text, '-') || ' ' || score,
              ',' order by report_id) from series.placement
            """;

    @TempDir static Path folder = Path.of("");

    @Test
    void linkingAndLinkingAnewOutliveTheProgram() throws Exception {
        Path data = folder.resolve("data");
        Program program;
        try (Kept kept = new Kept(data, ServedProcess.prepare(data))) {
            program = kept.start();
            String id = program.file("series.csv", csv()).text("id");
            program.post("/api/imports/" + id + "/start");
            kept.until("select count(*) from series.report", linked -> linked >= SIZE * 10);
            kept.kill();

            program = kept.start();
            kept.until("select count(*) from series.report", linked -> linked == ROWS);
            kept.until("select count(*) from series.pending", waiting -> waiting == 0);
            assertEveryGroupIsOneSeries(kept);

            reject(program, kept);
            kept.until("select count(*) from series.pending", waiting -> waiting == 0);
            String places = kept.ask(PLACES);
            kept.ask(
                    """
                    insert into series.relink (id, state, part, done, total, reports, changed,
                      generation, started_at, changed_at, account, name)
                    values (uuidv7(), 'running', 'read', 0, 0, 0, 0, 0, now(),
                      now() - interval '1 hour', '', '') returning id::text
                    """);
            kept.until(
                    "select count(*) from series.relink where changed_at > now() - interval '9 s'",
                    begun -> begun == 1);
            kept.kill();

            kept.start();
            kept.until(
                    "select count(*) from series.relink where state = 'done'", done -> done == 1);
            assertThat(kept.ask(PLACES)).isEqualTo(places);
        }
    }

    private static void assertEveryGroupIsOneSeries(Kept kept) throws SQLException {
        assertThat(
                        kept.ask(
                                """
                                select count(*) filter (where members = 4) || ' of ' || count(*)
                                from (select count(*) as members from series.placement
                                      where series is not null group by series) as sizes
                                """))
                .isEqualTo(GROUPS + " of " + GROUPS);
    }

    /** Keeps two reports of one series apart. */
    private static void reject(Program program, Kept kept) throws SQLException {
        String pair =
                kept.ask(
                        """
                        select min(report_id::text) || ' ' || max(report_id::text)
                        from series.placement where series is not null
                        group by series order by 1 limit 1
                        """);
        Program.Answer answer =
                program.post(
                        "/api/series/decisions",
                        """
                        {"one": "%s", "other": "%s", "verdict": "rejected", "reason": "sınaq"}
                        """
                                .formatted((Object[]) pair.split(" ")));
        assertThat(answer.status()).isEqualTo(201);
    }

    private static String csv() {
        Random random = new Random(20261127);
        StringBuilder csv = new StringBuilder("category,story\n");
        for (int group = 0; group < GROUPS; group++) {
            String domain = word(random, 16) + ".example";
            for (int i = 0; i < SIZE; i++) {
                String story =
                        random.ints(9, 0, 1)
                                .mapToObj(any -> word(random, 8))
                                .collect(Collectors.joining(" "));
                csv.append("phone-fraud,\"").append(story).append(", sayt ").append(domain);
                csv.append("\"\n");
            }
        }
        return csv.toString();
    }

    private static String word(Random random, int letters) {
        return random.ints(letters, 'a', 'z' + 1)
                .mapToObj(letter -> String.valueOf((char) letter))
                .collect(Collectors.joining());
    }

    /** An installation whose program comes and goes, and its database as its owner sees it. */
    private static final class Kept implements AutoCloseable {

        private final Path data;
        private final String token;
        private ServedProcess served;

        Kept(Path data, String token) {
            this.data = data;
            this.token = token;
        }

        Program start() {
            served = ServedProcess.start(data);
            return new Program(served.address(), token);
        }

        void kill() {
            served.kill();
        }

        void until(String sql, java.util.function.LongPredicate reached) throws Exception {
            while (!reached.test(Long.parseLong(ask(sql)))) {
                Thread.sleep(20);
            }
        }

        String ask(String sql) throws SQLException {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getString(1);
            }
        }

        private Connection connect() throws SQLException {
            try {
                List<String> pid = Files.readAllLines(data.resolve("postgresql/postmaster.pid"));
                return DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + pid.get(3).strip() + "/qalxan",
                        "postgres",
                        Files.readString(data.resolve("secrets/database-superuser")).strip());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            served.close();
        }
    }
}
