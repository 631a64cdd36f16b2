package az.qalxan.transmission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.PlatformTest;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import az.qalxan.database.WorkTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.PlatformTransactionManager;

/** The peers' port, with real certificates on both sides of a real connection. */
@PlatformTest
class PeerDoorTest {

    private final ConfigurableApplicationContext context;
    private final Stage stage;
    private final int port = freePort();
    private final PeerDoor door;
    private final DoorBook book;
    private final PeerCalls calls;

    @Autowired
    PeerDoorTest(ConfigurableApplicationContext context) {
        this.context = context;
        this.stage = new Stage(context);
        PeersSettings settings =
                new PeersSettings(
                        new MockEnvironment()
                                .withProperty("qalxan.peers.host", "127.0.0.1")
                                .withProperty("qalxan.peers.port", String.valueOf(port))
                                .withProperty("qalxan.peers.timeout-seconds", "2"));
        PlatformTransactionManager manager = context.getBean(PlatformTransactionManager.class);
        this.book =
                new DoorBook(
                        settings,
                        context.getBean(PeerStore.class),
                        context.getBean(PartnerKeyStore.class),
                        context.getBean(OwnIdentity.class),
                        context.getBean(Alarms.class),
                        context.getBean(Clock.class),
                        manager);
        this.door =
                new PeerDoor(
                        settings,
                        book,
                        context.getBean(Taking.class),
                        context.getBean(Ledgers.class),
                        context.getBean(DeliveryJob.class),
                        new SecureRandom());
        this.calls =
                new PeerCalls(
                        context.getBean(PartnerKeyStore.class),
                        context.getBean(OwnIdentity.class),
                        settings,
                        new SecureRandom(),
                        context.getBean(Clock.class),
                        manager);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void open() {
        door.start();
    }

    @AfterEach
    void close() {
        door.stop();
    }

    /** This instance as its own peer, with another certificate if wanted. */
    private String self(OwnKey tls, int where) {
        String code = "door-" + UUID.randomUUID().toString().substring(0, 8);
        InstanceKeys keys = context.getBean(InstanceKeys.class);
        // One certificate names one peer, so every test enters a key of its own.
        OwnKey sign = Partner.key(KeyUsage.SIGN, 1, Duration.ofDays(90));
        stage.admit(
                new PeerForm(
                        code,
                        "Özümüz",
                        UUID.randomUUID().toString(),
                        "https://127.0.0.1:" + where,
                        code + "-b",
                        Certificates.pem(tls.certificate()),
                        Certificates.pem(sign.certificate())));
        assertThat(keys.instance()).isNotNull();
        book.read();
        return code;
    }

    private UUID queue(String code) {
        UUID id = UUID.randomUUID();
        Correspondence with =
                new Correspondence(
                        code, new BodyCode("dtx"), new BodyCode(code + "-b"), UUID.randomUUID());
        Envelope envelope =
                new Envelope(
                        with,
                        new Guard(Handling.AMBER, null),
                        "test.word",
                        id,
                        new Contents("{}".getBytes(), List.of()));
        stage.system(() -> context.getBean(Dispatch.class).send(envelope));
        return id;
    }

    private String trouble(UUID id) {
        return stage.system(() ->
                context.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                        .sql("select trouble from transmission.dispatch where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single());
    }

    @Test
    void aStrangersCertificateEndsTheHandshake() {
        OwnKey stranger = Partner.key(KeyUsage.TLS, 1, Duration.ofDays(9));
        try (HttpClient client =
                HttpClient.newBuilder()
                        .sslContext(Pinned.context(() -> stranger, any -> true, new SecureRandom()))
                        .build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + "/messages"))
                            .timeout(Duration.ofSeconds(10))
                            .POST(HttpRequest.BodyPublishers.ofString("x"))
                            .build();
            assertThatThrownBy(() -> client.send(request, HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void whoeverIsNobodyElseIsHeardAndToldWhy() throws Exception {
        Partner partner = Partner.admitted(context);
        book.read();
        try (HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(
                                Pinned.context(
                                        () -> partner.tls,
                                        shown -> shown.equals(book.ownKey().fingerprint()),
                                        new SecureRandom()))
                        .build()) {
            UUID conversation = UUID.randomUUID();
            Manifest word = partner.says(conversation, 1, "salam");
            Taking.Answer taken = post(client, partner.frame(word, "salam", partner.sign));
            assertThat(taken.status()).isEqualTo(200);
            assertThat(Partner.code(taken)).isEmpty();
            byte[] large = new byte[3 << 20];
            large[0] = 'x';
            assertThat(Partner.code(post(client, large))).isEqualTo("malformed");
            HttpResponse<String> ledger =
                    client.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "https://127.0.0.1:"
                                                            + port
                                                            + "/ledger/"
                                                            + conversation))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            Ledgers.State told =
                    Ledgers.told(Seal.read(ledger.body()).orElseThrow(), conversation)
                            .orElseThrow();
            assertThat(told.taken()).isEqualTo(1);
        }
    }

    private Taking.Answer post(HttpClient client, byte[] frame) throws Exception {
        HttpResponse<String> answer =
                client.send(
                        HttpRequest.newBuilder(
                                        URI.create("https://127.0.0.1:" + port + "/messages"))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(frame))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return new Taking.Answer(answer.statusCode(), answer.body());
    }

    @Test
    void somebodyElseAtThePeersAddressIsAnAlarm() {
        String code = self(Partner.key(KeyUsage.TLS, 1, Duration.ofDays(90)), port);
        UUID message = queue(code);
        assertThat(context.getBean(Delivery.class).step(code, calls))
                .isEqualTo(Delivery.Step.PEER_SILENT);
        assertThat(trouble(message)).isEqualTo("wrong-identity");
        assertThat(stage.alarms(code)).contains("wrong-identity");
    }

    @Test
    void aCertificateThatEndedMidConversationIsNotBelieved() {
        String code = self(Partner.key(KeyUsage.TLS, 1, Duration.ofDays(5)), port);
        UUID message = queue(code);
        WorkTime.run(
                Clock.systemUTC().instant().plus(Duration.ofDays(6)),
                () -> context.getBean(Delivery.class).step(code, calls));
        assertThat(trouble(message)).isEqualTo("wrong-identity");
    }

    @Test
    void aPeerThatIsAwayOrSaysNothingIsTriedLater() throws IOException {
        String away = self(Partner.key(KeyUsage.TLS, 1, Duration.ofDays(90)), freePort());
        UUID first = queue(away);
        context.getBean(Delivery.class).step(away, calls);
        assertThat(trouble(first)).isEqualTo("unreachable");
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String slow =
                    self(Partner.key(KeyUsage.TLS, 1, Duration.ofDays(90)), silent.getLocalPort());
            UUID second = queue(slow);
            context.getBean(Delivery.class).step(slow, calls);
            assertThat(trouble(second)).isEqualTo("slow");
        }
    }
}
