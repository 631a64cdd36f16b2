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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program and its database are killed while it compares what bodies hold; nothing is missed.
 */
class MatchKillTest {

    private static final int PAIRS = 6_000;

    @TempDir static Path folder = Path.of("");

    @Test
    void everyPairIsFoundOnceThoughBothAreKilled() throws Exception {
        Path data = folder.resolve("data");
        String token = ServedProcess.prepare(data);
        ServedProcess served = ServedProcess.start(data);
        send(new Program(served.address(), token));
        awaitSome(data);
        ServedProcess.killPostgres(data);
        served.kill();
        try (ServedProcess last = ServedProcess.start(data)) {
            while (ask(data, "select count(*) from deconfliction.arrival") > 0) {
                Thread.onSpinWait();
            }
            assertThat(last.address()).isNotEmpty();
            assertThat(ask(data, "select count(*) from deconfliction.hit")).isEqualTo(PAIRS);
            assertThat(ask(data, "select count(*) from deconfliction.side")).isEqualTo(2 * PAIRS);
            assertThat(ask(data, "select count(*) from deconfliction.holding"))
                    .isEqualTo(2 * PAIRS);
            assertThat(ask(data, "select sum(reports) from deconfliction.source_day"))
                    .as("each report is counted once")
                    .isEqualTo(2 * PAIRS);
        }
    }

    /** Each identifier once in a report of either body. */
    private static void send(Program program) {
        StringBuilder csv = new StringBuilder("category,story\n");
        for (int i = 0; i < PAIRS; i++) {
            csv.append("phone-fraud,Birinci orqanda k").append(i).append(".example\n");
            csv.append("ransomware,İkinci orqanda k").append(i).append(".example\n");
        }
        String id = program.file("match.csv", csv.toString()).text("id");
        program.post("/api/imports/" + id + "/start");
        while (program.get("/api/imports/" + id).text("state").equals("running")) {
            Thread.onSpinWait();
        }
    }

    /** Returns when some are compared and others are not. */
    private static void awaitSome(Path data) throws SQLException, IOException {
        while (ask(data, "select count(*) from deconfliction.hit") == 0) {
            Thread.onSpinWait();
        }
        assertThat(ask(data, "select count(*) from deconfliction.arrival")).isPositive();
    }

    private static long ask(Path data, String sql) throws SQLException, IOException {
        String port = Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(3).strip();
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:postgresql://127.0.0.1:" + port + "/qalxan",
                                "postgres",
                                Files.readString(data.resolve("secrets/database-superuser"))
                                        .strip());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
