package az.qalxan.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.web.ProblemFound;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Events are judged by the rules in force, and each finding is written once. */
@PlatformTest
class MonitoringTest {

    private final Caller analyst = SignedIn.caller("din", Role.CERT_ANALYST);
    private final Caller other = SignedIn.caller("dtx", Role.CERT_ANALYST);
    private final Caller centre = SignedIn.caller("xritdx", Role.CERT_ANALYST);
    private final String mark = "m" + UUID.randomUUID().toString().substring(0, 8);
    private final UUID ruleId = UUID.randomUUID();
    private final Watchers watchers;

    @Autowired
    MonitoringTest(ApplicationContext context) {
        watchers = new Watchers(context);
    }

    private String event(String more) {
        return "{\"mark\":\"" + mark + "\",\"Computer\":\"PC-" + mark + "\"" + more + "}";
    }

    private UUID inForce(int budget, String level) {
        UUID set = watchers.set(analyst, false, budget);
        UUID version = watchers.version(analyst, set, Watchers.rule(ruleId, mark, level));
        watchers.inForce(analyst, version);
        return version;
    }

    @Test
    void aBatchThatIsSentTwiceIsTakenOnceAndFoundOnce() {
        inForce(50, "high");
        UUID source = watchers.source(analyst, "TLP:AMBER");
        EventIntake.Receipt first =
                watchers.take(analyst, source, "a", event(""), "{\"mark\":\"no\"}", "{\"x\":");
        assertThat(first).isEqualTo(new EventIntake.Receipt(first.batch(), 3, 2, 1, false));
        EventIntake.Receipt again =
                watchers.take(analyst, source, "a", event(""), "{\"mark\":\"no\"}", "{\"x\":");
        assertThat(again).isEqualTo(new EventIntake.Receipt(first.batch(), 3, 2, 1, true));
        List<FindingStore.Row> found = watchers.findings(analyst, source);
        assertThat(found).hasSize(1);
        KeptFinding finding = found.getFirst().finding();
        assertThat(finding.rule().author()).isEqualTo("Müəllif Sınaqlı");
        assertThat(finding.rule().license()).isEqualTo("DRL 1.1");
        assertThat(finding.entities()).containsExactly(new Entity("host", "pc-" + mark));
        assertThat(finding.matched()).containsExactly(new Matched("mark", mark, 0, mark.length()));
        assertThatThrownBy(() -> watchers.take(analyst, source, "a", event(",\"x\":1")))
                .isInstanceOf(ProblemFound.class)
                .hasMessage("event-key-reused");
    }

    @Test
    void othersSeeWhatTheMatrixSays() {
        inForce(50, "high");
        UUID amber = watchers.source(analyst, "TLP:AMBER");
        UUID strict = watchers.source(analyst, "TLP:AMBER+STRICT");
        watchers.take(analyst, amber, "a", event(""));
        watchers.take(analyst, strict, "a", event(""));
        assertThat(watchers.findings(analyst, strict)).hasSize(1);
        assertThat(watchers.findings(other, amber)).as("another body").isEmpty();
        assertThat(watchers.findings(centre, strict)).as("strict stays").isEmpty();
        assertThatThrownBy(() -> watchers.take(other, amber, "b", event("")))
                .isInstanceOf(ProblemFound.class)
                .hasMessage("not-found");
    }

    @Test
    void aRuleOnTrialFindsAndTellsNobody() {
        UUID set = watchers.set(analyst, false, 50);
        UUID version = watchers.version(analyst, set, Watchers.rule(ruleId, mark, "high"));
        watchers.move(analyst, version, "trial");
        UUID source = watchers.source(analyst, "TLP:AMBER");
        watchers.take(analyst, source, "a", event(""));
        assertThat(watchers.findings(analyst, source))
                .singleElement()
                .matches(row -> row.finding().trial());
    }

    @Test
    void whatWasNotTriedComesNotIntoForce() {
        UUID set = watchers.set(analyst, false, 50);
        UUID version = watchers.version(analyst, set, Watchers.rule(ruleId, mark, "high"));
        assertThatThrownBy(() -> watchers.move(analyst, version, "active"))
                .isInstanceOf(ProblemFound.class)
                .hasMessage("rule-version-not-tried");
    }

