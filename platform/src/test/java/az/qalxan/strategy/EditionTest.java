package az.qalxan.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.PlanChange;
import az.qalxan.engines.plan.PlanFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Editions follow each other, and nothing that one had is lost. */
@PlatformTest
class EditionTest {

    private static final MeasureCode DROPPED = new MeasureCode("8.9.2.4");

    @Autowired Plans plans;
    @Autowired EditionDesk desk;
    @Autowired EditionStore store;
    @Autowired MeasureHistory history;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager manager;

    private final Caller coordinator = SignedIn.caller("dtx", Role.COORDINATOR);
    private final Caller outsider = SignedIn.caller("din", Role.COORDINATOR);

    private PlanFile facts() {
        return plans.of(EditionId.PACK).orElseThrow().file();
    }

    private Recording record(byte[] yaml) {
        return ActingAs.call(
                coordinator.identity(), () -> desk.record(yaml, coordinator.name(), "sınaq"));
    }

    private Recording.Recorded recorded(byte[] yaml) {
        return (Recording.Recorded) record(yaml);
    }

    private static String mark() {
        return UUID.randomUUID().toString();
    }

    @Test
    void theNewestEditionIsThePlanAndSaysWhatItChanged() {
        String mark = mark();
        Recording.Recorded done = recorded(TestPlans.yaml(facts(), mark));
        Plan current = plans.current().orElseThrow();
        assertThat(current.edition().id()).isEqualTo(done.edition().id());
        assertThat(current.measure(new MeasureCode("8.1.1.1")).orElseThrow().measure().text())
                .isEqualTo("uydurulmuş tədbir 8.1.1.1 " + mark);
        assertThat(current.measure(new MeasureCode("8.1.1.1")).orElseThrow().shortTitle().en())
                .as("our own title stays")
                .isEqualTo("A classification of threats");
        Recording.Recorded next =
                recorded(
                        new String(TestPlans.yaml(facts(), mark), StandardCharsets.UTF_8)
                                .replace("tədbir 8.2.1.3 ", "tapşırıq 8.2.1.3 ")
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(next.changes())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.kind()).isEqualTo(PlanChange.Kind.REWORDED);
                    assertThat(change.id()).isEqualTo("8.2.1.3");
                });
        assertThat(next.edition().number()).isGreaterThan(done.edition().number());
        assertThat(plans.before(next.edition().id()).orElseThrow().edition().id())
                .isEqualTo(done.edition().id());
        assertThat(history.of(new MeasureCode("8.2.1.3")).getFirst().edition().id())
                .isEqualTo(next.edition().id());
    }

    @Test
    void theVerySameFileIsRecordedOnce() {
        byte[] yaml = TestPlans.yaml(facts(), mark());
        Edition first = recorded(yaml).edition();
        assertThat(record(yaml)).isEqualTo(new Recording.Same(first));
    }

    @Test
    void whatAnEditionDropsStaysKnownAndComesBack() {
        Edition whole = recorded(TestPlans.yaml(facts(), mark())).edition();
        byte[] less = TestPlans.yaml(facts(), mark(), measure -> !measure.code().equals(DROPPED));
        Recording.Recorded dropping = recorded(less);
        try {
            assertThat(dropping.changes())
                    .anySatisfy(change -> {
                        assertThat(change.kind()).isEqualTo(PlanChange.Kind.REMOVED);
                        assertThat(change.id()).isEqualTo(DROPPED.value());
                    });
            assertThat(plans.current().orElseThrow().measure(DROPPED)).isEmpty();
            DroppedMeasure dropped = plans.droppedMeasure(DROPPED).orElseThrow();
            assertThat(dropped.lastIn().id()).isEqualTo(whole.id());
            assertThat(plans.lastKnown(DROPPED)).contains(dropped.measure());
        } finally {
            Recording back =
                    ActingAs.call(
                            coordinator.identity(),
                            () ->
                                    desk.restore(whole.id(), coordinator.name(), "geri")
                                            .orElseThrow());
            assertThat(((Recording.Recorded) back).edition().number())
                    .isGreaterThan(dropping.edition().number());
        }
        assertThat(plans.current().orElseThrow().measure(DROPPED)).isPresent();
        assertThat(plans.droppedMeasure(DROPPED)).isEmpty();
        assertThat(plans.editions()).extracting(Edition::id).contains(dropping.edition().id());
    }

    @Test
    void aFileThatIsNoPlanChangesNothing() {
        List<Edition> before = plans.editions();
        assertThat(record("measures: []".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Recording.Refused.class,
                        refused -> assertThat(refused.flaws()).isNotEmpty());
        assertThat(plans.editions()).isEqualTo(before);
    }

    @Test
    void twoWhoRecordAtOnceGetTwoEditions() throws Exception {
        byte[] one = TestPlans.yaml(facts(), mark());
        byte[] other = TestPlans.yaml(facts(), mark());
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<Recording>> done =
                    both.invokeAll(
                            List.<Callable<Recording>>of(() -> record(one), () -> record(other)));
            int first = ((Recording.Recorded) done.get(0).get()).edition().number();
            int second = ((Recording.Recorded) done.get(1).get()).edition().number();
            assertThat(Math.abs(first - second)).isEqualTo(1);
            assertThat(plans.current().orElseThrow().edition().number())
                    .isEqualTo(Math.max(first, second));
        }
    }

    @Test
    void theDatabaseItselfKeepsEditionsFromOthersAndFromChange() {
        byte[] yaml = TestPlans.yaml(facts(), mark());
        assertThatThrownBy(() ->
                        ActingAs.run(
                                outsider.identity(), () -> desk.record(yaml, outsider.name(), "")))
                .isInstanceOf(DataAccessException.class);
        TransactionTemplate transaction = new TransactionTemplate(manager);
        for (String change :
                List.of("update strategy.edition set note = 'x'", "delete from strategy.edition")) {
            assertThatThrownBy(() ->
                            ActingAs.run(
                                    coordinator.identity(),
                                    () ->
                                            transaction.executeWithoutResult(
                                                    status -> jdbc.sql(change).update())))
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void anEditionOfAnotherProcessIsSeenWithoutARestart() throws InterruptedException {
        Edition known = recorded(TestPlans.yaml(facts(), mark())).edition();
        byte[] yaml = TestPlans.yaml(facts(), mark());
        Edition elsewhere =
                new Edition(
                        new EditionId(UUID.randomUUID()),
                        known.number() + 1,
                        known.recorded(),
                        "başqa proses",
                        "Uydurulmuş plan",
                        "az",
                        known.approved(),
                        az.qalxan.database.Sha256.of(yaml),
                        true,
                        "");
        TransactionTemplate transaction = new TransactionTemplate(manager);
        ActingAs.run(
                coordinator.identity(),
                () ->
                        transaction.executeWithoutResult(
                                status -> store.insert(elsewhere, yaml, 56, null)));
        for (int i = 0; i < 100 && !current().equals(elsewhere.id()); i++) {
            Thread.sleep(100);
        }
        assertThat(current()).isEqualTo(elsewhere.id());
    }

    private EditionId current() {
        return plans.current().orElseThrow().edition().id();
    }
}
