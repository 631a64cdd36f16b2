package az.qalxan.monitoring.criterion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.jurisdiction.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** What findings reach, held against a naive reckoning and against the pack's own criteria. */
class CriteriaTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final Criteria PACK =
            CriteriaJson.read(CriteriaPack.read(new ClassPathResource("packs/az/criteria.yaml")));

    private static Sighting sighting(int minute, int level, String rule, String... techniques) {
        return new Sighting(
                NOON.plus(Duration.ofMinutes(minute)),
                level,
                1,
                rule,
                "din",
                Set.of(techniques),
                Set.of(),
                Set.of("h" + minute % 3));
    }

    private static Criterion criterion(
            @Nullable Duration within, Measure measure, int least, Measure other, int otherLeast) {
        return new Criterion(
                "sinaq",
                new Words("Sınaq", "Test"),
                new Words("", ""),
                Severity.HIGH,
                within,
                Map.of(measure, least, other, otherLeast));
    }

    private static Criteria only(Criterion one) {
        return new Criteria(List.of(one), PACK.categories(), PACK.grouping(), PACK.paging());
    }

    @Test
    void whatIsTooFarApartIsNotTakenTogether() {
        Criteria criteria =
                only(criterion(Duration.ofMinutes(10), Measure.FINDINGS, 3, Measure.RULE_LEVEL, 3));
        assertThat(
                        criteria.reached(
                                List.of(
                                        sighting(0, 3, "a"),
                                        sighting(9, 1, "b"),
                                        sighting(19, 3, "c"))))
                .isEmpty();
        List<Reached> reached =
                criteria.reached(
                        List.of(sighting(10, 1, "c"), sighting(0, 3, "a"), sighting(9, 1, "b")));
        assertThat(reached).hasSize(1);
        assertThat(reached.getFirst().at()).isEqualTo(NOON.plus(Duration.ofMinutes(10)));
        assertThat(reached.getFirst().measured())
                .isEqualTo(Map.of(Measure.FINDINGS, 3, Measure.RULE_LEVEL, 3));
    }

    /** Every window by hand: slow, and simple enough to be believed. */
    private static boolean naive(Criterion criterion, List<Sighting> sightings) {
        for (Sighting end : sightings) {
            List<Sighting> in = new ArrayList<>();
            for (Sighting one : sightings) {
                Duration age = Duration.between(one.at(), end.at());
                @Nullable Duration within = criterion.within();
                if (!age.isNegative() && (within == null || age.compareTo(within) <= 0)) {
                    in.add(one);
                }
            }
            if (criterion.all().entrySet().stream()
                    .allMatch(one -> naive(one.getKey(), in) >= one.getValue())) {
                return true;
            }
        }
        return false;
    }

    private static int naive(Measure measure, List<Sighting> in) {
        Set<String> names = new HashSet<>();
        for (Sighting one : in) {
            switch (measure) {
                case RULES -> names.add(one.rule());
                case TECHNIQUES -> names.addAll(one.techniques());
                case HOSTS -> names.addAll(one.hosts());
                default -> names.add(one.at() + one.rule());
            }
        }
        return names.size();
    }

    @Test
    void slidingAgreesWithEveryWindowByHandInAnyOrder() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Measure[] measures = {Measure.RULES, Measure.TECHNIQUES, Measure.HOSTS};
        for (int round = 0; round < 400; round++) {
            @Nullable Duration within =
                    random.nextInt(5) == 0 ? null : Duration.ofMinutes(1 + random.nextInt(30));
            Measure one = measures[random.nextInt(3)];
            Measure other = measures[random.nextInt(3)];
            Criterion criterion =
                    one == other
                            ? new Criterion(
                                    "sinaq",
                                    new Words("Sınaq", "Test"),
                                    new Words("", ""),
                                    Severity.LOW,
                                    within,
                                    Map.of(one, 1 + random.nextInt(4)))
                            : criterion(
                                    within,
                                    one,
                                    1 + random.nextInt(4),
                                    other,
                                    1 + random.nextInt(3));
            List<Sighting> sightings = new ArrayList<>();
            for (int i = 0; i < random.nextInt(14); i++) {
                sightings.add(
                        sighting(
                                random.nextInt(60) * 7 + i % 7,
                                3,
                                "r" + random.nextInt(5),
                                "T100" + random.nextInt(4)));
            }
            List<Sighting> shuffled = new ArrayList<>(sightings);
            Collections.shuffle(shuffled, random);
            boolean expected = naive(criterion, sightings);
            assertThat(only(criterion).reached(sightings).isEmpty())
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(!expected);
            assertThat(only(criterion).reached(shuffled))
                    .as("seed %d round %d shuffled", seed, round)
                    .isEqualTo(only(criterion).reached(sightings));
        }
    }

    @Test
    void thePacksCriteriaTellTheGravestFirst() {
        Sighting vital =
                new Sighting(
                        NOON,
                        4,
                        4,
                        "r",
                        "din",
                        Set.of("T1003"),
                        Set.of("credential-access"),
                        Set.of("dc-01"));
        assertThat(PACK.reached(List.of(vital)))
                .extracting(one -> one.criterion().code())
                .containsExactly("severe-on-vital", "high-rule");
        assertThat(PACK.reached(List.of(sighting(0, 3, "r")))).isEmpty();
        assertThat(PACK.category(List.of(vital)))
                .isEqualTo("intrusions/privileged-account-compromise");
        assertThat(PACK.category(List.of(sighting(0, 3, "r")))).isEqualTo(Criteria.UNDETERMINED);
    }

    @Test
    void everyCategoryThatThePackGivesIsOneOfTheTaxonomy() {
        Rsit rsit = new Rsit();
        Attack attack = new Attack();
        assertThat(rsit.categories()).hasSize(39);
        for (CategoryRule rule : PACK.categories()) {
            assertThat(rsit.find(rule.category())).as(rule.category()).isPresent();
            assertThat(rule.any())
                    .allMatch(one ->
                            attack.technique(one).isPresent() || attack.tactic(one).isPresent());
        }
    }

    @Test
    void writtenAndReadAgainItIsTheSame() {
        assertThat(CriteriaJson.read(CriteriaJson.write(PACK))).isEqualTo(PACK);
    }

    @Test
    void whatCannotBeMeasuredIsRefused() {
        assertThatThrownBy(() -> criterion(null, Measure.RULE_LEVEL, 6, Measure.FINDINGS, 1))
                .hasMessageContaining("rule-level is 1 to 5, not 6");
        assertThatThrownBy(
                        () -> criterion(Duration.ZERO, Measure.RULE_LEVEL, 1, Measure.FINDINGS, 1))
                .hasMessageContaining("has no time");
    }

    @Test
    void privateAddressesAndNamesOfHostsAreNotTheSameEverywhere() {
        Grouping grouping = PACK.grouping();
        assertThat(grouping.travels("ip", "203.0.113.9")).isTrue();
        assertThat(grouping.travels("domain", "c2.example")).isTrue();
        for (String address :
                List.of("10.0.0.5", "192.168.1.1", "172.20.3.4", "100.64.0.1", "fd00::1", "::1")) {
            assertThat(grouping.travels("ip", address)).as(address).isFalse();
            assertThat(grouping.ties("ip", address)).as(address).isEqualTo(!address.equals("::1"));
        }
        assertThat(grouping.travels("host", "dc-01")).isFalse();
        assertThat(grouping.ties("user", "SYSTEM")).isFalse();
    }
}
