package az.qalxan.command;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.reporting.bulk.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program or its database is killed at the worst moment; nothing is lost, nothing doubled. */
class KillTest {

    private static final int SENDERS = 8;
    private static final int ACKNOWLEDGED_BEFORE_KILL = 300;
    private static final int ROWS = 16_000;

    @TempDir static Path folder = Path.of("");

    private static Path data = Path.of("");
    private static String token = "";

    @BeforeAll
    static void prepare() {
        data = folder.resolve("data");
        token = ServedProcess.prepare(data);
    }

    @Test
    void everyAcknowledgedReportOutlivesTheProgram() throws Exception {
        Traffic traffic = new Traffic("program");
        ServedProcess served = ServedProcess.start(data);
        traffic.sendUntil(new Program(served.address(), token), served::kill);
        assertEveryReportIsThereOnce(traffic);
    }

    @Test
    void everyAcknowledgedReportOutlivesPostgres() throws Exception {
        Traffic traffic = new Traffic("postgres");
        try (ServedProcess served = ServedProcess.start(data)) {
            traffic.sendUntil(
                    new Program(served.address(), token), () -> ServedProcess.killPostgres(data));
            served.kill();
        }
        assertEveryReportIsThereOnce(traffic);
    }

    /** Starts again, repeats what had no answer under the same keys, and counts. */
    private static void assertEveryReportIsThereOnce(Traffic traffic) throws SQLException {
        assertThat(traffic.acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED_BEFORE_KILL);
        try (ServedProcess again = ServedProcess.start(data)) {
            assertThat(ids(traffic.name))
                    .as("before anything is repeated")
                    .containsAll(traffic.acknowledged.values());
            traffic.repeatUnanswered(new Program(again.address(), token));
            assertThat(ids(traffic.name))
                    .containsExactlyInAnyOrderElementsOf(traffic.acknowledged.values());
            assertThat(traffic.acknowledged.keySet()).isEqualTo(traffic.sent);
        }
    }

    @Test
    void anImportOutlivesTheProgram() throws Exception {
        ServedProcess served = ServedProcess.start(data);
        String id = startImport(new Program(served.address(), token), "import-program");
        served.kill();
        assertImportGoesOn(id, "import-program");
    }

    @Test
    void anImportOutlivesPostgres() throws Exception {
        ServedProcess served = ServedProcess.start(data);
        String id = startImport(new Program(served.address(), token), "import-postgres");
        ServedProcess.killPostgres(data);
        served.kill();
        assertImportGoesOn(id, "import-postgres");
    }

    /** Sends a file, starts it, and returns when some of it is stored and more is to come. */
    private static String startImport(Program program, String name) throws IOException {
        StringBuilder csv = new StringBuilder("category,story\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append("phone-fraud,\"Sətir, +994 50 000 00 00, ")
                    .append(story(name, i))
                    .append("\"\n");
        }
        String id = program.file("kill.csv", csv.toString()).text("id");
        program.post("/api/imports/" + id + "/start");
        int done = 0;
        while (done == 0) {
            done = program.get("/api/imports/" + id).body().path("done").asInt();
        }
        assertThat(done).isLessThan(ROWS);
        return id;
    }

    private static void assertImportGoesOn(String id, String name) throws SQLException {
        try (ServedProcess again = ServedProcess.start(data)) {
            Program program = new Program(again.address(), token);
            Program.Answer standing = program.get("/api/imports/" + id);
            while (standing.text("state").equals("running")) {
                Thread.onSpinWait();
                standing = program.get("/api/imports/" + id);
            }
            assertThat(standing.text("state")).isEqualTo("done");
            assertThat(standing.body().path("stored").asInt()).isEqualTo(ROWS);
            assertThat(ids(name)).hasSize(ROWS);
            assertThat(stories(name)).isEqualTo(ROWS);
        }
    }

    private static String story(String name, int number) {
        return "kill " + name + " " + number;
    }

    private static List<String> ids(String name) throws SQLException {
        return ask("select id::text from reporting.report where story like ?", name);
    }

    private static int stories(String name) throws SQLException {
        return Integer.parseInt(
                ask(
                                "select count(distinct story)::text from reporting.report where story like ?",
                                name)
                        .getFirst());
    }

    /** Asks the running database as its owner of everything. */
    private static List<String> ask(String sql, String name) throws SQLException {
        List<String> found = new java.util.ArrayList<>();
        try (Connection connection = connect();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, "%kill " + name + " %");
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static Connection connect() throws SQLException {
        try {
            String port =
                    Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(3).strip();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/qalxan",
                    "postgres",
                    Files.readString(data.resolve("secrets/database-superuser")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Senders that keep what was acknowledged, and what was sent without an answer. */
    private static final class Traffic {

        private final String name;
        private final Set<String> sent = ConcurrentHashMap.newKeySet();
        private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
        private final AtomicInteger numbers = new AtomicInteger();

        Traffic(String name) {
            this.name = name;
        }

        /** Sends from many threads, kills in the middle, and returns when all threads noticed. */
        void sendUntil(Program program, Runnable kill) throws InterruptedException {
            CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_KILL);
            try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
                for (int i = 0; i < SENDERS; i++) {
                    senders.execute(() -> sendWhileAnswered(program, enough));
                }
                enough.await();
                kill.run();
            }
        }

        private void sendWhileAnswered(Program program, CountDownLatch enough) {
            boolean answered = true;
            while (answered) {
                answered = send(program, String.valueOf(numbers.incrementAndGet()));
                enough.countDown();
            }
        }

        /** Sends one report; true when the answer says that it is stored. */
        private boolean send(Program program, String number) {
            sent.add(number);
            Map<String, Object> report = new HashMap<>();
            report.put("category", "phone-fraud");
            report.put("story", story(name, Integer.parseInt(number)));
            try {
                Program.Answer answer = program.report(report, name + "-" + number);
                boolean stored = answer.status() == 200 || answer.status() == 201;
                if (stored) {
                    assertThat(answer.text("id")).as("the answer to %s", number).isNotEmpty();
                    acknowledged.put(number, answer.text("id"));
                }
                return stored;
            } catch (UncheckedIOException e) {
                return false;
            }
        }

        void repeatUnanswered(Program program) {
            for (String number : sent) {
                if (!acknowledged.containsKey(number)) {
                    assertThat(send(program, number)).as("report %s", number).isTrue();
                }
            }
        }
    }
}
