package az.qalxan.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.AccountId;
import az.qalxan.access.Accounts;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.access.NewAccount;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.access.UserName;
import az.qalxan.audit.AuditLog;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.directory.Directory;
import az.qalxan.engines.law.RequestKind;
import az.qalxan.web.ProblemFound;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Months on the duty desk by a clock of the test's own, with the program down now and then. All of
 * it happens in one transaction that is rolled back, so no other test meets these years.
 */
@PlatformTest
class ClocksSimulationTest {

    private static final Instant START = Instant.parse("2031-03-01T08:00:00Z");

    private final Caller officer = SignedIn.caller("dtx", Role.DUTY_OFFICER);
    private final Moving clock = new Moving();

    @Autowired PlatformTransactionManager manager;
    @Autowired RequestStore store;
    @Autowired BasisStore bases;
    @Autowired StepStore steps;
    @Autowired TermStore terms;
    @Autowired TaskStore tasks;
    @Autowired NoticeStore notices;
    @Autowired RoundStore rounds;
    @Autowired RequestUpkeep upkeep;
    @Autowired RoundWork work;
    @Autowired LawDesk law;
    @Autowired Directory directory;
    @Autowired Accounts accounts;
    @Autowired CooperationPack pack;
    @Autowired AuditLog audit;
    private Requests requests;
    private Dossier dossier;
    private Rounds job;

    /** A clock that the test moves. */
    private static final class Moving extends Clock {

        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    @BeforeEach
    void takeOver() {
        requests =
                new Requests(
                        store,
                        bases,
                        steps,
                        terms,
                        upkeep,
                        law,
                        pack,
                        audit,
                        new SecureRandom(),
                        event -> {},
                        clock);
        dossier = new Dossier(requests, store, bases, tasks, law, directory, pack, audit, clock);
        job = new Rounds(rounds, tasks, work, audit, clock, manager);
    }

    private void play(Runnable life) {
        ActingAs.run(
                TransactionIdentity.job("test"),
                () ->
                        new TransactionTemplate(manager)
                                .executeWithoutResult(status -> {
                                    status.setRollbackOnly();
                                    join("dtx", Role.DUTY_OFFICER);
                                    job.go(clock.instant());
                                    clock.pass(Duration.ofSeconds(1));
                                    life.run();
                                }));
    }

    /** A person who could be told. */
    private AccountId join(String body, Role role) {
        return accounts.create(
                        new NewAccount(
                                new UserName("s-" + UUID.randomUUID().toString().substring(0, 13)),
                                "Sınaq Növbətçi",
                                new BodyCode(body),
                                Set.of(role)),
                        "Uzun-Sınaq-Parolu-2031")
                .orElseThrow();
    }

    private RequestNumber enter(RequestKind kind, Direction direction) {
        return enter(kind, direction, "dtx");
    }

    private RequestNumber enter(RequestKind kind, Direction direction, String body) {
        NewRequest wanted =
                new NewRequest(
                        kind,
                        direction,
                        false,
                        new Counterpart(
                                "TR",
                                "Ankara",
                                ZoneId.of("Europe/Istanbul"),
                                "",
                                "",
                                "",
                                "",
                                "",
                                "",
                                ""),
                        new Substance("", "", "", "qutu", "", "", "", Map.of()),
                        new Sight(new BodyCode(body), "", Handling.AMBER, null, ""),
                        direction == Direction.IN ? clock.instant() : null,
                        "form",
                        null);
        return requests.enter(wanted, "Sınaq").number();
    }

    private Request take(RequestNumber number, RequestStep step) {
        int version = requests.see(number).head().version();
        return requests.take(number, version, step, officer);
    }

    private RequestNumber preserved() {
        RequestNumber number = enter(RequestKind.PRESERVATION, Direction.IN);
        take(number, new RequestStep.Acknowledge());
        take(number, new RequestStep.Preserve(clock.instant(), clock.instant()));
        return number;
    }

    private List<DutyTask> tasks(RequestNumber number) {
        return tasks.of(requests.see(number).head().id());
    }

    private DutyTask task(RequestNumber number, String plan, int cycle) {
        return tasks(number).stream()
                .filter(task -> task.plan().equals(plan) && task.cycle() == cycle)
                .findAny()
                .orElseThrow();
    }

    private List<NoticeStore.Notice> notices(RequestNumber number, DutyTask task) {
        return notices.of(requests.see(number).head().id()).stream()
                .filter(notice -> notice.task().equals(task.id()))
                .toList();
    }

    /** The steps that were taken, in their order; a step may tell several people. */
    private List<String> addressees(RequestNumber number, DutyTask task) {
        return notices(number, task).stream()
                .map(NoticeStore.Notice::addressee)
                .distinct()
                .toList();
    }

    /** Lets time pass with a round every so often. */
    private void live(Duration time, Duration every) {
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            clock.pass(every);
            job.go(clock.instant());
        }
    }

