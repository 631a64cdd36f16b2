package az.qalxan.exchange.notice;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.jurisdiction.Words;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From what a feed hands over to whom it concerns, without a database. */
class ReadingTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Words NONE = new Words("", "");
    private static final Taxonomy TAXONOMY =
            new Taxonomy(
                    List.of(
                            new Taxonomy.Type("infected-system", "x", NONE, true, NONE),
                            new Taxonomy.Type("ddos-amplifier", "x", NONE, false, NONE),
                            new Taxonomy.Type("brute-force", "x", NONE, false, NONE),
                            new Taxonomy.Type("phishing", "x", NONE, true, NONE)),
                    Map.of("botnet drone", "infected-system", "login_attack", "brute-force"));
    private static final UUID OLD = UUID.randomUUID();
    private static final UUID NEW = UUID.randomUUID();

    private static List<Normalising.Told> told(String usual, String content) {
        Normalising normalising = new Normalising(TAXONOMY, usual, NOW);
        return FeedLines.read(content.getBytes(StandardCharsets.UTF_8)).stream()
                .map(normalising::of)
                .toList();
    }

    private static Occurrence one(String usual, String content) {
        List<Normalising.Told> told = told(usual, content);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst()).isInstanceOf(Normalising.Told.Seen.class);
        return ((Normalising.Told.Seen) told.getFirst()).occurrence();
    }

    @Test
    void aShadowserverLineIsUnderstood() {
        Occurrence seen =
                one(
                        "ddos-amplifier",
                        """
                        "timestamp","severity","ip","protocol","port","hostname","tag","asn","geo"
                        "2026-11-27 10:00:00","medium","192.0.2.7","udp",53,"ns.sinaq.az","dns",64500,"AZ"
                        """);
        assertThat(seen.at()).isEqualTo(Instant.parse("2026-11-27T10:00:00Z"));
        assertThat(seen.where().words()).isEqualTo("192.0.2.7:53");
        assertThat(seen.where().asn()).isEqualTo(64_500);
        assertThat(seen.where().domain()).isEqualTo("ns.sinaq.az");
        assertThat(seen.type()).isEqualTo("ddos-amplifier");
        assertThat(seen.identifier()).isEqualTo("dns");
    }

    @Test
    void anIntelMqLineIsUnderstood() {
        Occurrence seen =
                one(
                        "",
                        """
                        {"time.source":"2026-11-27T10:00:00+00:00","source.ip":"2001:db8::1",\
                        "classification.type":"infected-system","malware.name":"Mirai"}
                        """);
        assertThat(seen.where().words()).isEqualTo("2001:db8::1");
        assertThat(seen.identifier()).isEqualTo("mirai");
    }

    @Test
    void anXarfDocumentOverManyLinesIsUnderstood() {
        Occurrence seen =
                one(
                        "",
                        """
                        {
                          "xarf_version": "4.0.0", "category": "connection",
                          "type": "login_attack", "timestamp": "2026-11-27T14:00:00+0400",
                          "source_identifier": "198.51.100.9", "source_port": 4711
                        }
                        """);
        assertThat(seen.type()).isEqualTo("brute-force");
        assertThat(seen.at()).isEqualTo(Instant.parse("2026-11-27T10:00:00Z"));
        assertThat(seen.where().words()).isEqualTo("198.51.100.9:4711");
    }

    @Test
    void aUrlGivesItsNameAndLosesWhatMayNameAVictim() {
        Occurrence seen =
                one(
                        "phishing",
                        "time;url\n2026-11-27T10:00:00Z;https://Bank.Sinaq.AZ:8443/giris?ad=anar\n");
        assertThat(seen.where().domain()).isEqualTo("bank.sinaq.az");
        assertThat(seen.where().url()).isEqualTo("https://Bank.Sinaq.AZ:8443/giris");
    }

    @Test
    void whatIsUnclearSaysWhy() {
        assertThat(
                        told(
                                        "",
                                        """
                                        time,ip,type
                                        gestern,192.0.2.1,phishing
                                        2027-11-27T10:00:00Z,192.0.2.1,phishing
                                        2026-11-27T10:00:00Z,,phishing
                                        2026-11-27T10:00:00Z,192.0.2.1,wizardry
                                        2026-11-27T10:00:00Z,192.0.2.1
                                        """)
                                .stream()
                                .map(one ->
                                        one
                                                        instanceof
                                                        Normalising.Told.Unclear(
                                                                int line,
                                                                String problem)
                                                ? line + " " + problem
                                                : "read"))
                .containsExactly("2 time", "3 time-far", "4 nowhere", "5 type", "6 columns");
        assertThat(told("", "{\"a\":")).hasSize(1);
        assertThat(told("", "\u0000")).hasSize(1);
    }

    @Test
    void nothingThatComesBreaksTheReader() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] whole =
                "{\"time\":\"2026-11-27T10:00:00Z\",\"ip\":\"192.0.2.1\",\"url\":\"http://a.az/?b\"}\n"
                        .repeat(3)
                        .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 5_000; i++) {
            byte[] damaged = whole.clone();
            for (int j = 0; j < 1 + random.nextInt(12); j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(128);
            }
            Normalising normalising = new Normalising(TAXONOMY, "phishing", NOW);
            assertThat(FeedLines.read(damaged).stream().map(normalising::of).toList())
                    .as("seed %d", seed)
                    .doesNotContainNull();
        }
    }

    @Test
    void addressesAreWrittenInOneWay() {
        for (String same :
                List.of("2001:db8::1", "192.0.2.1", "::1", "2001:db8:0:1::", "fe80::a:b")) {
            assertThat(IpAddress.read(same).orElseThrow()).hasToString(same);
        }
        for (String wrong :
                List.of("192.0.2", "192.0.2.256", "01.2.3.4", "1.2.3.4.", ":::", "a::g")) {
            assertThat(IpAddress.read(wrong)).as(wrong).isEmpty();
        }
        assertThat(Prefix.read("192.0.2.1/24")).isEmpty();
        assertThat(Prefix.read("192.0.2.0/33")).isEmpty();
        assertThat(Prefix.read("2001:db8::/32").orElseThrow()).hasToString("2001:db8::/32");
    }

    private static Holding held(
            UUID owner, ClaimKind kind, String value, String from, @Nullable String until) {
        return new Holding(
                owner,
                kind,
                value,
                Instant.parse(from + "T00:00:00Z"),
                until == null ? null : Instant.parse(until + "T00:00:00Z"),
                false);
    }

    private static Where at(String ip, String domain) {
        return new Where(
                ip.isEmpty() ? null : IpAddress.read(ip).orElseThrow(), 64_500, domain, 0, "");
    }

    @Test
    void theOwnerAtTheTimeIsToldAndTheNarrowestClaimGoesFirst() {
        UUID wide = UUID.randomUUID();
        OwnerIndex index =
                new OwnerIndex(
                        List.of(
                                held(
                                        OLD,
                                        ClaimKind.PREFIX,
                                        "192.0.2.0/24",
                                        "2020-01-01",
                                        "2026-06-01"),
                                held(NEW, ClaimKind.PREFIX, "192.0.2.0/24", "2026-06-01", null),
                                held(wide, ClaimKind.PREFIX, "192.0.0.0/16", "2020-01-01", null)));
        assertThat(index.of(at("192.0.2.9", ""), Instant.parse("2026-05-31T23:59:59Z")))
                .extracting(Holding::owner)
                .containsExactly(OLD);
        assertThat(index.of(at("192.0.2.9", ""), NOW))
                .extracting(Holding::owner)
                .containsExactly(NEW);
        assertThat(index.of(at("192.0.3.9", ""), NOW))
                .extracting(Holding::owner)
                .containsExactly(wide);
        assertThat(index.of(at("203.0.113.1", ""), NOW)).isEmpty();
    }

    @Test
    void theOwnerOfTheNameIsToldBesideTheOwnerOfTheAddress() {
        OwnerIndex index =
                new OwnerIndex(
                        List.of(
                                held(OLD, ClaimKind.ASN, "64500", "2020-01-01", null),
                                held(NEW, ClaimKind.DOMAIN, "sinaq.az", "2020-01-01", null)));
        assertThat(index.of(at("192.0.2.9", "www.sinaq.az"), NOW))
                .extracting(Holding::owner)
                .containsExactly(OLD, NEW);
        assertThat(index.of(new Where(null, 0, "xsinaq.az", 0, ""), NOW)).isEmpty();
    }

    @Test
    void anIndexAgreesWithLookingAtEveryClaim() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Holding> all = new java.util.ArrayList<>();
        for (int i = 0; i < 400; i++) {
            IpAddress first = IpAddress.v4(random.nextInt() & 0x0F0F_FFFFL);
            Prefix prefix = new Prefix(first, 96 + 4 + random.nextInt(28));
            all.add(
                    held(
                            UUID.randomUUID(),
                            ClaimKind.PREFIX,
                            prefix.toString(),
                            "2020-01-01",
                            null));
        }
        OwnerIndex index = new OwnerIndex(all);
        for (int i = 0; i < 2_000; i++) {
            IpAddress ip = IpAddress.v4(random.nextInt() & 0x0F0F_FFFFL);
            int longest =
                    all.stream()
                            .map(one -> Prefix.read(one.value()).orElseThrow())
                            .filter(one -> one.contains(ip))
                            .mapToInt(Prefix::length)
                            .max()
                            .orElse(0);
            int found =
                    index.of(new Where(ip, 0, "", 0, ""), NOW).stream()
                            .mapToInt(one -> Prefix.read(one.value()).orElseThrow().length())
                            .findFirst()
                            .orElse(0);
            assertThat(found).as("seed %d, %s", seed, ip).isEqualTo(longest);
        }
    }

    @Test
    void theSameTroubleHasTheSameKeyWhicheverFeedSawIt() {
        Occurrence first = new Occurrence(1, NOW, at("192.0.2.9", "a.az"), "phishing", "x", "{}");
        Occurrence later =
                new Occurrence(
                        7, NOW.minusSeconds(60), at("192.0.2.9", "b.az"), "phishing", "x", "{1}");
        assertThat(ConcernKey.of("dtx", OLD, first)).isEqualTo(ConcernKey.of("dtx", OLD, later));
        assertThat(ConcernKey.of("dtx", NEW, first)).isNotEqualTo(ConcernKey.of("dtx", OLD, first));
        assertThat(ConcernKey.of("din", OLD, first)).isNotEqualTo(ConcernKey.of("dtx", OLD, first));
    }

    @Test
    void aRegistrysFileBecomesWholePrefixes() {
        RegistryFile.Read read =
                RegistryFile.read(
                        List.of(
                                "2|ripencc|1732752000|3|19920101|20261127|+0100",
                                "ripencc|*|ipv4|*|3|summary",
                                "ripencc|AZ|ipv4|5.10.224.0|2304|20120514|allocated|holder-1",
                                "ripencc|AZ|asn|29049|2|20030624|allocated|holder-2",
                                "ripencc|AZ|ipv6|2a01:b00::|32|20080101|allocated|holder-1",
                                "ripencc|TR|ipv4|5.11.128.0|256|20120514|allocated|holder-3",
                                "ripencc|AZ|ipv4|5.1.2.3|many|20120514|allocated|holder-1"),
                        "AZ");
        assertThat(read.held())
                .extracting(RegistryFile.Held::value)
                .containsExactly(
                        "5.10.224.0/21", "5.10.232.0/24", "29049", "29050", "2a01:b00::/32");
        assertThat(read.unclear()).isEqualTo(1);
    }

    @Test
    void nobodyClaimsWhatCannotBeOneOwners() {
        for (String broad :
                List.of(
                        "0.0.0.0/0",
                        "198.0.0.0/7",
                        "10.1.0.0/16",
                        "192.168.4.0/24",
                        "::/0",
                        "::/96",
                        "fd00::/16",
                        "2000::/3")) {
            assertThat(ClaimKind.PREFIX.canonical(broad).filter(ClaimKind.PREFIX::claimable))
                    .as(broad)
                    .isEmpty();
        }
        for (String fine : List.of("198.18.4.0/24", "2001:db8::/32", "5.10.224.0/21")) {
            assertThat(ClaimKind.PREFIX.claimable(fine)).as(fine).isTrue();
        }
        assertThat(ClaimKind.DOMAIN.claimable("gov.az")).isFalse();
        assertThat(ClaimKind.DOMAIN.claimable("com.az")).isFalse();
        assertThat(ClaimKind.DOMAIN.claimable("sinaq.gov.az")).isTrue();
        assertThat(ClaimKind.ASN.claimable("64512")).isFalse();
        assertThat(ClaimKind.ASN.claimable("4200000001")).isFalse();
        assertThat(ClaimKind.ASN.claimable("29049")).isTrue();
    }

    @Test
    void aBatchOfTooManyLinesIsReadSoFarAndSaysSo() {
        String many = "time,ip\n" + "x,y\n".repeat(FeedLines.LINES_MAX + 5);
        List<FeedLines.Line> lines = FeedLines.read(many.getBytes(StandardCharsets.UTF_8));
        assertThat(lines).hasSize(FeedLines.LINES_MAX + 1);
        assertThat(((FeedLines.Line.Damaged) lines.getLast()).problem()).isEqualTo("too-many");
        String deep = "{\"abcdefgh\":".repeat(400) + "1" + "}".repeat(400);
        assertThat(FeedLines.read(deep.getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .isInstanceOf(FeedLines.Line.Damaged.class);
    }

    @Test
    void aFeedThatNeverPausesDoesNotKeepOwnersFromBeingTold() {
        Patience patience = new Patience();
        assertThat(patience.ends(true, NOW)).isFalse();
        assertThat(patience.ends(true, NOW.plusSeconds(299))).isFalse();
        assertThat(patience.ends(true, NOW.plusSeconds(300))).isTrue();
        assertThat(patience.ends(true, NOW.plusSeconds(301))).as("and again").isFalse();
        assertThat(patience.ends(false, NOW.plusSeconds(302))).isTrue();
    }

    @Test
    void anAddressWithABreakInItIsNone() {
        for (String bad :
                List.of(
                        "a@b.example\r\nBcc: x@y.example",
                        "a\n@b.example",
                        "a b@c.example",
                        "a@b.example,c@d.example",
                        "<a@b.example>")) {
            assertThat(new Owners.Reach("mail", bad).fits()).as(bad).isFalse();
        }
    }
}
