package az.qalxan.engines.detection.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.engines.detection.EventValue;
import az.qalxan.engines.detection.FieldEvent;
import az.qalxan.engines.detection.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Events that an attacker writes, clocks that jump, hosts that die: bounded, counted, told. */
class CorrelatorBadDaysTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final String DETECTION =
            """
            title: Try
            name: try
            logsource: {category: test}
            detection: {sel: {kind: try}, condition: sel}
            ---
            """;

    private static RuleSet rules(String correlation) {
        return Stories.rules(
                DETECTION + "title: Outer\nname: outer\ncorrelation:\n" + correlation.indent(4));
    }

    private static RuleSet counting(int count) {
        return rules(
                """
                type: event_count
                rules: [try]
                group-by: [user]
                timespan: 1m
                condition: {gte: %d}
                """
                        .formatted(count));
    }

    private static final class Host {
        final RuleSet rules;
        final CorrelationPlan plan;
        Correlator correlator;
        long line;
        final List<CorrelationFinding> found = new ArrayList<>();

        Host(RuleSet rules, StateLimits limits) {
            this.rules = rules;
            plan =
                    CorrelationPlan.of(
                            rules,
                            new WindowSettings(
                                    WindowSettings.Kind.SLIDING, Duration.ofSeconds(1), limits));
            correlator = new Correlator(plan);
        }

        void tries(String user, Instant at) {
            event(user, at, ++line);
        }

        void event(String user, Instant at, long ref) {
            FieldEvent event =
                    new FieldEvent.Building()
                            .add("kind", new EventValue.Text("try"))
                            .add("user", new EventValue.Text(user))
                            .build();
            found.addAll(
                    correlator.accept(
                            Stories.findings(rules, event),
                            event,
                            new EventMoment(at, EventRef.of(ref))));
        }

        List<CorrelationFinding> finish() {
            found.addAll(correlator.finish());
            return found;
        }
    }

    @Test
    void aFloodOfGroupsIsShedAndTheBusyGroupStays() {
        Host host = new Host(counting(20), new StateLimits(1_000, 1_000, 10_000));
        for (int i = 0; i < 20_000; i++) {
            host.tries("invented" + i, NOON.plusMillis(i));
            if (i % 200 == 0) {
                host.tries("real", NOON.plusMillis(i));
            }
            assertThat(host.correlator.counters().groups()).isLessThanOrEqualTo(1_000);
        }
        assertThat(host.correlator.counters().evicted()).isGreaterThan(18_000);
        assertThat(host.correlator.byRule().get("Outer")).isEqualTo(host.correlator.counters());
        assertThat(host.finish())
                .singleElement()
                .satisfies(one -> assertThat(one.group().getFirst().value()).isEqualTo("real"));
    }

    /** Texts made of "<]" and "=>" have one hash code, so a table alone would ask each of them. */
    @Test
    void groupsWhoseNamesHashAlikeAreKeptApartWithoutAWalkThroughAll() {
        Host host = new Host(counting(2), StateLimits.USUAL);
        int count = 1 << 16;
        for (int i = 0; i < count; i++) {
            StringBuilder user = new StringBuilder();
            for (int bit = 0; bit < 16; bit++) {
                user.append((i >> bit & 1) == 0 ? "<]" : "=>");
            }
            host.tries(user.toString(), NOON.plusNanos(i));
        }
        assertThat(host.correlator.counters().groups()).isEqualTo(count);
        assertThat(host.finish()).isEmpty();
    }

    /** Most groups of a rule that wants much never have it: what they hold may wait, not vanish. */
    @Test
    void eventsThatWaitForMoreAreStillFoundAndStillLeave() {
        Host host = new Host(counting(6), StateLimits.USUAL);
        for (int i = 0; i < 5; i++) {
            host.tries("slow", NOON.plusSeconds(20L * i));
            host.tries("quick", NOON.plusSeconds(20L * i));
        }
        for (int i = 0; i < 2; i++) {
            host.tries("quick", NOON.plusSeconds(81 + i));
            host.tries("quick", NOON.plusSeconds(81 + i));
        }
        assertThat(host.finish())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.group().getFirst().value()).isEqualTo("quick");
                    assertThat(one.at()).isEqualTo(NOON.plusSeconds(82));
                    assertThat(one.from()).isEqualTo(NOON.plusSeconds(40));
                });
        assertThat(host.correlator.counters().groups()).isZero();
    }

    @Test
    void aGroupThatIsTooLargeIsStillFoundAndSaysThatItIsNotWhole() {
        Host host = new Host(counting(5), new StateLimits(10, 10, 100));
        for (int i = 0; i < 1_000; i++) {
            host.tries("loud", NOON.plusMillis(i));
            assertThat(host.correlator.counters().events()).isLessThanOrEqualTo(10);
        }
        assertThat(host.correlator.counters().shed()).isEqualTo(990);
        List<CorrelationFinding> found = host.finish();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().value()).isEqualByComparingTo("5");
        assertThat(found.getFirst().partial()).isTrue();
    }

    @Test
    void allEventsOfARuleAreBoundedTogether() {
        Host host = new Host(counting(1_000), new StateLimits(100, 100, 500));
        for (int i = 0; i < 2_000; i++) {
            host.tries("u" + i % 50, NOON.plusMillis(i));
            assertThat(host.correlator.counters().events()).isLessThanOrEqualTo(500);
        }
        assertThat(host.correlator.counters().evicted()).isPositive();
    }

    @Test
    void longValuesAreBoundedAndStayApart() {
        Host host = new Host(counting(2), StateLimits.USUAL);
        String huge = "x".repeat(1_000_000);
        host.tries(huge + "1", NOON);
        host.tries(huge + "2", NOON);
        host.tries(huge.toUpperCase(Locale.ROOT) + "2", NOON);
        assertThat(host.correlator.snapshot().length).isLessThan(3_000);
        assertThat(host.finish()).hasSize(1);
    }

    @Test
    void clocksThatJumpByYearsBreakNothing() {
        Host host = new Host(counting(2), StateLimits.USUAL);
        List<Instant> clock =
                List.of(
                        NOON,
                        Instant.EPOCH,
                        Instant.MIN,
                        NOON.plusSeconds(1),
                        Instant.parse("2099-01-01T00:00:00Z"),
                        NOON.plusSeconds(2),
                        Instant.MAX,
                        Instant.parse("9999-12-31T23:59:59Z"));
        clock.forEach(at -> host.tries("u", at));
        assertThat(host.correlator.counters().late()).isEqualTo(3);
        assertThat(host.finish())
                .extracting(CorrelationFinding::at)
                .startsWith(NOON.plusSeconds(1))
                .hasSize(2);
    }

    @Test
    void whatComesTwiceCountsOnceAndWhatComesTooLateDoesNotCount() {
        Host host = new Host(counting(2), StateLimits.USUAL);
        host.event("u", NOON, 1);
        host.event("u", NOON, 1);
        host.event("other", NOON.plusSeconds(30), 2);
        host.event("u", NOON.plusSeconds(1), 3);
        host.event("u", NOON, 1);
        Counters counters = host.correlator.counters();
        assertThat(counters.repeated()).isEqualTo(1);
        assertThat(counters.late()).isEqualTo(2);
        assertThat(counters.taken()).isEqualTo(2);
        assertThat(host.finish()).isEmpty();
    }

    @Test
    void aPauseOfTheStreamIsEndedByTheHostsClock() {
        Host host = new Host(counting(2), StateLimits.USUAL);
        host.tries("u", NOON);
        host.tries("u", NOON);
        assertThat(host.found).isEmpty();
        assertThat(host.correlator.advance(NOON.plusSeconds(1))).hasSize(1);
        assertThat(host.correlator.advance(NOON.plusSeconds(1))).isEmpty();
        assertThat(host.correlator.watermark()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void stateOfARuleThatChangedIsLeftOutAndThatOfOthersStays() throws BadState {
        String other =
                """
                ---
                title: Other
                name: other
                correlation:
                    type: event_count
                    rules: [try]
                    group-by: [user]
                    timespan: %s
                    condition: {gte: 2}
                """;
        String first =
                "type: event_count\nrules: [try]\ngroup-by: [user]\ntimespan: 1m\n"
                        + "condition: {gte: 2}\n";
        Host host = new Host(Stories.rules(yaml(first) + other.formatted("1m")), LIMITS);
        host.tries("u", NOON);
        Host changed = new Host(Stories.rules(yaml(first) + other.formatted("2m")), LIMITS);
        changed.correlator = Correlator.restore(changed.plan, host.correlator.snapshot());
        changed.event("u", NOON.plusSeconds(1), 2);
        assertThat(changed.finish())
                .extracting(one -> one.header().title())
                .containsExactly("Outer");
        Host without = new Host(rules(first), LIMITS);
        without.correlator = Correlator.restore(without.plan, host.correlator.snapshot());
        without.event("u", NOON.plusSeconds(1), 2);
        assertThat(without.finish()).hasSize(1);
    }

    private static final StateLimits LIMITS = StateLimits.USUAL;

    /** An entry showed more values than the group has fields. */
    private static final long ONCE_BROKE = -6539166543615907339L;

    private static String yaml(String correlation) {
        return DETECTION + "title: Outer\nname: outer\ncorrelation:\n" + correlation.indent(4);
    }

    @Test
    void bytesThatNobodyWroteBreakNothing() {
        long first = new Random().nextLong();
        int refused = 0;
        for (int i = -1; i < 300; i++) {
            long seed = i < 0 ? ONCE_BROKE : first + i;
            Random random = new Random(seed);
            RuleSet rules = Stories.rules(Stories.yaml(random));
            WindowSettings.Kind kind = WindowSettings.Kind.values()[random.nextInt(3)];
            CorrelationPlan plan =
                    CorrelationPlan.of(
                            rules,
                            new WindowSettings(kind, Duration.ofSeconds(3), StateLimits.USUAL));
            Correlator correlator = new Correlator(plan);
            Stories.events(random, 20)
                    .forEach(told ->
                            correlator.accept(
                                    Stories.findings(rules, told.event()),
                                    told.event(),
                                    told.moment()));
            byte[] snapshot = correlator.snapshot();
            for (int k = 0; k < 20; k++) {
                byte[] damaged = damaged(snapshot, random);
                try {
                    Correlator read = Correlator.restore(plan, damaged);
                    read.advance(NOON);
                    read.finish();
                } catch (BadState e) {
                    refused++;
                } catch (IndexOutOfBoundsException | ArithmeticException e) {
                    throw new AssertionError("seed " + seed, e);
                }
            }
        }
        assertThat(refused).isPositive();
        CorrelationPlan plan = CorrelationPlan.of(counting(2), WindowSettings.USUAL);
        assertThatThrownBy(() -> Correlator.restore(plan, new byte[0]))
                .isInstanceOf(BadState.class);
        assertThatThrownBy(() -> Contribution.of(new byte[] {5, 1})).isInstanceOf(BadState.class);
        assertThatThrownBy(() -> plan.finding(new byte[] {-1})).isInstanceOf(BadState.class);
    }

    private static byte[] damaged(byte[] snapshot, Random random) {
        byte[] damaged = snapshot.clone();
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        return random.nextInt(5) == 0
                ? Arrays.copyOf(damaged, random.nextInt(damaged.length))
                : damaged;
    }

    @Test
    void rulesThatReferToEachOtherManyTimesOverAreReadAtOnce() {
        StringBuilder yaml = new StringBuilder(DETECTION);
        String below = "try";
        for (int layer = 0; layer < 30; layer++) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String name = "c" + layer + "x" + i;
                names.add(name);
                yaml.append(
                        """
                        title: %s
                        name: %s
                        correlation: {type: temporal, rules: [%s], group-by: [f%d], timespan: 9d}
                        ---
                        """
                                .formatted(name, name, below, layer));
            }
            below = String.join(", ", names);
        }
        CorrelationPlan plan =
                CorrelationPlan.of(Stories.rules(yaml.toString()), WindowSettings.USUAL);
        assertThat(plan.levels()).isEqualTo(30);
        assertThat(plan.rules()).hasSize(120);
    }
}
