package az.qalxan.transmission.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Delivery reports: only ours, only those that failed, and nothing that breaks. */
class BouncesTest {

    private static final UUID MAIL = UUID.fromString("0b6f4b3e-2f0c-4a3e-9a63-1f2c3d4e5f60");

    private static String report(String action, String id) {
        return """
        From: MAILER-DAEMON@mx.example
        To: qalxan@qalxan.example
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        Sorry.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example

        Final-Recipient: rfc822; Abuse@Owner.example
        Action: %s
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 no such user
        --b
        Content-Type: text/rfc822-headers

        Message-ID: <%s@qalxan.example>
        Subject: x
        --b--
        """
                .formatted(action, id)
                .replace("\n", "\r\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aFailureNamesOurMailAndItsReceiver() {
        assertThat(Bounces.read(bytes(report("failed", MAIL.toString()))))
                .containsExactly(new Bounces.Failed(MAIL, "abuse@owner.example", "5.1.1"));
    }

    @Test
    void aDelayIsNoFailureAndAStrangersMailIsNotOurs() {
        assertThat(Bounces.read(bytes(report("delayed", MAIL.toString())))).isEmpty();
        assertThat(Bounces.read(bytes(report("failed", "something-else")))).isEmpty();
        assertThat(Bounces.read(bytes("Subject: hello\r\n\r\nMessage-ID: <" + MAIL + "@x>")))
                .isEmpty();
    }

    @Test
    void damagedReportsEndQuietly() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] whole = bytes(report("failed", MAIL.toString()));
        for (int i = 0; i < 3_000; i++) {
            byte[] damaged = whole.clone();
            for (int j = 0; j < 1 + random.nextInt(8); j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThat(Bounces.read(damaged)).as("seed %d", seed).hasSizeLessThanOrEqualTo(1);
        }
    }
}
