package az.qalxan.deconfliction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.WorkTime;
import az.qalxan.reporting.ReportId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two bodies learn that both hold an identifier, and nothing that depends on anything else. */
@PlatformTest
class BlindHitTest {

    private static final String HIDDEN = "sizinki gizlidir";

    private final Caller din = SignedIn.caller("din", Role.DUTY_OFFICER, Role.INVESTIGATOR);
    private final Caller dtx = SignedIn.caller("dtx", Role.DUTY_OFFICER, Role.INVESTIGATOR);
    private final Caller colleague = SignedIn.caller("dtx", Role.DUTY_OFFICER, Role.INVESTIGATOR);

    private final Bodies bodies;
    private final JdbcClient jdbc;
    private final Clock clock;

    @Autowired
    BlindHitTest(ApplicationContext context) {
        this.bodies = new Bodies(context);
        this.jdbc = context.getBean(JdbcClient.class);
        this.clock = context.getBean(Clock.class);
    }

    @Test
    void bothSidesLearnThatTheOtherHoldsItAndWhomToAsk() {
        String shared = Bodies.fresh();
        bodies.report("din", "Bu saytda aldatdılar: " + shared);
        bodies.report("dtx", "Şantaj bu saytdan gəldi: " + shared);
        assertThat(bodies.body(din, get("/hits").param("q", shared))).contains(shared, "DTX");
        assertThat(bodies.body(dtx, get("/hits").param("q", shared))).contains(shared, "DİN");
        assertThat(bodies.body(din, get("/hits/" + bodies.hit(din, shared))))
                .contains("DTX", "24/7 əlaqə nöqtəsi", "/directory/dtx")
                .doesNotContain("Şantaj");
    }

    @Test
    void eachSideSeesTheIdentifierAsItsOwnReportHasIt() {
        String site = Bodies.fresh();
        bodies.report("din", "Bu keçiddə aldatdılar: https://" + site + "/giris#bizim-qurban");
        bodies.report("dtx", "Bu keçid gəldi: https://" + site + "/giris#gizli-ad");
        String din =
                bodies.body(this.din, get("/api/hits").param("q", "https://" + site + "/giris"));
        assertThat(din).contains("bizim-qurban").doesNotContain("gizli-ad");
        String dtx =
                bodies.body(this.dtx, get("/api/hits").param("q", "https://" + site + "/giris"));
        assertThat(dtx).contains("gizli-ad").doesNotContain("bizim-qurban");
    }

    @Test
    void aThirdBodyLearnsNothing() {
        String shared = Bodies.fresh();
        bodies.report("din", "Bu saytda aldatdılar: " + shared);
        bodies.report("dtx", "Şantaj bu saytdan gəldi: " + shared);
        Caller third = SignedIn.caller("xritdx", Role.DUTY_OFFICER, Role.INVESTIGATOR);
        String id = bodies.hit(din, shared);
        assertThat(bodies.call(third, get("/hits/" + id)).getStatus()).isEqualTo(404);
        assertThat(bodies.call(third, get("/api/hits/" + id)).getStatus()).isEqualTo(404);
        assertThat(bodies.body(third, get("/hits").param("q", shared).param("show", "all")))
                .doesNotContain("/hits/" + id);
    }

    /** Everything that a side is answered, with the names of its own things taken out. */
    private List<String> answers(Caller caller, String identifier, ReportId own) {
        String id = bodies.hit(caller, identifier);
        List<String> answers = new ArrayList<>();
        answers.add(bodies.body(caller, get("/hits").param("q", identifier)));
        answers.add(bodies.body(caller, get("/hits").param("q", identifier).param("show", "all")));
        answers.add(bodies.body(caller, get("/hits/of/" + own)));
        answers.add(bodies.body(caller, get("/api/hits").param("q", identifier)));
        if (!id.isEmpty()) {
            answers.add(bodies.body(caller, get("/hits/" + id)));
            answers.add(bodies.body(caller, get("/api/hits/" + id)));
        }
        answers.add(bodies.body(caller, get("/search").param("q", identifier)));
        answers.add(bodies.body(caller, get("/reports/" + own)));
        return answers.stream()
                .map(one ->
                        one.replace(identifier, "IDENTIFIER")
                                .replace(id.isEmpty() ? "no hit" : id, "HIT")
                                .replace(own.toString(), "REPORT")
                                .replaceAll("M-20\\d\\d-\\d+", "REFERENCE"))
                .toList();
    }

