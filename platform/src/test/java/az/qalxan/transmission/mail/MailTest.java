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
import az.qalxan.transmission.Attached;
import az.qalxan.transmission.Guard;
import az.qalxan.transmission.KeyStage;
import az.qalxan.transmission.KeyUsage;
import az.qalxan.transmission.MailKeys;
import az.qalxan.transmission.PartnerKeys;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

/** Mails to ourselves through a real SMTP and IMAP server: what was sealed is what is opened. */
@PlatformTest
class MailTest {

    private static final Attached FILE =
            new Attached("şəkil №1.bin", "application/octet-stream", new byte[] {0, 1, -1, 13, 10});

    private final ConfigurableApplicationContext context;
    private final KeyStage keys;
    private final GreenMail server =
            new GreenMail(
                    new ServerSetup[] {
                        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
                    });
    private final String address =
            "q-" + UUID.randomUUID().toString().substring(0, 8) + "@qalxan.example";
    private final List<MailReceived> received = new ArrayList<>();
    private final ApplicationListener<PayloadApplicationEvent<?>> listener =
            event -> {
                if (event.getPayload() instanceof MailReceived mail) {
                    received.add(mail);
                }
            };
    private final MailStore store;
    private MailSending sending;
    private MailFetching fetching;
    private OpenPgpKeys openPgp;

    @Autowired
    MailTest(ConfigurableApplicationContext context) {
        this.context = context;
        this.keys = new KeyStage(context);
        this.store = context.getBean(MailStore.class);
        this.openPgp = context.getBean(OpenPgpKeys.class);
        this.sending = context.getBean(MailSending.class);
        this.fetching = context.getBean(MailFetching.class);
    }

    @BeforeEach
    void open() {
        server.start();
        server.setUser(address, address, "parol");
        MailSettings settings =
                new MailSettings(
                        new MockEnvironment()
                                .withProperty("qalxan.mail.address", address)
                                .withProperty("qalxan.mail.smtp.host", "127.0.0.1")
                                .withProperty(
                                        "qalxan.mail.smtp.port",
                                        String.valueOf(server.getSmtp().getPort()))
                                .withProperty("qalxan.mail.smtp.tls", "none")
                                .withProperty("qalxan.mail.imap.host", "127.0.0.1")
                                .withProperty(
                                        "qalxan.mail.imap.port",
                                        String.valueOf(server.getImap().getPort()))
                                .withProperty("qalxan.mail.imap.tls", "none")
                                .withProperty("qalxan.mail.imap.password", "parol"));
        PlatformTransactionManager manager = context.getBean(PlatformTransactionManager.class);
        AuditLog audit = context.getBean(AuditLog.class);
        sending =
                new MailSending(
                        store,
                        context.getBean(MailSealing.class),
                        settings,
                        context.getBean(NoticeMail.class),
                        context.getBean(PartnerKeys.class),
                        context.getBean(Alarms.class),
                        audit,
                        new SecureRandom(),
                        manager);
        fetching =
                new MailFetching(
                        store,
                        context.getBean(MailOpening.class),
                        context.getBean(NoticeMail.class),
                        settings,
                        audit,
                        context,
                        manager);
        context.addApplicationListener(listener);
    }

    @AfterEach
    void close() {
        context.removeApplicationListener(listener);
        server.stop();
    }

    private Mails.Outcome write(Handling handling) {
        MailDraft draft =
                new MailDraft(
                        new BodyCode("dtx"),
                        new Guard(handling, null),
                        address,
                        "Təcili: məlumatın saxlanılması",
                        "Hörmətli həmkar,\n.\nğüşiöç əI\n",
                        List.of(FILE));
        return keys.system(() -> context.getBean(Mails.class).send(draft));
    }

    private void sendAll() {
        ActingAs.run(
                TransactionIdentity.job("test"),
                () -> {
                    while (sending.sendNext()) {
                        Thread.onSpinWait();
                    }
                });
    }

    private void isWhatWasWritten(boolean encrypted, boolean verified) {
        assertThat(received).hasSize(1);
        MailReceived mail = received.getFirst();
        assertThat(mail.subject()).isEqualTo("Təcili: məlumatın saxlanılması");
        assertThat(mail.text()).isEqualTo("Hörmətli həmkar,\n.\nğüşiöç əI\n");
        assertThat(mail.from()).isEqualTo(address);
        assertThat(mail.encrypted()).isEqualTo(encrypted);
        assertThat(mail.verifiedBy()).matches(verified ? "[0-9a-f]{64}" : "");
        assertThat(mail.files()).hasSize(1);
        assertThat(mail.files().getFirst().name()).isEqualTo(FILE.name());
        assertThat(mail.files().getFirst().content()).isEqualTo(FILE.content());
    }

    @Test
    void whatIsSealedBySmimeIsOpenedAndVerified() {
        keys.inForce(address, KeyUsage.SMIME, keys.ownCertificate());
        assertThat(write(Handling.RED)).isInstanceOf(Mails.Outcome.Queued.class);
        sendAll();
        String onTheWay = GreenMailUtil.getWholeMessage(server.getReceivedMessages()[0]);
        assertThat(onTheWay).contains("smime-type=enveloped-data").doesNotContain("saxlan");
        fetching.fetchNew();
        isWhatWasWritten(true, true);
        fetching.fetchNew();
        assertThat(received).hasSize(1);
    }

