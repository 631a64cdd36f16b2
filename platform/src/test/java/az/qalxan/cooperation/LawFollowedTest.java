package az.qalxan.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.engines.law.Citation;
import az.qalxan.engines.law.Clause;
import az.qalxan.engines.law.DayOverride;
import az.qalxan.engines.law.Period;
import az.qalxan.engines.law.Provision;
import az.qalxan.engines.law.Standing;
import az.qalxan.engines.law.StateCode;
import az.qalxan.engines.law.Wording;
import az.qalxan.engines.law.YearDecision;
import az.qalxan.law.LawPlay;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Law and calendar as two people really change them, down to the officer who is told: nothing here
 * is put in the place of the modules.
 */
@PlatformTest
class LawFollowedTest {

    /** A round takes a part of the work only. */
    private static final int ROUNDS_MAX = 200;

    private static final int YEAR = 2033;
    private static final LocalDate FREE = LocalDate.of(YEAR, 6, 21);
    private static final Instant ARRIVED = Instant.parse(YEAR + "-06-01T05:00:00Z");
    private static final Citation INVENTED =
            new Citation(List.of("S-LC-105"), Standing.VERIFIED, null, "");
    private static final YearDecision DECISION =
            new YearDecision(
                    StateCode.of("AZ"),
                    YEAR,
                    Map.of(
                            "novruz", days(3, 20, 5),
                            "ramazan", days(1, 2, 2),
                            "qurban", days(3, 11, 2)),
                    List.of(
                            new DayOverride(
                                    FREE,
                                    false,
                                    List.of(),
                                    Wording.of("Sınaq bayramı", "Test holiday"),
                                    Standing.VERIFIED)),
                    INVENTED);

    private final Caller officer = SignedIn.caller("dtx", Role.DUTY_OFFICER);
    private final String onDuty = UUID.randomUUID().toString();

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired ApplicationContext context;
    @Autowired JdbcClient jdbc;
    @Autowired TermStore terms;
    @Autowired LawDesk law;
    @Autowired CalendarWatch watch;
    @Autowired Rounds rounds;
    private DutyStage stage;
    private LawPlay people;

    private static List<LocalDate> days(int month, int day, int many) {
        LocalDate first = LocalDate.of(YEAR, month, day);
        return first.datesUntil(first.plusDays(many)).toList();
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }

    @BeforeEach
    void begin() {
        stage = beans.createBean(DutyStage.class);
        people = new LawPlay(context);
        people.retract(DECISION);
        stage.system(this::endWhatOthersLeft);
        stage.system(() ->
                jdbc.sql(
                                """
                                insert into cooperation.shift (id, body, post, account, name,
                                  address, phone, starts_at, ends_at, entered_at, entered_by)
                                values (cast(:account as uuid), 'dtx', 'officer', :account,
                                  'Sınaq Növbətçi', '', '',
                                  now() - interval '1 hour', now() + interval '1 hour', now(), 'test')
                                """)
                        .param("account", onDuty)
                        .update());
    }

    /** Others play years of requests; a change of law would have each of them looked at. */
    private int endWhatOthersLeft() {
        jdbc.sql(
                        """
                        update cooperation.task set state = 'dropped', done_at = now(),
                          done_by = 'test'
                        where state in ('planned', 'open')
                        """)
                .update();
        return jdbc.sql(
                        """
                        update cooperation.request set state = 'closed', ended_at = now(),
                          next_at = null
                        where ended_at is null
                        """)
                .update();
    }

    @AfterEach
    void leave() {
        people.retract(DECISION);
        stage.system(() ->
                jdbc.sql(
                                """
                                update cooperation.shift set cancelled_at = now(),
                                  cancelled_by = 'test', reason = 'test'
                                where account = :account
                                """)
                        .param("account", onDuty)
                        .update());
    }

    private UUID id(String number) {
        return UUID.fromString(
                stage.texts("select id::text from cooperation.request where number = :it", number)
                        .getFirst());
    }

