package az.qalxan.transmission.mail;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import az.qalxan.audit.AuditLog;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.database.WorkTime;
import az.qalxan.transmission.Alarms;
import az.qalxan.transmission.Guard;
import az.qalxan.transmission.KeyStage;
import az.qalxan.transmission.KeyUsage;
import az.qalxan.transmission.NoticeMoved;
import az.qalxan.transmission.NoticePost;
import az.qalxan.transmission.PartnerKeys;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Notices through a real SMTP server. The job of the running program knows no server and also takes
 * what is due, so the test works an hour later than it.
 */
@PlatformTest
class NoticeMailTest {

    private static final String CONTENT = "Saxlanılma haqqında məxfi söz";
    private static final String REFERENCE = "S-2026-000000777";

    private final ConfigurableApplicationContext context;
    private final KeyStage keys;
    private final NoticePost post;
    private final String address =
            "n-" + UUID.randomUUID().toString().substring(0, 8) + "@qalxan.example";
    private final NoticePost.Ref ref = new NoticePost.Ref("test", UUID.randomUUID().toString());
    private final List<NoticeMoved> moves = new ArrayList<>();
    private final ApplicationListener<PayloadApplicationEvent<?>> listener =
            event -> {
                if (event.getPayload() instanceof NoticeMoved moved && moved.ref().equals(ref)) {
                    moves.add(moved);
                }
            };
    private GreenMail server = started(0);
    private Instant now;

    @Autowired
    NoticeMailTest(ConfigurableApplicationContext context) {
        this.context = context;
        this.keys = new KeyStage(context);
        this.post = context.getBean(NoticePost.class);
        this.now = later(Duration.ofHours(1));
    }

    private Instant later(Duration time) {
        return context.getBean(Clock.class).instant().plus(time);
    }

