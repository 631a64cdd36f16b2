package az.qalxan.strategy.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.engines.plan.Stage;
import az.qalxan.strategy.PlanMeasure;
import az.qalxan.strategy.Plans;
import az.qalxan.web.ProblemFound;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Claims, verdicts and standings on a real PostgreSQL. */
@PlatformTest
class ProgressTest {

    private static final int ROUNDS = 12;

    @Autowired Plans plans;
    @Autowired Progress progress;
    @Autowired Speaking speaking;
    @Autowired StageFiles files;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    @Autowired PlatformTransactionManager manager;
    private @Nullable StageTalk kept;
    private TransactionTemplate transaction = new TransactionTemplate();

    @BeforeEach
    void begin() {
        kept = new StageTalk(plans, speaking);
        transaction = new TransactionTemplate(manager);
    }

    private StageTalk talk() {
        return Objects.requireNonNull(kept);
    }

    @Test
    void aStageIsProposedDisputedAnsweredAndConfirmed() {
        PlanMeasure measure = talk().fresh(progress, clock.instant(), "rinn");
        talk().asks(measure, Stage.INITIAL, EvidenceKind.DECISION);
        UUID claim = talk().proposes("rinn", measure, Stage.INITIAL);
        assertThat(state(measure)).isEqualTo(StageStanding.State.PROPOSED);
        Instant before = clock.instant();
        StageTalk.as(
                "dtx", who -> speaking.dispute(seen(measure, claim), "Siyahı tam deyil.", who));
        assertThat(state(measure)).isEqualTo(StageStanding.State.DISPUTED);
        assertThat(standing(measure, clock.instant()).flags())
                .contains(MeasureStanding.Flag.DISPUTED);
        long dispute = claim(measure, claim).disputes().getFirst().sequence();
        StageTalk.as(
                "rinn",
                who -> speaking.answer(seen(measure, claim), dispute, "Siyahı tamamlandı.", who));
        StageTalk.as("dtx", who -> speaking.confirm(seen(measure, claim), "", who));
        assertThat(state(measure)).isEqualTo(StageStanding.State.REACHED);
        assertThat(standing(measure, before).stage(Stage.INITIAL).state())
                .as("the past is told as it was")
                .isEqualTo(StageStanding.State.PROPOSED);
        StageTalk.as("dtx", who -> speaking.reopen(seen(measure, claim), "Siyahı köhnəlib.", who));
        assertThat(state(measure)).isEqualTo(StageStanding.State.OPEN);
        assertThat(claim(measure, claim).entries())
                .extracting(Entry::kind)
                .containsExactly(
                        ProgressKind.PROPOSED,
                        ProgressKind.EVIDENCE,
                        ProgressKind.DISPUTED,
                        ProgressKind.ANSWERED,
                        ProgressKind.CONFIRMED,
                        ProgressKind.REOPENED);
    }

