package az.qalxan.engines.detection.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.detection.RuleSet;
import az.qalxan.engines.detection.correlation.Stories.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random rules over random events: whatever the host does, the answer is the plain one. */
class CorrelatorPropertyTest {

    private static final int ROUNDS = Integer.getInteger("qalxan.rounds", 120);
    private static final Duration LATENESS = Duration.ofSeconds(Stories.LATENESS_SECONDS);

    private static final class Story {
        final RuleSet rules;
        final CorrelationPlan plan;
        final List<Told> events;
        final String yaml;

        Story(Random random, WindowSettings settings) {
            yaml = Stories.yaml(random);
            rules = Stories.rules(yaml);
            plan = CorrelationPlan.of(rules, settings);
            events = Stories.events(random, 5 + random.nextInt(60));
        }

        List<Contribution> contributions(Told told) {
            return plan.contributions(
                    Stories.findings(rules, told.event()), told.event(), told.moment());
        }

        List<CorrelationFinding> accept(Correlator correlator, Told told) {
            return correlator.accept(
                    Stories.findings(rules, told.event()), told.event(), told.moment());
        }

        List<String> plainly() {
            List<Contribution> all = new ArrayList<>();
            events.forEach(told -> all.addAll(contributions(told)));
            return told(new Naive(plan).alerts(all));
        }
    }

    private static List<String> told(List<CorrelationFinding> findings) {
        return findings.stream().map(Naive::told).sorted().toList();
    }

    private interface Round {
        void run(Random random, String seed) throws BadState;
    }

    private static void rounds(Round round) throws BadState {
        long first = new Random().nextLong();
        for (int i = 0; i < ROUNDS; i++) {
            long seed = first + i;
            round.run(new Random(seed), "seed " + seed);
        }
    }

    private static WindowSettings settings(WindowSettings.Kind kind) {
        return new WindowSettings(kind, LATENESS, StateLimits.USUAL);
    }

    @ParameterizedTest
    @EnumSource(WindowSettings.Kind.class)
    void theCorrelatorFindsWhatThePlainReckoningFinds(WindowSettings.Kind kind) throws BadState {
        int[] some = {0};
        rounds((random, seed) -> {
            Story story = new Story(random, settings(kind));
            Correlator correlator = new Correlator(story.plan);
            List<CorrelationFinding> found = new ArrayList<>();
            for (Told told : story.events) {
                found.addAll(story.accept(correlator, told));
                if (random.nextInt(8) == 0) {
                    found.addAll(correlator.advance(correlator.watermark()));
                }
            }
            found.addAll(correlator.finish());
            some[0] += found.size();
            List<String> plainly = story.plainly();
            assertThat(told(found)).as("%s\n%s", seed, story.yaml).isEqualTo(plainly);
            assertThat(correlator.counters().late()).as(seed).isZero();
            assertThat(correlator.counters().groups()).as(seed).isZero();
            assertThat(correlator.counters().events()).as(seed).isZero();
        });
        assertThat(some[0]).isGreaterThan(ROUNDS);
    }

    @ParameterizedTest
    @EnumSource(WindowSettings.Kind.class)
    void whatIsGatheredFirstMayComeInAnyOrder(WindowSettings.Kind kind) throws BadState {
        rounds((random, seed) -> {
            WindowSettings settings = settings(kind).with(WindowSettings.UNLIMITED);
            Story story = new Story(random, settings);
            List<Told> shuffled = new ArrayList<>(story.events);
            Collections.shuffle(shuffled, random);
            Correlator correlator = new Correlator(story.plan);
            for (Told told : shuffled) {
                assertThat(story.accept(correlator, told)).isEmpty();
            }
            if (random.nextBoolean()) {
                correlator = Correlator.restore(story.plan, correlator.snapshot());
            }
            assertThat(told(correlator.finish()))
                    .as("%s\n%s", seed, story.yaml)
                    .isEqualTo(story.plainly());
        });
    }