    private static GreenMail started(int port) {
        GreenMail server =
                new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    @BeforeEach
    void open() {
        context.addApplicationListener(listener);
    }

    @AfterEach
    void close() {
        context.removeApplicationListener(listener);
        server.stop();
    }

    private MailSending sending(int port) {
        return new MailSending(
                context.getBean(MailStore.class),
                context.getBean(MailSealing.class),
                new MailSettings(
                        new MockEnvironment()
                                .withProperty("qalxan.mail.address", "qalxan@qalxan.example")
                                .withProperty("qalxan.mail.smtp.host", "127.0.0.1")
                                .withProperty("qalxan.mail.smtp.port", String.valueOf(port))
                                .withProperty("qalxan.mail.smtp.tls", "none")),
                context.getBean(NoticeMail.class),
                context.getBean(PartnerKeys.class),
                context.getBean(Alarms.class),
                context.getBean(AuditLog.class),
                new SecureRandom(),
                context.getBean(PlatformTransactionManager.class));
    }

    private void sendAll(int port) {
        MailSending sending = sending(port);
        WorkTime.run(
                now,
                () ->
                        ActingAs.run(
                                TransactionIdentity.job("test"),
                                () -> {
                                    while (sending.sendNext()) {
                                        Thread.onSpinWait();
                                    }
                                }));
    }

    private NoticePost.Posted write(String to) {
        return keys.system(() ->
                post.post(
                        new NoticePost.Note(
                                ref,
                                new BodyCode("dtx"),
                                new Guard(Handling.RED, null),
                                to,
                                new NoticePost.Words(
                                        REFERENCE,
                                        "/duty/requests/" + REFERENCE,
                                        CONTENT,
                                        CONTENT))));
    }

    private List<String> mails() {
        return List.of(server.getReceivedMessages()).stream()
                .filter(mail -> GreenMailUtil.getAddressList(recipients(mail)).contains(address))
                .map(GreenMailUtil::getWholeMessage)
                .toList();
    }

    private static jakarta.mail.Address[] recipients(jakarta.mail.internet.MimeMessage mail) {
        try {
            return mail.getAllRecipients();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** Every readable part of a mail, decoded. */
    private static String decoded(String mail) {
        StringBuilder all = new StringBuilder(mail);
        for (String block : mail.split("\r\n\r\n")) {
            try {
                all.append(
                        new String(
                                java.util.Base64.getMimeDecoder().decode(block.split("\r\n--")[0]),
                                StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                continue;
            }
        }
        return all.toString();
    }

    @Test
    void withAKeyTheContentGoesSealed() {
        keys.inForce(address, KeyUsage.SMIME, keys.ownCertificate());
        assertThat(write(address)).isEqualTo(NoticePost.Posted.QUEUED);
        sendAll(server.getSmtp().getPort());
        assertThat(mails()).singleElement().asString().contains("smime-type=enveloped-data");
        MailOpening.Opened opened =
                keys.system(() ->
                        context.getBean(MailOpening.class)
                                .open(mails().getFirst().getBytes(StandardCharsets.UTF_8)));
        assertThat(opened)
                .isInstanceOfSatisfying(
                        MailOpening.Opened.Readable.class,
                        mail -> {
                            assertThat(mail.subject()).isEqualTo(CONTENT);
                            assertThat(mail.text())
                                    .contains(CONTENT, "/duty/requests/" + REFERENCE);
                        });
        assertThat(moves).extracting(NoticeMoved::state).contains(NoticeMoved.State.SENT);
    }

    @Test
    void withAnOpenPgpKeyItGoesSealedToo() {
        OpenPgpKeys own = context.getBean(OpenPgpKeys.class);
        keys.inForce(address, KeyUsage.OPENPGP, OpenPgpKeys.publicPart(own.own()));
        write(address);
        sendAll(server.getSmtp().getPort());
        assertThat(mails()).singleElement().asString().contains("BEGIN PGP MESSAGE");
    }

    @Test
    void withoutAKeyNothingGoesButTheReferenceAndTheLink() {
        write(address);
        sendAll(server.getSmtp().getPort());
        assertThat(mails()).hasSize(1);
        assertThat(decoded(mails().getFirst()))
                .contains("http", "/duty/requests/" + REFERENCE, "sizi iş gözləyir")
                .doesNotContain(CONTENT, "məxfi");
    }

    @Test
    void aKeyThatEndsWhileTheNoticeWaitsTakesTheContentOut() {
        keys.inForce(address, KeyUsage.SMIME, keys.ownCertificate());
        write(address);
        now = later(Duration.ofDays(800));
        sendAll(server.getSmtp().getPort());
        assertThat(mails()).singleElement().asString().doesNotContain("enveloped-data");
        assertThat(decoded(mails().getFirst())).contains(REFERENCE).doesNotContain(CONTENT);
    }

    @Test
    void theSameNoticeGoesOnceHoweverOftenItIsPosted() {
        write(address);
        assertThat(write(address)).isEqualTo(NoticePost.Posted.KNOWN);
        sendAll(server.getSmtp().getPort());
        sendAll(server.getSmtp().getPort());
        assertThat(write(address)).isEqualTo(NoticePost.Posted.KNOWN);
        sendAll(server.getSmtp().getPort());
        assertThat(mails()).hasSize(1);
    }

    @Test
    void whatTheServerDoesNotTakeIsTriedAgainThenGoesOnce() {
        int port = server.getSmtp().getPort();
        server.stop();
        write(address);
        sendAll(port);
        assertThat(moves)
                .isNotEmpty()
                .last()
                .isEqualTo(new NoticeMoved(ref, NoticeMoved.State.TROUBLED, "server"));
        server = started(port);
        sendAll(port);
        assertThat(mails()).as("not before its pause is over").isEmpty();
        now = now.plus(Duration.ofMinutes(20));
        sendAll(port);
        sendAll(port);
        assertThat(mails()).hasSize(1);
        assertThat(moves).last().extracting(NoticeMoved::state).isEqualTo(NoticeMoved.State.SENT);
    }

    @Test
    void aServerThatHangsUpAfterItsYesGetsTheMailOnce() throws Exception {
        write(address);
        try (Curt curt = new Curt()) {
            sendAll(curt.port());
            now = now.plus(Duration.ofMinutes(20));
            sendAll(curt.port());
            assertThat(curt.taken()).filteredOn(to -> to.contains(address)).hasSize(1);
        }
        assertThat(moves).last().extracting(NoticeMoved::state).isEqualTo(NoticeMoved.State.SENT);
    }

    @Test
    void anAddressThatTheServerRefusesIsGivenUpAtOnce() throws Exception {
        write(address);
        try (Curt curt = new Curt()) {
            curt.refuse = true;
            sendAll(curt.port());
        }
        assertThat(moves)
                .last()
                .isEqualTo(new NoticeMoved(ref, NoticeMoved.State.GIVEN_UP, "address"));
        now = now.plus(Duration.ofHours(2));
        sendAll(server.getSmtp().getPort());
        assertThat(mails()).isEmpty();
    }

    @Test
    void itIsGivenUpAfterADay() {
        int port = server.getSmtp().getPort();
        server.stop();
        write(address);
        now = later(Duration.ofHours(25));
        sendAll(port);
        assertThat(moves)
                .last()
                .isEqualTo(new NoticeMoved(ref, NoticeMoved.State.GIVEN_UP, "server"));
    }

    @Test
    void whatIsNoAddressIsSaidAtOnce() {
        assertThat(write("növbətçi, 1-ci mərtəbə")).isEqualTo(NoticePost.Posted.NO_ADDRESS);
    }

    /** A mail server that hangs up after its yes, or refuses every receiver. */
    private static final class Curt implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0);
        private final List<String> receivers = new java.util.concurrent.CopyOnWriteArrayList<>();
        private volatile boolean refuse;

        Curt() throws IOException {
            Thread.ofVirtual().start(this::serve);
        }

        int port() {
            return socket.getLocalPort();
        }

        List<String> taken() {
            return receivers;
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (Socket client = socket.accept()) {
                    talk(client);
                } catch (IOException e) {
                    continue;
                }
            }
        }

        private void talk(Socket client) throws IOException {
            var in =
                    new java.io.BufferedReader(
                            new java.io.InputStreamReader(
                                    client.getInputStream(), StandardCharsets.US_ASCII));
            say(client, "220 curt");
            String to = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("RCPT")) {
                    to = line;
                    say(client, refuse ? "550 no such user" : "250 ok");
                } else if (line.startsWith("DATA")) {
                    say(client, "354 go on");
                    String data = in.readLine();
                    while (data != null && !data.equals(".")) {
                        data = in.readLine();
                    }
                    receivers.add(to);
                    say(client, "250 taken");
                    return;
                } else {
                    say(client, "250 ok");
                }
            }
        }

        private static void say(Socket client, String line) throws IOException {
            client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
