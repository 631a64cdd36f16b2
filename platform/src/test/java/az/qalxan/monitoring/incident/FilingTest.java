package az.qalxan.monitoring.incident;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.access.Handling;
import az.qalxan.monitoring.Entity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which findings become one alert, and which alerts hang together. */
class FilingTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final Duration GAP = Duration.ofHours(1);

    private static Found found(int minute, int level, String... hosts) {
        return new Found(
                UUID.randomUUID(),
                "din",
                Handling.AMBER,
                "energy",
                UUID.randomUUID(),
                NOON.plus(Duration.ofMinutes(minute)),
                NOON.plus(Duration.ofMinutes(minute + 1)),
                "rule",
                "Rule of level " + level,
                level,
                1,
                Set.of(),
                Set.of(),
                java.util.Arrays.stream(hosts).map(one -> new Entity("host", one)).toList());
    }

    private static Filing filed(List<Found> found) {
        return new Filing(List.of(), GAP, UUID::randomUUID).file(found);
    }

    @Test
    void findingsOfOneHostNearEachOtherAreOneAlertWithItsGravestRule() {
        Filing filing = filed(List.of(found(0, 2, "a"), found(50, 4, "a"), found(0, 3, "b")));
        assertThat(filing.touched()).hasSize(2);
        Alert alert =
                filing.touched().stream()
                        .filter(one -> one.entity().value().equals("a"))
                        .findAny()
                        .orElseThrow();
        assertThat(alert.findings()).isEqualTo(2);
        assertThat(alert.level()).isEqualTo(4);
        assertThat(alert.title()).isEqualTo("Rule of level 4");
        assertThat(alert.lastAt()).isEqualTo(NOON.plus(Duration.ofMinutes(50)));
    }

    @Test
    void whatIsFarInTimeIsAnotherAlert() {
        assertThat(filed(List.of(found(0, 2, "a"), found(61, 2, "a"))).touched()).hasSize(2);
    }

    @Test
    void aChainOfNearFindingsIsOneAlertInWhateverOrderTheyCome() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Found> chain = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            chain.add(found(i * 55, 1 + i % 5, "a"));
        }
        Collections.shuffle(chain, random);
        List<Alert> made = filed(chain).touched();
        assertThat(made).as("seed %d", seed).hasSize(1);
        assertThat(made.getFirst().findings()).isEqualTo(30);
    }

    @Test
    void whatNamesNobodyIsFiledUnderItsSource() {
        assertThat(found(0, 1).filed().kind()).isEqualTo("source");
    }

    @Test
    void alertsHangTogetherByWhatTheyShare() {
        UUID a = UUID.randomUUID();
        UUID b = UUID.randomUUID();
        UUID c = UUID.randomUUID();
        UUID d = UUID.randomUUID();
        List<List<UUID>> clusters =
                Clusters.of(
                        List.of(
                                new Tie(a, "ip", "192.0.2.1"),
                                new Tie(b, "user", "anar"),
                                new Tie(c, "ip", "192.0.2.1"),
                                new Tie(c, "user", "anar"),
                                new Tie(d, "user", "192.0.2.1")),
                        25);
        assertThat(clusters).hasSize(2);
        assertThat(clusters.stream().map(Set::copyOf))
                .containsExactlyInAnyOrder(Set.of(a, b, c), Set.of(d));
    }

    @Test
    void whatVeryManyAlertsSpeakOfTiesNothing() {
        List<Tie> ties = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ties.add(new Tie(UUID.randomUUID(), "ip", "192.0.2.53"));
        }
        assertThat(Clusters.of(ties, 4)).hasSize(1);
        assertThat(Clusters.of(ties, 3)).hasSize(4);
    }
}