    @ParameterizedTest
    @EnumSource(WindowSettings.Kind.class)
    void aCrashAfterAnyEventLosesAndRepeatsNothing(WindowSettings.Kind kind) throws BadState {
        rounds((random, seed) -> {
            Story story = new Story(random, settings(kind));
            Correlator correlator = new Correlator(story.plan);
            List<CorrelationFinding> found = new ArrayList<>();
            for (Told told : story.events) {
                byte[] snapshot = correlator.snapshot();
                Correlator lost = Correlator.restore(story.plan, snapshot);
                story.accept(lost, told);
                correlator = Correlator.restore(story.plan, snapshot);
                assertThat(correlator.counters()).isEqualTo(lost(story, snapshot));
                found.addAll(story.accept(correlator, told));
                assertThat(correlator.counters()).as(seed).isEqualTo(lost.counters());
            }
            found.addAll(correlator.finish());
            assertThat(told(found)).as("%s\n%s", seed, story.yaml).isEqualTo(story.plainly());
        });
    }

    private static Counters lost(Story story, byte[] snapshot) throws BadState {
        return Correlator.restore(story.plan, snapshot).counters();
    }

    /** A host that knows nothing but groups, bytes and watermarks, as one over many machines. */
    private static final class Bytes {
        final Story story;
        final Map<String, byte[]> states = new LinkedHashMap<>();
        final List<CorrelationFinding> found = new ArrayList<>();
        Instant watermark = Instant.MIN;

        Bytes(Story story) {
            this.story = story;
        }

        void add(Contribution contribution) throws BadState {
            Contribution sent = Contribution.of(contribution.bytes());
            assertThat(sent).isEqualTo(contribution);
            String key = sent.rule() + "\n" + sent.key().text();
            byte[] held = states.get(key);
            GroupState state = held == null ? story.plan.state(sent, watermark) : state(held);
            state.add(sent);
            states.put(key, state.bytes());
        }

        private GroupState state(byte[] bytes) throws BadState {
            return story.plan.state(bytes).orElseThrow();
        }

        void advance(Instant to) throws BadState {
            for (int level = 0; level < story.plan.levels(); level++) {
                for (String key : new TreeSet<>(states.keySet())) {
                    GroupState state = state(states.getOrDefault(key, new byte[0]));
                    String rule = key.substring(0, key.indexOf('\n'));
                    if (story.plan.planned().get(story.plan.rules().indexOf(rule)).level()
                            != level) {
                        continue;
                    }
                    boolean due = !state.due().isAfter(to);
                    List<CorrelationFinding> all = state.advance(to);
                    assertThat(all.isEmpty() || due).isTrue();
                    for (CorrelationFinding finding : all) {
                        CorrelationFinding sent = story.plan.finding(finding.bytes()).orElseThrow();
                        assertThat(sent).isEqualTo(finding);
                        if (sent.alert()) {
                            found.add(sent);
                        }
                        for (Contribution one : story.plan.contributions(sent)) {
                            assertThat(one.level()).isGreaterThan(level);
                            add(one);
                        }
                    }
                    if (state.done()) {
                        states.remove(key);
                    } else {
                        states.put(key, state.bytes());
                    }
                }
            }
            watermark = to;
        }
    }

    @ParameterizedTest
    @EnumSource(WindowSettings.Kind.class)
    void aHostOfBytesFindsTheSame(WindowSettings.Kind kind) throws BadState {
        rounds((random, seed) -> {
            Story story = new Story(random, settings(kind));
            Bytes host = new Bytes(story);
            Instant latest = Instant.MIN;
            for (Told told : story.events) {
                for (Contribution one : story.contributions(told)) {
                    host.add(one);
                }
                Instant at = told.moment().at();
                latest = latest.isAfter(at) ? latest : at;
                if (random.nextInt(5) == 0) {
                    host.advance(latest.minus(LATENESS));
                }
            }
            host.advance(Instant.MAX);
            assertThat(host.states).isEmpty();
            assertThat(told(host.found)).as("%s\n%s", seed, story.yaml).isEqualTo(story.plainly());
        });
    }
}
