package az.qalxan.exchange.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What owners and registries publish, and where hooks may lead, without a database. */
class PublishedTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private static SecurityTxt txt(String content) {
        return SecurityTxt.read(content.getBytes(StandardCharsets.UTF_8));
    }

    private static Rdap rdap(String content) {
        return Rdap.read(content.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    @Test
    void aSecurityTxtNamesItsContactsInOrderUntilItExpires() {
        SecurityTxt file =
                txt(
                        """
                        # bizə yazın
                        Contact: mailto:soc@sinaq.example?subject=x
                        CONTACT: https://sinaq.example/report
                        contact: tel:+994-12-555-01-01
                        Expires: 2027-01-01T00:00:00z
                        Preferred-Languages: az, en
                        Hiring: https://sinaq.example/jobs
                        """);
        assertThat(file.wrong()).isEmpty();
        assertThat(file.contacts()).hasSize(3);
        assertThat(file.mails()).containsExactly("soc@sinaq.example");
        assertThat(file.languages()).containsExactly("az", "en");
        assertThat(file.holds(NOW)).isTrue();
        assertThat(file.holds(Instant.parse("2027-01-01T00:00:00Z"))).isFalse();
    }

    @Test
    void aSignedSecurityTxtIsReadAndABrokenOneSaysWhy() {
        SecurityTxt signed =
                txt(
                        """
                        -----BEGIN PGP SIGNED MESSAGE-----
                        Hash: SHA256

                        Contact: mailto:a@b.example
                        Expires: 2027-01-01T00:00:00Z
                        -----BEGIN PGP SIGNATURE-----

                        Contact: mailto:evil@b.example
                        -----END PGP SIGNATURE-----
                        """);
        assertThat(signed.mails()).containsExactly("a@b.example");
        assertThat(txt("Contact: javascript:alert(1)\n").wrong())
                .containsExactly("contact", "no-contact", "no-expires");
        assertThat(txt("Contact: mailto:a@b.example\nExpires: tomorrow\n").wrong())
                .containsExactly("expires");
        SecurityTxt twice =
                txt(
                        "Contact: mailto:a@b.example\nExpires: 2027-01-01T00:00:00Z\n"
                                + "Expires: 2030-01-01T00:00:00Z\n");
        assertThat(twice.holds(NOW)).isFalse();
        assertThat(txt("x".repeat(SecurityTxt.BYTES_MAX + 1)).wrong()).contains("too-large");
    }

    @Test
    void anAnswerOfTheDirectoryNamesHolderBlocksAndAbuseDesk() {
        Rdap network =
                rdap(
                        """
                        {"objectClassName":"ip network","startAddress":"198.51.100.0",
                         "endAddress":"198.51.100.191","country":"AZ","name":"NET-SINAQ",
                         "events":[{"eventAction":"registration",
                           "eventDate":"2019-04-01T10:00:00Z"}],
                         "entities":[{"roles":["registrant"],
                           "vcardArray":["vcard",[["fn",{},"text","Sınaq Telekom"]]],
                           "entities":[{"roles":["abuse"],
                             "vcardArray":["vcard",[["email",{},"text","abuse@sinaq.example"]]]}]}]}
                        """);
        assertThat(network.holder()).isEqualTo("Sınaq Telekom");
        assertThat(network.held())
                .extracting(Rdap.Held::value)
                .containsExactly("198.51.100.0/25", "198.51.100.128/26");
        assertThat(network.since()).isEqualTo(Instant.parse("2019-04-01T10:00:00Z"));
        assertThat(network.mails()).containsExactly("abuse@sinaq.example");
        Rdap six =
                rdap(
                        """
                        {"objectClassName":"ip network","startAddress":"2001:db8::",
                         "endAddress":"2001:db8:0:ffff:ffff:ffff:ffff:ffff","name":"NET6"}
                        """);
        assertThat(six.held()).extracting(Rdap.Held::value).containsExactly("2001:db8::/48");
        assertThat(
                        rdap("""
                        {"objectClassName":"autnum","startAutnum":64500,
                         "endAutnum":64501,"name":"AS-SINAQ"}
                        """)
                                .held())
                .extracting(Rdap.Held::value)
                .containsExactly("64500", "64501");
        assertThat(rdap("{\"objectClassName\":\"domain\",\"ldhName\":\"SINAQ.EXAMPLE\"}").held())
                .extracting(Rdap.Held::value)
                .containsExactly("sinaq.example");
    }

    @Test
    void whatIsNoAnswerIsNone() {
        for (String bad :
                List.of(
                        "",
                        "[]",
                        "{",
                        "{\"objectClassName\":\"ip network\",\"name\":\"x y\"}",
                        "{\"objectClassName\":\"entity\",\"name\":\"xy\"}",
                        "{\"objectClassName\":\"autnum\",\"startAutnum\":1,"
                                + "\"endAutnum\":4294967295,\"name\":\"xy\"}",
                        "{\"entities\":".repeat(600) + "1" + "}".repeat(600))) {
            assertThat(Rdap.read(bad.getBytes(StandardCharsets.UTF_8))).as(bad).isEmpty();
        }
    }

    /** Whatever stands in them, they end, and what comes out is within bounds. */
    @Test
    void bytesOfAnybodyAreReadWithoutHarm() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String good =
                "Contact: mailto:a@b.example\r\nExpires: 2027-01-01T00:00:00Z\r\n"
                        + "-----BEGIN PGP SIGNED MESSAGE-----\n\n"
                        + "{\"objectClassName\":\"ip network\",\"startAddress\":\"1.2.3.4\","
                        + "\"endAddress\":\"1.2.3.9\",\"name\":\"NET\",\"entities\":[{}]}";
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
            int begin = random.nextInt(bytes.length);
            byte[] cut = java.util.Arrays.copyOfRange(bytes, begin, bytes.length);
            for (int change = random.nextInt(8); change > 0; change--) {
                cut[random.nextInt(cut.length)] = (byte) random.nextInt(256);
            }
            SecurityTxt file = SecurityTxt.read(cut);
            assertThat(file.mails()).as("seed " + seed).allMatch(one -> !one.contains("\n"));
            Rdap.read(cut).ifPresent(one -> assertThat(one.held().size()).isLessThanOrEqualTo(64));
        }
    }

    @Test
    void aHookLeadsToTheInternetAlone() throws UnknownHostException {
        for (String bad :
                List.of(
                        "http://soc.example.az/x",
                        "https://127.0.0.1/x",
                        "https://localhost/x",
                        "https://soc.example.az:8443/x",
                        "https://a:b@soc.example.az/x",
                        "https://db.internal/x",
                        "file:///etc/passwd",
                        "https://soc.example.az/ x")) {
            assertThat(HookAddress.read(bad, false)).as(bad).isEmpty();
        }
        assertThat(HookAddress.read("https://soc.example.az/qalxan?x=1", false)).isPresent();
        assertThat(HookAddress.open(InetAddress.getByName("192.168.1.1"))).isFalse();
        assertThat(HookAddress.open(InetAddress.getByName("::1"))).isFalse();
        assertThat(HookAddress.open(InetAddress.getByName("169.254.169.254"))).isFalse();
        assertThat(
                        HookAddress.open(
                                InetAddress.getByName("198.51.100.4"),
                                InetAddress.getByName("10.0.0.1")))
                .isFalse();
        assertThat(HookAddress.open(InetAddress.getByName("198.51.100.4"))).isTrue();
        assertThat(HookAddress.open()).isFalse();
    }

    @Test
    void aHooksSignatureIsWhatItsReceiverReckons() {
        String key = "0123456789abcdef0123456789abcdef";
        assertThat(HookKeys.signature(key, "1.{}"))
                .hasSize(64)
                .isNotEqualTo(HookKeys.signature(key, "2.{}"));
        // RFC 4231, test case 2
        assertThat(HookKeys.signature("Jefe", "what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        assertThat(HookSending.pause(0).toMinutes()).isEqualTo(1);
        assertThat(HookSending.pause(60).toHours()).isEqualTo(6);
    }
}