    @Test
    void aBackTestCountsWhatTheVersionWouldHaveFound() {
        UUID source = watchers.source(analyst, "TLP:AMBER");
        watchers.take(analyst, source, "a", event(""), event(",\"n\":1"), "{\"mark\":\"no\"}");
        UUID set = watchers.set(analyst, false, 1);
        UUID version = watchers.version(analyst, set, Watchers.rule(ruleId, mark, "high"));
        watchers.inForce(analyst, version);
        BackTest test =
                watchers.as(
                        analyst, () -> watchers.bean(BackTestStore.class).of(version).getFirst());
        assertThat(test.byRule())
                .containsExactly(
                        new BackTest.OfRule(ruleId.toString(), "Sınaq " + mark, "high", 2, 2));
        assertThat(test.byRule().getFirst().over(1)).isTrue();
        assertThat(watchers.findings(analyst, source)).as("nothing is written").isEmpty();
    }

    @Test
    void beyondTheBudgetIsNoiseButWhatIsCriticalIsNot() {
        inForce(2, "medium");
        UUID source = watchers.source(analyst, "TLP:AMBER");
        watchers.take(analyst, source, "a", event(""), event(""), event(""), event(""));
        assertThat(watchers.findings(analyst, source))
                .extracting(FindingStore.Row::overBudget)
                .containsExactlyInAnyOrder(false, false, true, true);
        UUID critical = UUID.randomUUID();
        UUID set = watchers.set(analyst, false, 1);
        String grave = mark + "k";
        watchers.inForce(
                analyst,
                watchers.version(analyst, set, Watchers.rule(critical, grave, "critical")));
        UUID second = watchers.source(analyst, "TLP:AMBER");
        String one = "{\"mark\":\"" + grave + "\"}";
        watchers.take(analyst, second, "a", one, one, one);
        assertThat(watchers.findings(analyst, second))
                .extracting(FindingStore.Row::overBudget)
                .containsExactly(false, false, false);
    }

    @Test
    void aSuppressionHoldsForItsEntityUntilItsEnd() {
        inForce(50, "high");
        UUID source = watchers.source(analyst, "TLP:AMBER");
        watchers.take(analyst, source, "a", event(""));
        KeptFinding like = watchers.findings(analyst, source).getFirst().finding();
        UUID suppression =
                watchers.as(
                        analyst,
                        () ->
                                watchers.bean(FindingDesk.class)
                                        .suppress(
                                                analyst,
                                                like.id(),
                                                new FindingDesk.Wanted(
                                                        true, "host:pc-" + mark, Watchers.WHY, 7)));
        watchers.take(analyst, source, "b", event(""));
        watchers.take(analyst, source, "c", "{\"mark\":\"" + mark + "\",\"Computer\":\"PC-2\"}");
        assertThat(watchers.findings(analyst, source))
                .extracting(row -> row.suppressedBy() != null)
                .containsExactly(false, true, false);
        watchers.as(
                analyst,
                () -> {
                    watchers.bean(FindingDesk.class).end(analyst, suppression);
                    return suppression;
                });
        watchers.take(analyst, source, "d", event(""));
        assertThat(watchers.findings(analyst, source).getFirst().suppressedBy()).isNull();
    }

    @Test
    void whoMayNotSeeAFindingSeesNotItsSuppression() {
        inForce(50, "high");
        UUID amber = suppressionOfOne("TLP:AMBER");
        UUID strict = suppressionOfOne("TLP:AMBER+STRICT");
        assertThat(suppressions(analyst)).contains(amber, strict);
        assertThat(suppressions(centre)).contains(amber).doesNotContain(strict);
    }

    private UUID suppressionOfOne(String handling) {
        UUID source = watchers.source(analyst, handling);
        watchers.take(analyst, source, "a", event(""));
        UUID finding = watchers.findings(analyst, source).getFirst().finding().id();
        FindingDesk.Wanted wanted = new FindingDesk.Wanted(true, "", Watchers.WHY, 7);
        return watchers.as(
                analyst, () -> watchers.bean(FindingDesk.class).suppress(analyst, finding, wanted));
    }

    private List<UUID> suppressions(Caller caller) {
        return watchers.as(caller, () -> watchers.bean(FindingDesk.class).suppressions()).stream()
                .map(Suppression::id)
                .toList();
    }