    @Test
    void theDays45And60And80AreRaisedEachOnItsDay() {
        play(() -> {
            RequestNumber number = preserved();
            Duration half = Duration.ofHours(12);
            live(Duration.ofDays(44), half);
            assertThat(tasks(number)).noneMatch(DutyTask::open);
            live(Duration.ofDays(2), half);
            assertThat(task(number, "assistance-coming", 0).open()).isTrue();
            live(Duration.ofDays(15), half);
            assertThat(task(number, "floor-ends", 0).open()).isTrue();
            assertThat(task(number, "renew", 0).state()).isEqualTo("planned");
            live(Duration.ofDays(20), half);
            assertThat(task(number, "renew", 0).open()).isTrue();
            take(number, new RequestStep.Renew(clock.instant(), "İstintaq davam edir."));
            assertThat(task(number, "renew", 0).state()).isEqualTo("done");
            assertThat(task(number, "renew", 1).raiseAt())
                    .isEqualTo(clock.instant().plus(Duration.ofDays(80)));
        });
    }

    @Test
    void theLadderGoesOnUntilSomebodyActs() {
        play(() -> {
            RequestNumber number = enter(RequestKind.PRESERVATION, Direction.IN);
            job.go(clock.instant());
            DutyTask task = task(number, "acknowledge", 0);
            assertThat(addressees(number, task)).containsExactly("officer");
            live(Duration.ofMinutes(21), Duration.ofMinutes(1));
            assertThat(addressees(number, task)).containsExactly("officer", "head", "coordinator");
            take(number, new RequestStep.Acknowledge());
            live(Duration.ofMinutes(30), Duration.ofMinutes(1));
            assertThat(addressees(number, task)).hasSize(3);
            assertThat(notices(number, task)).noneMatch(NoticeStore.Notice::missed);
        });
    }

    @Test
    void aLadderThatFindsNobodyAlarmsUntilThereIsSomebody() {
        play(() -> {
            String body = "nobody-" + UUID.randomUUID().toString().substring(0, 8);
            RequestNumber number = enter(RequestKind.PRESERVATION, Direction.IN, body);
            live(Duration.ofMinutes(45), Duration.ofMinutes(1));
            DutyTask task = task(number, "acknowledge", 0);
            assertThat(notices(number, task))
                    .extracting(NoticeStore.Notice::state)
                    .containsOnly("nobody")
                    .hasSize(4);
            assertThat(untold(body)).contains(number.value());
            AccountId late = join(body, Role.DUTY_OFFICER);
            live(Duration.ofMinutes(11), Duration.ofMinutes(1));
            assertThat(notices(number, task))
                    .extracting(one -> one.person().account())
                    .contains(late.toString());
            assertThat(untold(body)).isEmpty();
        });
    }

    /** Numbers of the requests of a body that somebody should know of and nobody does. */
    private List<String> untold(String body) {
        return notices.inTrouble(new BodyCode(body), clock.instant(), 50).stream()
                .filter(NoticeStore.Trouble::nobody)
                .map(NoticeStore.Trouble::number)
                .distinct()
                .toList();
    }

    @Test
    void afterDowntimeItCatchesUpSaysWhatItMissedAndDoesSoOnce() {
        play(() -> {
            RequestNumber number = preserved();
            live(Duration.ofDays(40), Duration.ofHours(12));
            job.go(clock.instant());
            Instant before = clock.instant();
            clock.pass(Duration.ofDays(45));
            for (int start = 0; start < 3; start++) {
                job.go(clock.instant());
                clock.pass(Duration.ofSeconds(30));
            }
            assertThat(List.of("assistance-coming", "floor-ends", "renew"))
                    .allSatisfy(plan -> {
                        DutyTask task = task(number, plan, 0);
                        assertThat(task.open()).isTrue();
                        assertThat(task.missed()).as(plan).isTrue();
                        assertThat(notices(number, task)).isNotEmpty();
                        assertThat(notices(number, task))
                                .extracting(one -> one.level() + " " + one.person().account())
                                .doesNotHaveDuplicates();
                    });
            assertThat(rounds.since(before))
                    .filteredOn(gap -> gap.from().equals(before))
                    .singleElement()
                    .satisfies(gap ->
                            assertThat(tasks.missedIn(gap.id(), 100))
                                    .filteredOn(due ->
                                            due.request().equals(requests.see(number).head().id()))
                                    .hasSize(3));
        });
    }

    @Test
    void whatIsTakenBackIsCalledForAgainAndTheLadderGoesOn() {
        play(() -> {
            RequestNumber number = enter(RequestKind.PRESERVATION, Direction.IN);
            job.go(clock.instant());
            take(number, new RequestStep.Acknowledge());
            NextMoment working = requests.see(number).next();
            assertThat(working == null ? Instant.MIN : working.at()).isAfter(clock.instant());
            take(number, new RequestStep.Undo());
            assertThat(tasks(number).stream().filter(DutyTask::pending))
                    .extracting(DutyTask::plan)
                    .containsExactly("acknowledge");
            live(Duration.ofMinutes(11), Duration.ofMinutes(1));
            DutyTask task = task(number, "acknowledge", 0);
            assertThat(task.open()).isTrue();
            assertThat(addressees(number, task)).containsExactly("officer", "head");
        });
    }