    /** Two bodies press at the same moment, again and again; the answer is always the same. */
    @Test
    void confirmingAndDisputingAtOnceIsDecidedTheSameWayAndLosesNothing() throws Exception {
        PlanMeasure measure = talk().fresh(progress, clock.instant(), "dtx");
        talk().asks(measure, Stage.FINAL, EvidenceKind.DECISION);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                UUID claim = talk().proposes("dtx", measure, Stage.FINAL);
                Speaking.Seen seen = seen(measure, Stage.FINAL, claim);
                CountDownLatch both = new CountDownLatch(2);
                Future<?> yes =
                        threads.submit(() ->
                                together(both, "din", who -> speaking.confirm(seen, "", who)));
                Future<?> no =
                        threads.submit(() ->
                                together(
                                        both,
                                        "rinn",
                                        who -> speaking.dispute(seen, "Sübut köhnədir.", who)));
                yes.get(30, TimeUnit.SECONDS);
                no.get(30, TimeUnit.SECONDS);
                Claim judged = claim(measure, claim);
                assertThat(judged.state()).isEqualTo(Claim.State.DISPUTED);
                assertThat(judged.verdicts().keySet()).containsExactlyInAnyOrder("din", "rinn");
                assertThat(judged.entries())
                        .isSortedAccordingTo(java.util.Comparator.comparing(Entry::at));
                StageTalk.as(
                        "dtx",
                        who ->
                                speaking.withdraw(
                                        seen(measure, Stage.FINAL, claim), "Təkrarlanır.", who));
            }
        }
    }

    /** What is kept of the record is never older than the record, for nobody and for everybody. */
    @Test
    void aKeptReadingEndsWithTheNextWord() {
        PlanMeasure measure = talk().fresh(progress, clock.instant(), "nk");
        Instant before = clock.instant();
        standing(measure, clock.instant());
        talk().asks(measure, Stage.INITIAL, EvidenceKind.DECISION);
        assertThat(standing(measure, clock.instant()).saidAt()).isNotNull();
        talk().proposes("nk", measure, Stage.INITIAL);
        assertThat(state(measure)).isEqualTo(StageStanding.State.PROPOSED);
        assertThat(state(measure)).as("and again").isEqualTo(StageStanding.State.PROPOSED);
        assertThat(standing(measure, before).saidAt()).as("of the past").isNull();
        Instant now = clock.instant();
        MeasureStanding nobody = progress.standings(now).get(measure.code());
        assertThat(Objects.requireNonNull(nobody).saidAt())
                .as("who has not signed in learns nothing of what others read")
                .isNull();
    }

    private static void together(
            CountDownLatch both, String body, java.util.function.Consumer<Caller> work) {
        both.countDown();
        try {
            both.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        StageTalk.as(body, work);
    }

    @Test
    void aVerdictOnAClaimThatIsWithdrawnMeanwhileIsKept() {
        PlanMeasure measure = talk().fresh(progress, clock.instant(), "xritdx");
        talk().asks(measure, Stage.INITIAL, EvidenceKind.DECISION);
        UUID claim = talk().proposes("xritdx", measure, Stage.INITIAL);
        Speaking.Seen seen = seen(measure, Stage.INITIAL, claim);
        StageTalk.as("xritdx", who -> speaking.withdraw(seen, "Səhv bildirilib.", who));
        StageTalk.as("dtx", who -> speaking.dispute(seen, "Sübut çatmır axı.", who));
        assertThat(claim(measure, claim).entries().getLast().words())
                .isEqualTo("Sübut çatmır axı.");
        assertThat(claim(measure, claim).state()).isEqualTo(Claim.State.WITHDRAWN);
        Speaking.Seen later = seen(measure, Stage.INITIAL, claim);
        assertThatThrownBy(() ->
                        StageTalk.as(
                                "din", who -> speaking.dispute(later, "Gecikmiş etiraz.", who)))
                .isInstanceOf(ProblemFound.class);
    }

    @Test
    void onlyAMeasuresBodyProposesAndOnlyAnotherOneJudges() {
        PlanMeasure measure = talk().fresh(progress, clock.instant(), "rinn");
        String stranger =
                List.of("mb", "ask", "asi", "xkx", "dim").stream()
                        .filter(one -> !StageFiles.parties(measure).has(one))
                        .findFirst()
                        .orElseThrow();
        assertRefused("no-criterion", () -> talk().proposes("rinn", measure, Stage.INITIAL));
        assertRefused("not-in-measure", () -> talk().proposes(stranger, measure, Stage.INITIAL));
        talk().asks(measure, Stage.INITIAL, EvidenceKind.DOCUMENT);
        UUID claim = talk().proposes("rinn", measure, Stage.INITIAL);
        assertRefused("claim-stands", () -> talk().proposes("rinn", measure, Stage.INITIAL));
        Speaking.Seen seen = seen(measure, Stage.INITIAL, claim);
        assertRefused(
                "own-claim", () -> StageTalk.as("rinn", who -> speaking.confirm(seen, "", who)));
        assertRefused(
                "evidence-missing",
                () -> StageTalk.as("dtx", who -> speaking.confirm(seen, "", who)));
    }

    private static void assertRefused(String why, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        ProblemFound.class,
                        found ->
                                assertThat(found.violations())
                                        .extracting(one -> one.key())
                                        .containsExactly("progress.refused." + why));
    }

    /** The second line of defence: plain SQL as somebody else. */
    @Test
    void theDatabaseLetsNobodyJudgeAnOwnClaimOrSpeakForOthersOrChangeAWord() {
        PlanMeasure measure = talk().fresh(progress, clock.instant(), "etn");
        talk().asks(measure, Stage.INITIAL, EvidenceKind.DECISION);
        UUID claim = talk().proposes("etn", measure, Stage.INITIAL);
        String insert =
                """
                insert into strategy.progress_entry
                  (at, kind, measure, stage, claim, body, author, words)
                values (now(), 'confirmed', '%s', 'initial', '%s', '%s', 'x', '')
                """;
        String own = insert.formatted(measure.code(), claim, "etn");
        String others = insert.formatted(measure.code(), claim, "dtx");
        String unknown = insert.formatted(measure.code(), UUID.randomUUID(), "dtx");
        Caller etn = StageTalk.of("etn");
        Caller dtx = StageTalk.of("dtx");
        assertBarred(etn, own);
        assertBarred(etn, others);
        assertBarred(dtx, unknown);
        assertBarred(SignedIn.caller("dtx", Role.INVESTIGATOR), others);
        assertBarred(dtx, "update strategy.progress_entry set words = 'başqa söz, başqa'");
        assertBarred(dtx, "delete from strategy.progress_entry");
        SignedIn.run(
                dtx, () -> transaction.executeWithoutResult(status -> jdbc.sql(others).update()));
        assertThat(state(measure)).isEqualTo(StageStanding.State.REACHED);
    }

    private void assertBarred(Caller caller, String sql) {
        assertThatThrownBy(() ->
                        SignedIn.run(
                                caller,
                                () ->
                                        transaction.executeWithoutResult(
                                                status -> jdbc.sql(sql).update())))
                .isInstanceOf(DataAccessException.class);
    }

    private StageStanding.State state(PlanMeasure measure) {
        return standing(measure, clock.instant()).stage(Stage.INITIAL).state();
    }

    private MeasureStanding standing(PlanMeasure measure, Instant moment) {
        AtomicReference<MeasureStanding> found = new AtomicReference<>();
        SignedIn.run(
                SignedIn.caller("bp", Role.PROSECUTOR),
                () ->
                        found.set(
                                Objects.requireNonNull(
                                        progress.standings(moment).get(measure.code()))));
        return Objects.requireNonNull(found.get());
    }

    private Claim claim(PlanMeasure measure, UUID id) {
        AtomicReference<Claim> found = new AtomicReference<>();
        SignedIn.run(
                StageTalk.of("bp"),
                () ->
                        found.set(
                                transaction.execute(status ->
                                        files.of(measure.code()).orElseThrow().claims().stream()
                                                .filter(one -> one.id().equals(id))
                                                .findAny()
                                                .orElseThrow())));
        return Objects.requireNonNull(found.get());
    }

    private Speaking.Seen seen(PlanMeasure measure, UUID claim) {
        return seen(measure, Stage.INITIAL, claim);
    }

    private Speaking.Seen seen(PlanMeasure measure, Stage stage, UUID claim) {
        return new Speaking.Seen(
                new Speaking.Where(measure.code(), stage), claim, claim(measure, claim).last());
    }
}