    @Test
    void whatComesInABurstIsAskedForPieceByPiece() {
        inForce(1_000, "high");
        UUID source = watchers.source(analyst, "TLP:AMBER");
        String[] events = new String[70];
        java.util.Arrays.setAll(events, n -> event(",\"n\":" + n));
        watchers.take(analyst, source, "a", events);
        FindingFilter all =
                new FindingFilter(
                        FindingFilter.Show.ALL, "", "", "", source, "", null, new UUID(0, 0));
        FindingDesk desk = watchers.bean(FindingDesk.class);
        List<FindingStore.Row> first = watchers.as(analyst, () -> desk.since(all, 50));
        UUID newest = first.getFirst().finding().id();
        List<FindingStore.Row> second =
                watchers.as(analyst, () -> desk.since(all.after(newest), 50));
        assertThat(first).hasSize(50);
        assertThat(second).hasSize(20);
        assertThat(second.getLast().finding().id()).isGreaterThan(newest);
    }

    @Test
    void eventsAreFoundThoughTheirCounterBeginsAnew() {
        inForce(50, "high");
        UUID source = watchers.source(analyst, "TLP:AMBER");
        EventIntake intake = watchers.intake((1L << 32) - 3);
        watchers.take(intake, analyst, source, event(""), event(""), event(""), event(""));
        assertThat(watchers.findings(analyst, source)).hasSize(4);
    }

    @Test
    void whatWasLeftAsideIsTriedAgainByItsBody() {
        inForce(50, "high");
        UUID source = watchers.source(analyst, "TLP:AMBER");
        long batch = watchers.leftAside(analyst, source, event(""));
        assertThat(watchers.findings(analyst, source)).isEmpty();
        watchers.tryAgain(other);
        assertThat(watchers.attempts(batch)).as("another body").isEqualTo(5);
        watchers.tryAgain(analyst);
        watchers.judge(batch);
        assertThat(watchers.findings(analyst, source)).hasSize(1);
    }

    @Test
    void aBackTestThatFailsIsNotBegunAnew() {
        UUID nobodys = UUID.randomUUID();
        watchers.strayEvent("dtx", nobodys);
        try {
            UUID set = watchers.set(other, false, 50);
            UUID version = watchers.version(other, set, Watchers.rule(ruleId, mark, "high"));
            watchers.as(other, () -> watchers.bean(RuleDesk.class).backTest(other, version, 1));
            String state = "waiting";
            while (state.equals("waiting")) {
                assertThat(catchThrowable(() -> watchers.bean(BackTests.class).runOne()))
                        .matches(one -> one == null || one instanceof NoSuchElementException);
                state =
                        watchers.as(other, () -> watchers.bean(BackTestStore.class).of(version))
                                .getFirst()
                                .state();
            }
            assertThat(state).isEqualTo("failed");
        } finally {
            watchers.forgetStray(nobodys);
        }
    }

    private UUID counting() {
        String correlation =
                """
                title: Sınaq sayı
                id: %s
                author: Müəllif Sınaqlı
                correlation:
                  type: event_count
                  rules: [%s]
                  group-by: [Computer]
                  timespan: 10m
                  condition: {gte: 4}
                level: high
                """
                        .formatted(UUID.randomUUID(), ruleId);
        UUID set = watchers.set(analyst, false, 50);
        UUID version =
                watchers.version(analyst, set, Watchers.rule(ruleId, mark, "low"), correlation);
        watchers.inForce(analyst, version);
        return version;
    }

    private List<KeptFinding> counted(UUID source) {
        return watchers.findings(analyst, source).stream()
                .map(FindingStore.Row::finding)
                .filter(one -> one.rule().correlation())
                .toList();
    }

    @Test
    void eventsInWhichNothingIsFoundMoveTimeOn() {
        counting();
        UUID source = watchers.source(analyst, "TLP:AMBER");
        Instant begin = Instant.now().minus(Duration.ofMinutes(30));
        watchers.take(analyst, source, "a", at(begin, 0), at(begin, 1), at(begin, 2), at(begin, 3));
        assertThat(counted(source)).isEmpty();
        watchers.take(
                analyst,
                source,
                "b",
                "{\"@timestamp\":\"" + begin.plus(Duration.ofMinutes(20)) + "\"}");
        assertThat(counted(source)).hasSize(1);
    }

    @Test
    void whoeverIsIdleCatchesUpWithWhatAnotherProcessJudged() {
        counting();
        UUID source = watchers.source(analyst, "TLP:AMBER");
        Instant begin = Instant.now().minus(Duration.ofMinutes(5));
        watchers.take(analyst, source, "a", at(begin, 0), at(begin, 1));
        DetectionStep second = watchers.secondProcess();
        watchers.idle(second, Instant.now());
        watchers.take(analyst, source, "b", at(begin, 2), at(begin, 3));
        watchers.idle(second, Instant.now());
        assertThat(counted(source)).isEmpty();
        watchers.idle(second, Instant.now().plus(Duration.ofMinutes(30)));
        assertThat(counted(source)).hasSize(1);
    }