    @Test
    void theAnswerDependsNeitherOnHowManyNorOnWhenNorOnWhat() {
        String once = Bodies.fresh();
        String often = Bodies.fresh();
        Instant moment = clock.instant().minus(Duration.ofDays(2));
        List<ReportId> own = new ArrayList<>();
        WorkTime.run(
                moment,
                () -> {
                    own.add(bodies.report("din", "Bu saytda aldatdılar: " + once));
                    own.add(bodies.report("din", "Bu saytda aldatdılar: " + often));
                });
        bodies.report("dtx", "Bir dəfə: " + once);
        WorkTime.run(
                moment.minus(Duration.ofDays(100)),
                () -> bodies.report("dtx", "Çoxdan və uzun-uzadı danışılan hadisə: " + often));
        bodies.report("dtx", "Yenə: " + often + " və başqa nömrə +994 50 " + 2223344);
        ReportId last = bodies.report("dtx", "Üçüncü dəfə: " + often);
        bodies.change(last, "handling = 3");
        assertThat(answers(din, once, own.getFirst()))
                .isEqualTo(answers(din, often, own.getLast()));
    }

    @Test
    void whatStandsInACompartmentChangesNothingForTheOther() {
        assertHiddenLooksAbsent("compartment = '" + compartment(dtx) + "'");
    }

    @Test
    void whatIsMarkedRedChangesNothingForTheOther() {
        assertHiddenLooksAbsent("handling = 4");
    }

    private void assertHiddenLooksAbsent(String hide) {
        String alone = Bodies.fresh();
        String hidden = Bodies.fresh();
        List<ReportId> own = new ArrayList<>();
        WorkTime.run(
                clock.instant().minus(Duration.ofDays(2)),
                () -> {
                    own.add(bodies.report("din", "Bu saytda aldatdılar: " + alone));
                    own.add(bodies.report("din", "Bu saytda aldatdılar: " + hidden));
                });
        ReportId theirs =
                bodies.received(Bodies.SYSTEM, "dtx", List.of("Gizli: " + hidden)).getFirst();
        bodies.change(theirs, hide);
        bodies.workOff();
        assertThat(answers(din, hidden, own.getLast()))
                .isEqualTo(answers(din, alone, own.getFirst()));
        String id = bodies.hit(dtx, hidden);
        assertThat(id).as("the owner is told").isNotEmpty();
        assertThat(bodies.call(din, get("/hits/" + id)).getStatus()).isEqualTo(404);
        assertThat(bodies.body(dtx, get("/hits/" + id))).contains(HIDDEN, "DİN");
    }

    @Test
    void whatIsHiddenLaterIsGoneFromTheOthersAnswers() {
        String shared = Bodies.fresh();
        ReportId own = bodies.report("din", "Bu saytda aldatdılar: " + shared);
        ReportId theirs = bodies.report("dtx", "Şantaj: " + shared);
        assertThat(bodies.hit(din, shared)).isNotEmpty();
        bodies.change(theirs, "compartment = '" + compartment(dtx) + "'");
        assertThat(bodies.hit(din, shared)).isEmpty();
        assertThat(bodies.body(din, get("/hits/of/" + own))).doesNotContain("DTX");
        assertThat(bodies.hit(dtx, shared)).isNotEmpty();
        assertThat(bodies.hit(colleague, shared)).as("outside the compartment").isEmpty();
    }

    @Test
    void theOwnerOfWhatIsHiddenMaySaySo() {
        String shared = Bodies.fresh();
        bodies.report("din", "Bu saytda aldatdılar: " + shared);
        ReportId theirs = bodies.report("dtx", "Gizli: " + shared);
        bodies.change(theirs, "compartment = '" + compartment(dtx) + "'");
        String id = bodies.hit(dtx, shared);
        assertThat(bodies.call(colleague, post("/hits/" + id + "/disclose")).getStatus())
                .isEqualTo(404);
        assertThat(bodies.call(dtx, post("/hits/" + id + "/disclose")).getStatus()).isEqualTo(302);
        assertThat(bodies.hit(din, shared)).isEqualTo(id);
        assertThat(bodies.hit(colleague, shared)).as("outside the compartment still").isEmpty();
    }

