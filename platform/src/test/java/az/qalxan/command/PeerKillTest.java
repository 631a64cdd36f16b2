package az.qalxan.command;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.QalxanApplication;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.transmission.PeerDesk;
import az.qalxan.transmission.PeerStage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Two instances, each with a database of its own, write to each other over their peers' ports while
 * one of them, a process with its database, is killed: each message is taken once, in its order,
 * and both ledgers agree.
 */
class PeerKillTest {

    private static final int CONVERSATIONS = 4;
    private static final int MESSAGES = 120;

    @TempDir static Path folder = Path.of("");

    private final List<UUID> conversations = new ArrayList<>();

    /** One end: its data and its peers' port. */
    private record End(String code, Path data, int port) {

        static End of(String code) throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return new End(code, folder.resolve(code), socket.getLocalPort());
            }
        }

        ConfigurableApplicationContext open() {
            SpringApplication application = new SpringApplication(QalxanApplication.class);
            application.setDefaultProperties(
                    Map.of(
                            "server.port",
                            0,
                            "qalxan.data",
                            data.toString(),
                            "qalxan.peers.name",
                            "Qalxan " + code,
                            "qalxan.peers.host",
                            "127.0.0.1",
                            "qalxan.peers.port",
                            port,
                            "qalxan.peers.address",
                            "https://127.0.0.1:" + port));
            return application.run();
        }

        ServedProcess serve() {
            return ServedProcess.start(
                    data,
                    Map.of(
                            "QALXAN_PEERS_PORT",
                            String.valueOf(port),
                            "QALXAN_PEERS_HOST",
                            "127.0.0.1"));
        }

        long ask(String sql) {
            return Long.parseLong(tell(sql));
        }

        String tell(String sql) {
            try {
                String server =
                        Files.readAllLines(data.resolve("postgresql/postmaster.pid"))
                                .get(3)
                                .strip();
                try (Connection connection =
                                DriverManager.getConnection(
                                        "jdbc:postgresql://127.0.0.1:" + server + "/qalxan",
                                        "postgres",
                                        Files.readString(data.resolve("secrets/database-superuser"))
                                                .strip());
                        Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery(sql)) {
                    row.next();
                    return row.getString(1);
                }
            } catch (SQLException | IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static final String TAKEN =
            "select count(*) from transmission.arrival where state = 'taken'";
    private static final String QUEUED =
            "select count(*) from transmission.dispatch where state <> 'receipted'";

    @Test
    void bothLedgersAgreeThoughOneIsKilled() throws Exception {
        End here = End.of("here");
        End there = End.of("there");
        try (ConfigurableApplicationContext other = acquaint(here, there)) {
            ServedProcess first = here.serve();
            await(() -> here.ask(TAKEN) > MESSAGES / 8 && there.ask(TAKEN) > MESSAGES / 8);
            ServedProcess.killPostgres(here.data());
            first.kill();
            try (ServedProcess last = here.serve()) {
                await(() -> here.ask(QUEUED) == 0 && there.ask(QUEUED) == 0);
                assertThat(last.address()).isNotEmpty();
                agree(here, there);
                agree(there, here);
                compare(other);
            }
        }
    }

    /** The instance that lives asks the one that was killed what it holds. */
    private void compare(ConfigurableApplicationContext other) {
        for (UUID conversation : conversations) {
            PeerDesk.Comparison comparison =
                    ActingAs.call(
                            TransactionIdentity.job("test"),
                            () -> other.getBean(PeerDesk.class).compare("here", conversation));
            assertThat(comparison.same()).as(comparison.toString()).isTrue();
        }
    }

    /** Both know each other and have much to say; the second stays open with its peers' port. */
    private ConfigurableApplicationContext acquaint(End here, End there) throws Exception {
        CompletableFuture<ConfigurableApplicationContext> opening =
                CompletableFuture.supplyAsync(there::open);
        try (ConfigurableApplicationContext one = here.open()) {
            ConfigurableApplicationContext other = opening.get();
            PeerStage left = new PeerStage(one);
            PeerStage right = new PeerStage(other);
            left.admit("there", other.getBean(PeerDesk.class).introduction());
            right.admit("here", one.getBean(PeerDesk.class).introduction());
            for (int i = 0; i < CONVERSATIONS; i++) {
                conversations.add(UUID.randomUUID());
            }
            for (int i = 0; i < MESSAGES; i++) {
                UUID conversation = conversations.get(i % CONVERSATIONS);
                left.send("there", conversation, "söz " + i);
                right.send("here", conversation, "cavab " + i);
            }
            return other;
        }
    }

    private interface Check {
        boolean holds();
    }

    private static void await(Check check) throws InterruptedException {
        while (!check.holds()) {
            Thread.sleep(50);
        }
    }

    /** What one end sent is what the other took: as often, in that order, with that digest. */
    private void agree(End sender, End taker) {
        assertThat(taker.ask(TAKEN)).isEqualTo(MESSAGES);
        assertThat(
                        taker.ask(
                                "select count(*) from audit.event"
                                        + " where act = 'transmission.message.taken'"))
                .as("the effect of each, once")
                .isEqualTo(MESSAGES);
        for (UUID conversation : conversations) {
            String order =
                    """
                    select string_agg(id::text, ' ' order by %s) from transmission.%s
                    where conversation = '%s'
                    """;
            assertThat(taker.tell(order.formatted("sequence", "arrival", conversation)))
                    .isEqualTo(sender.tell(order.formatted("position", "dispatch", conversation)));
            String head =
                    """
                    select head from transmission.ledger
                    where conversation = '%s' and direction = '%s' order by sequence desc limit 1
                    """;
            assertThat(taker.tell(head.formatted(conversation, "in")))
                    .isEqualTo(sender.tell(head.formatted(conversation, "out")));
        }
    }
}