    /** Lets a rule of thirty working days run for the request, as an appeal's law would. */
    private Term workingDays(String number) {
        return stage.system(() -> {
            TermRule rule = law.rule("az-appeals-study", ARRIVED, Point.BAKU).orElseThrow();
            Term term =
                    Term.started(
                            UUID.randomUUID(),
                            rule,
                            new Term.Start(ARRIVED, Point.BAKU),
                            law.count(rule, ARRIVED, Point.BAKU),
                            null);
            terms.apply(id(number), new TermPlan.Change(List.of(), List.of(term)));
            return term;
        });
    }

    private Term running(String number) {
        return stage.system(() -> terms.of(id(number))).stream()
                .filter(Term::running)
                .filter(term -> term.rule().id().equals("az-appeals-study"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> told(String number, String plan) {
        return stage.texts(
                """
                select distinct n.account from cooperation.notice n
                join cooperation.task t on t.id = n.task_id
                join cooperation.request r on r.id = n.request_id
                where r.number = :it and t.plan like '%s'
                """
                        .formatted(plan + "%"),
                number);
    }

    @Test
    void aHolidayDecidedAfterTheRequestArrivedMovesItsClockAndTells() throws Exception {
        String number = stage.enter(officer, "general-assistance");
        Term before = workingDays(number);
        assertThat(before.provisional()).isTrue();
        UUID proposal = people.propose(DECISION, Period.ALWAYS);
        watch.go(now());
        assertThat(running(number).id()).as("a proposal is no law").isEqualTo(before.id());
        people.approve(proposal);
        watch.go(now());
        Term after = running(number);
        assertThat(after.replaces()).isEqualTo(before.id());
        assertThat(after.provisional()).isFalse();
        LocalDate was = before.endsAt().atZone(Point.BAKU).toLocalDate();
        LocalDate is = after.endsAt().atZone(Point.BAKU).toLocalDate();
        assertThat(is).isAfter(was).isBefore(was.plusDays(5));
        rounds.go(now());
        assertThat(told(number, "clock-changed")).contains(onDuty);
        String page = stage.page(officer, "/duty/requests/" + number);
        assertThat(page)
                .contains("Müddət yenidən hesablandı", before.endsAt() + " → " + after.endsAt())
                .doesNotContain("??");
    }

    @Test
    void aDecisionThatIsTakenBackMovesTheClockBack() throws Exception {
        String number = stage.enter(officer, "general-assistance");
        Term before = workingDays(number);
        people.approve(people.propose(DECISION, Period.ALWAYS));
        watch.go(now());
        people.retract(DECISION);
        watch.go(now());
        assertThat(running(number).endsAt()).isEqualTo(before.endsAt());
        assertThat(running(number).provisional()).isTrue();
    }

    @Test
    void aChangeOfLawByTwoPeopleHasOpenRequestsReviewedAndTheOfficerTold() throws Exception {
        String touched = stage.enter(officer, "preservation");
        String other = stage.enter(officer, "extradition");
        String ended = stage.enter(officer, "preservation");
        stage.step(officer, ended, "withdraw", "reason", DutyStage.WORDS);
        String article = "29(%d)".formatted(100_000 + Math.floorMod(onDuty.hashCode(), 900_000));
        Provision provision =
                new Provision(
                        new Clause("BUDAPEST-185", article),
                        new Clause("BUDAPEST-185", "29"),
                        Wording.of("Sınaq bəndi", "Test paragraph"),
                        new Period(LocalDate.of(2095, 1, 1), null),
                        INVENTED);
        UUID proposal = people.propose(provision, new Period(LocalDate.of(2095, 1, 1), null));
        rounds.go(now());
        assertThat(told(touched, "law-review")).as("a proposal is no law").isEmpty();
        people.approve(proposal);
        for (int i = 0; i < ROUNDS_MAX && told(touched, "law-review").isEmpty(); i++) {
            rounds.go(now());
        }
        assertThat(told(touched, "law-review")).contains(onDuty);
        assertThat(told(other, "law-review")).isEmpty();
        assertThat(told(ended, "law-review")).isEmpty();
        assertThat(stage.page(officer, "/duty/requests/" + touched))
                .contains("Qanun dəyişib")
                .doesNotContain("??");
    }
}
