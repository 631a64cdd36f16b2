package az.qalxan.exchange.misp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Warninglists and lists of feeds, as strangers write them. */
class WarninglistTest {

    private static WarninglistMatcher list(String type, String types, String... entries) {
        WarninglistReader reader = new WarninglistReader();
        String file =
                "{\"name\":\"n\",\"type\":\"%s\",\"version\":3,\"matching_attributes\":[%s],"
                                .formatted(type, types)
                        + "\"list\":[\""
                        + String.join("\",\"", entries)
                        + "\"]}";
        Optional<Warninglist> list =
                reader.read(file.getBytes(StandardCharsets.UTF_8), "din", Instant.EPOCH);
        assertThat(reader.flaws()).isEmpty();
        return new WarninglistMatcher(list.orElseThrow());
    }

    @Test
    void eachKindComparesAsMispDoes() {
        assertThat(list("string", "", "Abc").has("text", "aBC")).isTrue();
        assertThat(list("string", "", "abc").has("text", "abcd")).isFalse();
        assertThat(list("substring", "", "bc").has("text", "ABCD")).isTrue();
        WarninglistMatcher names = list("hostname", "\"domain\",\"url\",\"domain|ip\"", ".az");
        assertThat(names.has("domain", "cert.az")).isTrue();
        assertThat(names.has("url", "https://www.cert.az/a?b=c")).isTrue();
        assertThat(names.has("domain|ip", "cert.az|1.2.3.4")).isTrue();
        assertThat(names.has("domain", "plaz")).isFalse();
        assertThat(names.has("text", "cert.az")).as("not of its types").isFalse();
        WarninglistMatcher ranges = list("cidr", "", "10.0.0.0/8", "2001:db8::/32", "8.8.8.8");
        assertThat(ranges.has("ip-dst", "10.255.0.1")).isTrue();
        assertThat(ranges.has("ip-dst|port", "10.1.1.1|443")).isTrue();
        assertThat(ranges.has("ip-dst", "10.1.0.0/16")).isTrue();
        assertThat(ranges.has("ip-dst", "8.0.0.0/6")).as("wider than the list").isFalse();
        assertThat(ranges.has("ip-dst", "2001:db8:1::5")).isTrue();
        assertThat(ranges.has("url", "http://8.8.8.8/x")).isTrue();
        assertThat(ranges.has("ip-dst", "11.0.0.1")).isFalse();
        WarninglistMatcher expressions = list("regex", "", "/^a+b$/i");
        assertThat(expressions.has("text", "AAB")).isTrue();
        assertThat(expressions.has("text", "aabc")).isFalse();
        assertThat(list("regex", "", "(a+)+$").has("text", "a".repeat(50_000) + "!"))
                .as("in linear time")
                .isFalse();
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        WarninglistReader reader = new WarninglistReader();
        String file =
                "{\"name\":\"n\",\"type\":\"cidr\",\"list\":[\"10.0.0.0/8\",\"10.0.0.0/40\",\"x\"]}";
        assertThat(reader.read(file.getBytes(StandardCharsets.UTF_8), "din", Instant.EPOCH))
                .isEmpty();
        assertThat(reader.flaws()).hasSize(2).first().asString().startsWith("/list/1");
        WarninglistReader other = new WarninglistReader();
        String back = "{\"name\":\"n\",\"type\":\"regex\",\"list\":[\"(a)\\\\1\"]}";
        assertThat(other.read(back.getBytes(StandardCharsets.UTF_8), "din", Instant.EPOCH))
                .isEmpty();
        assertThat(other.flaws()).first().asString().startsWith("/list/0");
    }

    @Test
    void ourOwnListsHaveWhatIsReserved() {
        List<WarninglistMatcher> own =
                OwnWarninglists.all().stream().map(WarninglistMatcher::new).toList();
        for (String address : List.of("192.168.1.1", "127.0.0.1", "fe80::1", "224.0.0.5")) {
            assertThat(own).as(address).anyMatch(one -> one.has("ip-dst", address));
        }
        assertThat(own).anyMatch(one -> one.has("domain", "a.example.com"));
        assertThat(own).noneMatch(one -> one.has("ip-dst", "45.9.1.7"));
        assertThat(own).noneMatch(one -> one.has("domain", "cert.az"));
    }

    @Test
    void aListOfAFeedLeadsNowhereButToEvents() {
        UUID good = UUID.randomUUID();
        String file =
                """
                {"%s":{"timestamp":"5"},"../../secret":{"timestamp":"6"},
                 "%s":{"timestamp":"x"},"file:///etc/passwd":{}}\
                """
                        .formatted(good, UUID.randomUUID());
        FeedManifest read = FeedManifest.ofFeed(file.getBytes(StandardCharsets.UTF_8));
        assertThat(read.stamps()).containsOnlyKeys(good);
        assertThat(read.flaws()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(read.flaws().toString()).contains("/../../secret");
    }

    @Test
    void whateverBytesComeAreReadOrRefused() {
        String seed =
                MispDoor.event(
                        UUID.randomUUID(),
                        "\"distribution\":\"4\",\"SharingGroup\":{\"name\":\"g\"}",
                        MispDoor.attribute(
                                UUID.randomUUID(), "domain|ip", "a.az|1.2.3.4", "\"deleted\":0"));
        long begun = 20_261_128L;
        Random random = new Random(begun);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = seed.getBytes(StandardCharsets.UTF_8);
            for (int n = random.nextInt(6); n >= 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            FeedManifest.ofFeed(bytes);
            FeedManifest.ofServer(bytes);
            new WarninglistReader().read(bytes, "din", Instant.EPOCH);
            if (MispJson.read(bytes)
                    instanceof az.qalxan.engines.threatintel.json.JsonReading.Read read) {
                MispPulling.nearer(read.node());
                MispEventReader reader =
                        new MispEventReader(java.time.Clock.systemUTC(), _ -> null);
                MispEvent event = reader.event(read.node());
                assertThat(event.info()).as("seed " + begun + ", round " + i).isNotNull();
            }
        }
    }
}