    @Test
    void whatIsSealedByOpenPgpIsOpenedAndVerified() {
        keys.inForce(address, KeyUsage.OPENPGP, OpenPgpKeys.publicPart(openPgp.own()));
        assertThat(write(Handling.AMBER)).isInstanceOf(Mails.Outcome.Queued.class);
        sendAll();
        assertThat(GreenMailUtil.getWholeMessage(server.getReceivedMessages()[0]))
                .contains("application/pgp-encrypted", "BEGIN PGP MESSAGE");
        fetching.fetchNew();
        isWhatWasWritten(true, true);
    }

    /** What is sealed for an earlier key of ours still opens, and is signed by the newest. */
    @Test
    void aRolledKeySignsAndTheEarlierOneStillOpens() {
        MailKeys own = context.getBean(MailKeys.class);
        keys.inForce(address, KeyUsage.OPENPGP, OpenPgpKeys.publicPart(openPgp.own()));
        String before = keys.system(() -> own.roll("openpgp").orElseThrow().fingerprint());
        write(Handling.AMBER);
        sendAll();
        fetching.fetchNew();
        assertThat(received).hasSize(1);
        assertThat(received.getFirst().encrypted()).isTrue();
        assertThat(received.getFirst().verifiedBy()).as("the partner has no new key").isEmpty();
        assertThat(keys.system(own::own))
                .filteredOn(MailKeys.Shown::signs)
                .hasSize(2)
                .anySatisfy(key -> assertThat(key.fingerprint()).isEqualTo(before));
        String certificate = keys.system(() -> own.roll("smime").orElseThrow().text());
        assertThat(certificate).contains("BEGIN CERTIFICATE").isEqualTo(keys.ownCertificate());
        assertThat(keys.system(() -> own.roll("pigeon"))).isEmpty();
        assertThat(keys.system(own::own).toString()).doesNotContain("PRIVATE");
    }

    @Test
    void whatAMarkingKeepsClosedIsNotSentWithoutAKey() {
        assertThat(write(Handling.AMBER)).isEqualTo(new Mails.Outcome.NoKey(address));
        assertThat(write(Handling.GREEN)).isInstanceOf(Mails.Outcome.Queued.class);
        sendAll();
        fetching.fetchNew();
        isWhatWasWritten(false, false);
    }

    @Test
    void aKeyThatEndsWhileTheMailWaitsKeepsItBack() {
        keys.inForce(address, KeyUsage.SMIME, keys.ownCertificate());
        write(Handling.AMBER);
        WorkTime.run(
                context.getBean(Clock.class).instant().plus(Duration.ofDays(800)), this::sendAll);
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(keys.alarms(address)).contains("no-key");
    }

    @Test
    void aMailThatCannotBeReadIsKeptWithThePlace() {
        String broken =
                "From: <"
                        + address
                        + ">\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                        + "--b\r\nContent-Transfer-Encoding: base64\r\n\r\n@@@=x\r\n";
        fetching.accept(
                new MailStore.Place(address, 1, 1), broken.getBytes(StandardCharsets.UTF_8));
        assertThat(received).isEmpty();
        MailStore.Row row =
                keys.system(() -> store.rows()).stream()
                        .filter(one -> one.trouble().equals("no-end"))
                        .findFirst()
                        .orElseThrow();
        assertThat(row.place()).isEqualTo("1");
        assertThat(keys.system(() -> store.original(row.id()).orElseThrow()))
                .isEqualTo(broken.getBytes(StandardCharsets.UTF_8));
    }

    /** Changed anywhere, a sealed mail opens as nothing that would count as verified. */
    @Test
    void noChangedMailIsVerified() throws Exception {
        keys.inForce(address, KeyUsage.SMIME, keys.ownCertificate());
        keys.inForce(address, KeyUsage.OPENPGP, OpenPgpKeys.publicPart(openPgp.own()));
        long seed = System.nanoTime();
        System.out.println("MailTest seed " + seed);
        Random random = new Random(seed);
        MailSealing sealing = context.getBean(MailSealing.class);
        MailSealing.Letter letter =
                new MailSealing.Letter(
                        UUID.randomUUID(),
                        address,
                        address,
                        "Mövzu",
                        "Mətn",
                        List.of(FILE),
                        Clock.systemUTC().instant());
        PartnerKeys partners = context.getBean(PartnerKeys.class);
        List<byte[]> sealed =
                keys.system(() -> {
                    try {
                        return List.of(
                                sealing.signed(letter),
                                sealing.smime(
                                        letter,
                                        partners.usable(address, KeyUsage.SMIME).orElseThrow()),
                                sealing.openPgp(
                                        letter,
                                        partners.usable(address, KeyUsage.OPENPGP).orElseThrow()));
                    } catch (java.security.GeneralSecurityException e) {
                        throw new AssertionError(e);
                    }
                });
        MailOpening opening = context.getBean(MailOpening.class);
        for (int round = 0; round < 240; round++) {
            byte[] changed = changed(sealed.get(round % 3), random);
            MailOpening.Opened opened = keys.system(() -> opening.open(changed));
            if (opened instanceof MailOpening.Opened.Readable mail
                    && !mail.verifiedBy().isEmpty()) {
                assertThat(mail.text()).as("seed %d, round %d", seed, round).isEqualTo("Mətn");
                assertThat(mail.files().getFirst().content()).isEqualTo(FILE.content());
            }
        }
    }

    private static byte[] changed(byte[] mail, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = random.nextInt(mail.length);
        out.write(mail, 0, at);
        switch (random.nextInt(3)) {
            case 0 -> out.write(random.nextInt(256));
            case 1 -> out.write(mail, at, random.nextInt(Math.min(64, mail.length - at)) + 0);
            default -> at = Math.min(mail.length - 1, at + random.nextInt(40));
        }
        out.write(mail, at + 1, mail.length - at - 1);
        return out.toByteArray();
    }
}