    @Test
    void twoHiddenSidesLearnNothing() {
        String shared = Bodies.fresh();
        ReportId ours =
                bodies.received(Bodies.SYSTEM, "din", List.of("Gizli: " + shared)).getFirst();
        ReportId theirs =
                bodies.received(Bodies.SYSTEM, "dtx", List.of("Gizli: " + shared)).getFirst();
        bodies.change(ours, "handling = 4");
        bodies.change(theirs, "handling = 4");
        bodies.workOff();
        assertThat(bodies.hit(din, shared)).isEmpty();
        assertThat(bodies.hit(dtx, shared)).isEmpty();
    }

    @Test
    void aSearchMakesNoHit() {
        String theirs = Bodies.fresh();
        bodies.report("dtx", "Şantaj: " + theirs);
        bodies.call(din, get("/search").param("q", theirs));
        bodies.workOff();
        assertThat(bodies.hit(din, theirs)).isEmpty();
        assertThat(bodies.hit(dtx, theirs)).isEmpty();
    }

    @Test
    void whatStandsInAHundredReportsTellsNothing() {
        String hub = Bodies.fresh();
        List<String> crowd = new ArrayList<>();
        for (int i = 0; i < 99; i++) {
            crowd.add("Hər yerdə olan sayt, " + i + ": " + hub);
        }
        bodies.received(Bodies.SYSTEM, "din", crowd);
        bodies.report("dtx", "Burada da var: " + hub);
        assertThat(bodies.hit(din, hub)).isEmpty();
        assertThat(bodies.hit(dtx, hub)).isEmpty();
    }

    @Test
    void whatThePackCallsCommonTellsNothing() {
        bodies.report("din", "Bu saytda yazışdıq: instagram.com");
        bodies.report("dtx", "Buradan gəldi: instagram.com");
        assertThat(bodies.hit(din, "instagram.com")).isEmpty();
    }

    @Test
    void aReportInAnotherBodysHandsMeetsWhatOthersHold() {
        String shared = Bodies.fresh();
        ReportId own = bodies.report("din", "Birinci müraciət: " + shared);
        bodies.report("din", "İkinci müraciət: " + shared);
        assertThat(bodies.hit(din, shared)).as("within one body").isEmpty();
        assertThat(
                        bodies.call(
                                        din,
                                        post("/reports/" + own + "/redirect")
                                                .param("to", "dtx")
                                                .param("words", "Sizin işinizdir, baxın."))
                                .getStatus())
                .isEqualTo(302);
        bodies.workOff();
        assertThat(bodies.hit(din, shared)).isNotEmpty().isEqualTo(bodies.hit(dtx, shared));
    }

    @Test
    void anUnknownReportAndAHiddenOneAnswerAlike() {
        String shared = Bodies.fresh();
        bodies.report("din", "Bu saytda aldatdılar: " + shared);
        ReportId theirs = bodies.report("dtx", "Şantaj: " + shared);
        String nothing = UUID.randomUUID().toString();
        for (String path : List.of("/hits/of/", "/reports/", "/api/reports/")) {
            assertThat(bodies.body(din, get(path + theirs)).replace(theirs.toString(), "REPORT"))
                    .as(path)
                    .isEqualTo(bodies.body(din, get(path + nothing)).replace(nothing, "REPORT"));
        }
    }

    @Test
    void comparingTwiceChangesNothing() {
        String shared = Bodies.fresh();
        ReportId own = bodies.report("din", "Bu saytda aldatdılar: " + shared);
        bodies.report("dtx", "Şantaj: " + shared);
        String before = rows(shared);
        bodies.asSystem(() ->
                jdbc.sql(
                                """
                                insert into deconfliction.arrival
                                  (reports, size, counted, arrived_at)
                                values (array[:id], 1, true, now())
                                """)
                        .param("id", own.value())
                        .update());
        bodies.workOff();
        assertThat(rows(shared)).isEqualTo(before);
    }

    private String rows(String value) {
        return bodies.asSystem(() ->
                jdbc.sql(
                                """
                                select string_agg(hit_id::text || source_id, ' '
                                  order by source_id)
                                from deconfliction.holding where value = :value
                                """)
                        .param("value", value)
                        .query(String.class)
                        .single());
    }

    /** A new compartment with that caller alone in it. */
    private UUID compartment(Caller caller) {
        UUID id = UUID.randomUUID();
        bodies.as(
                caller.identity(),
                () ->
                        jdbc.sql(
                                        """
                                        select access.found_compartment(
                                          :id, :body, :account, :name, 'test', now())
                                        """)
                                .param("id", id)
                                .param("body", caller.body().value())
                                .param("account", caller.account().toString())
                                .param("name", caller.name())
                                .query((row, number) -> number)
                                .list());
        return id;
    }
}