    @Test
    void everyOpenRequestHasSomethingThatRunsAlsoWhenItsTasksAreDone() {
        play(() -> {
            RequestNumber number = enter(RequestKind.GENERAL_ASSISTANCE, Direction.IN);
            take(number, new RequestStep.Acknowledge());
            live(Duration.ofDays(31), Duration.ofDays(1));
            tasks(number).stream()
                    .filter(DutyTask::open)
                    .forEach(task -> dossier.done(number, task.id(), "baxıldı", officer));
            NextMoment next = requests.see(number).next();
            assertThat(next == null ? Instant.MIN : next.at()).isAfter(clock.instant());
        });
    }

    @Test
    void lawThatChangesIsCountedAnewAndAskedAbout() {
        play(() -> {
            RequestNumber number = preserved();
            UUID change = UUID.randomUUID();
            rounds.queue(change, clock.instant(), List.of("BUDAPEST-185:29"));
            job.go(clock.instant());
            assertThat(task(number, RoundWork.review(change), 0).open()).isTrue();
            assertThat(rounds.nextLawChange()).isEmpty();
            live(Duration.ofDays(1), Duration.ofHours(6));
            assertThat(tasks(number).stream().filter(task -> task.plan().startsWith("law-review")))
                    .hasSize(1);
        });
    }

    @Test
    void noHistoryReleasesEarlyOrLosesOrDoublesATask() {
        long seed = System.nanoTime();
        System.out.println("ClocksSimulationTest seed " + seed);
        Random random = new Random(seed);
        play(() -> {
            for (int history = 0; history < 6; history++) {
                history(random, seed);
            }
        });
    }

    /** One random life of a preservation, judged by the calendar alone. */
    private void history(Random random, long seed) {
        RequestNumber number = preserved();
        Instant effect = clock.instant();
        Instant ordered = effect;
        int cycle = 0;
        List<RequestNumber> undecided = new ArrayList<>();
        for (int step = 0; step < 25; step++) {
            clock.pass(Duration.ofHours(1 + random.nextInt(24 * 9)));
            if (random.nextInt(4) > 0) {
                job.go(clock.instant());
            }
            switch (random.nextInt(6)) {
                case 0 -> {
                    boolean may =
                            !clock.instant().isBefore(effect.plus(Duration.ofDays(60)))
                                    && undecided.isEmpty();
                    assertThat(released(number)).as("seed %d step %d", seed, step).isEqualTo(may);
                    if (may) {
                        assertThat(tasks(number)).noneMatch(DutyTask::pending);
                        return;
                    }
                }
                case 1 -> {
                    take(number, new RequestStep.Renew(clock.instant(), "Uzadılır, seed."));
                    ordered = clock.instant();
                    cycle++;
                }
                case 2 -> undecided.add(assistance(number));
                case 3 -> {
                    if (!undecided.isEmpty()) {
                        take(undecided.removeLast(), new RequestStep.Withdraw("Geri alındı."));
                    }
                }
                default -> job.go(clock.instant());
            }
            job.go(clock.instant());
            judge(number, new Life(effect, ordered, cycle), seed);
        }
    }

    private record Life(Instant effect, Instant ordered, int cycle) {}

    private void judge(RequestNumber number, Life life, long seed) {
        Instant now = clock.instant();
        RequestLine line = requests.see(number);
        assertThat(line.next()).as("seed %d", seed).isNotNull();
        if (!now.isBefore(life.effect().plus(Duration.ofDays(60)))) {
            assertThat(task(number, "floor-ends", 0).raisedAt()).as("seed %d", seed).isNotNull();
        }
        DutyTask renew = task(number, "renew", life.cycle());
        boolean due = !now.isBefore(life.ordered().plus(Duration.ofDays(80)));
        assertThat(renew.open()).as("seed %d renew %d", seed, life.cycle()).isEqualTo(due);
        assertThat(tasks(number).stream().map(task -> task.plan() + task.cycle()))
                .doesNotHaveDuplicates();
        for (DutyTask task : tasks(number)) {
            assertThat(notices(number, task).stream().map(NoticeStore.Notice::level).distinct())
                    .as("seed %d %s", seed, task.plan())
                    .hasSize(task.level());
        }
    }

    private RequestNumber assistance(RequestNumber preservation) {
        RequestNumber number = enter(RequestKind.STORED_DATA, Direction.IN);
        dossier.follow(
                new Dossier.Act(number, requests.see(number).head().version(), officer),
                preservation);
        return number;
    }

    private boolean released(RequestNumber number) {
        try {
            take(number, new RequestStep.Let("Heç kim istəmədi."));
            return true;
        } catch (ProblemFound held) {
            return false;
        }
    }
}