    @Test
    void aRetiredVersionTellsNothingMoreAndRemembersNothing() {
        UUID version = counting();
        UUID source = watchers.source(analyst, "TLP:AMBER");
        Instant begin = Instant.now().minus(Duration.ofMinutes(5));
        watchers.take(analyst, source, "a", at(begin, 0), at(begin, 1), at(begin, 2), at(begin, 3));
        DetectionStep second = watchers.secondProcess();
        watchers.idle(second, Instant.now());
        assertThat(watchers.remembered(version)).isEqualTo(1);
        watchers.move(analyst, version, "retired");
        watchers.idle(second, Instant.now().plus(Duration.ofMinutes(30)));
        assertThat(counted(source)).isEmpty();
        assertThat(watchers.remembered(version)).isZero();
    }

    @Test
    void aCorrelationRemembersBetweenBatchesAndAfterARestart() {
        counting();
        UUID source = watchers.source(analyst, "TLP:AMBER");
        Instant begin = Instant.now().minus(Duration.ofMinutes(30));
        watchers.take(analyst, source, "a", at(begin, 0), at(begin, 1));
        watchers.bean(DetectionMemory.class).forget();
        watchers.take(analyst, source, "b", at(begin, 2), at(begin, 3));
        watchers.bean(DetectionMemory.class).forget();
        watchers.take(analyst, source, "c", "{\"mark\":\"no\"}");
        Instant later = Instant.now().plus(LoadedRules.LATENESS).plusSeconds(600);
        for (int second = 0; second < 20; second++) {
            Instant moment = later.plusSeconds(second);
            az.qalxan.database.WorkTime.run(moment, watchers::tick);
        }
        List<KeptFinding> found = counted(source);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().events()).hasSize(4);
        assertThat(found.getFirst().matched())
                .extracting(Matched::value)
                .containsExactly("PC-" + mark, "4");
    }

    private String at(Instant begin, int minute) {
        return event(",\"@timestamp\":\"" + begin.plus(Duration.ofMinutes(minute)) + "\"");
    }

    @Test
    void eventsAreSearchedForAPurposeAndForgottenAfterTheirTime() {
        UUID source = watchers.source(analyst, "TLP:AMBER");
        watchers.take(analyst, source, "a", event(""), "{\"Computer\":\"PC-3\",\"text\":\"Şəki\"}");
        EventArchive.Query byHost = query(source, List.of("host:pc-" + mark), "");
        EventDesk desk = watchers.bean(EventDesk.class);
        assertThat(watchers.as(analyst, () -> desk.search(byHost, Watchers.WHY, 10))).hasSize(1);
        assertThat(
                        watchers.as(
                                analyst,
                                () ->
                                        desk.search(
                                                query(source, List.of(), "Şəki"),
                                                Watchers.WHY,
                                                10)))
                .hasSize(1);
        assertThat(watchers.as(other, () -> desk.search(byHost, Watchers.WHY, 10))).isEmpty();
        assertThatThrownBy(() -> watchers.as(analyst, () -> desk.search(byHost, "", 10)))
                .isInstanceOf(ProblemFound.class);
        long gone =
                az.qalxan.database.ActingAs.call(
                        DetectionStep.SYSTEM,
                        () ->
                                watchers.bean(MonitoringUpkeep.class)
                                        .forgetSome(source, Instant.now().plusSeconds(60)));
        assertThat(gone).isEqualTo(2);
        assertThat(watchers.as(analyst, () -> desk.search(byHost, Watchers.WHY, 10))).isEmpty();
    }

    private static EventArchive.Query query(UUID source, List<String> keys, String words) {
        Instant now = Instant.now();
        return new EventArchive.Query(
                "", source, now.minusSeconds(3600), now.plusSeconds(3600), keys, words, null);
    }

    @Test
    void thePacksRulesPassTheirTests() {
        RuleCheck check = RuleCheck.of(new RulePackage(watchers.bean(PackRules.class).files()));
        assertThat(check.flaws()).isEmpty();
        assertThat(check.failures()).isEmpty();
        assertThat(check.cases()).isGreaterThan(15);
        assertThat(check.rules().correlations()).hasSize(2);
    }
}
