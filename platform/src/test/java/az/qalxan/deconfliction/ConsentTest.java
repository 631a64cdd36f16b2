package az.qalxan.deconfliction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.database.WorkTime;
import az.qalxan.reporting.Attachments;
import az.qalxan.reporting.QueueFilter;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportLists;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** A consent opens exactly what was chosen, to read, until its end. */
@PlatformTest
class ConsentTest {

    private static final String PURPOSE = "Eyni dələduzun izi üçün lazımdır.";
    private static final String REASON = "İstintaq sirri ilə bağlıdır.";

    private final Caller din = SignedIn.caller("din", Role.DUTY_OFFICER, Role.INVESTIGATOR);
    private final Caller dtx = SignedIn.caller("dtx", Role.DUTY_OFFICER, Role.INVESTIGATOR);
    private final Caller third = SignedIn.caller("bp", Role.PROSECUTOR);
    private final Caller auditorOfDtx = SignedIn.caller("dtx", Role.AUDITOR);

    private final Bodies bodies;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Attachments attachments;
    private final ReportLists lists;

    private String shared = "";
    private String word = "";
    private ReportId chosen = new ReportId(new java.util.UUID(0, 0));
    private ReportId other = new ReportId(new java.util.UUID(0, 0));

    @Autowired
    ConsentTest(ApplicationContext context) {
        this.bodies = new Bodies(context);
        this.jdbc = context.getBean(JdbcClient.class);
        this.clock = context.getBean(Clock.class);
        this.attachments = context.getBean(Attachments.class);
        this.lists = context.getBean(ReportLists.class);
    }

    /** Two reports at DTX and one at DİN share an identifier; DTX's hold a word of their own. */
    @BeforeEach
    void prepare() {
        shared = Bodies.fresh();
        word = "söz" + Bodies.fresh().substring(1, 13);
        bodies.report("din", "Bu saytda aldatdılar: " + shared);
        chosen = bodies.report("dtx", "Şantaj birinci " + word + ": " + shared);
        other = bodies.report("dtx", "Şantaj ikinci " + word + ": " + shared);
    }

    private String ask() {
        String hit = bodies.hit(din, shared);
        MockHttpServletResponse asked =
                bodies.call(
                        din,
                        post("/hits/" + hit + "/ask")
                                .param("ground", "investigation")
                                .param("purpose", PURPOSE));
        assertThat(asked.getStatus()).isEqualTo(302);
        return bodies.as(
                din.identity(),
                () ->
                        jdbc.sql(
                                        """
                                        select id::text from deconfliction.ask
                                        where hit_id = cast(:hit as uuid) and state = 'asked'
                                        """)
                                .param("hit", hit)
                                .query(String.class)
                                .single());
    }

    private MockHttpServletResponse consent(Caller owner, String ask, ReportId... reports) {
        var request =
                post("/hits/asks/" + ask + "/consent")
                        .param("until", day(30))
                        .param("statement", reports.length == 0 ? "Bu hesabı izləyirik." : "");
        for (ReportId report : reports) {
            request.param("report", report.toString());
        }
        return bodies.call(owner, request);
    }

    private String day(int ahead) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(4))
                .plusDays(ahead)
                .toString();
    }

    private int status(Caller caller, String path) {
        return bodies.call(caller, get(path)).getStatus();
    }

    @Test
    void theChosenRecordOpensAndNothingElse() {
        String ask = ask();
        assertThat(status(din, "/reports/" + chosen)).as("before the consent").isEqualTo(404);
        assertThat(consent(dtx, ask, chosen).getStatus()).isEqualTo(302);
        assertThat(status(din, "/reports/" + chosen)).isEqualTo(200);
        assertThat(status(din, "/reports/" + other)).isEqualTo(404);
        assertThat(status(third, "/reports/" + chosen)).isEqualTo(404);
        String byIdentifier = bodies.body(din, get("/search").param("q", shared));
        assertThat(byIdentifier).contains(chosen.toString()).doesNotContain(other.toString());
        String byWord = bodies.body(din, get("/search").param("q", word));
        assertThat(byWord).contains(chosen.toString()).doesNotContain(other.toString());
        assertThat(bodies.body(din, get("/hits/" + bodies.hit(din, shared))))
                .contains(chosen.toString())
                .doesNotContain(other.toString());
    }

    @Test
    void aSharedRecordIsInNobodysQueueButItsOwners() {
        long before = lists(din).size();
        consent(dtx, ask(), chosen);
        assertThat(lists(din)).hasSize((int) before).noneMatch(id -> id.equals(chosen));
        assertThat(lists(dtx)).contains(chosen);
        assertThat(bodies.body(din, get("/triage"))).doesNotContain(chosen.toString());
    }

    private List<ReportId> lists(Caller caller) {
        return bodies.as(
                caller.identity(),
                () ->
                        lists.page(caller, QueueFilter.WAITING, null, ReportLists.ROWS_MAX).stream()
                                .map(one -> one.id())
                                .toList());
    }

    @Test
    void aSharedRecordIsReadAndNotTouched() {
        consent(dtx, ask(), chosen);
        String page = bodies.body(din, get("/reports/" + chosen));
        assertThat(page).doesNotContain("id=\"accept\"", "/answer\"");
        bodies.call(
                din, post("/reports/" + chosen + "/accept").param("title", "Yad müraciətdən iş"));
        bodies.call(
                din,
                post("/reports/" + chosen + "/close")
                        .param("reason", "no-offence")
                        .param("words", REASON));
        bodies.call(
                din,
                post("/reports/" + chosen + "/redirect").param("to", "din").param("words", REASON));
        assertThat(
                        bodies.call(
                                        din,
                                        post("/reports/" + chosen + "/answer")
                                                .param("words", "Yad orqandan cavab yazıram."))
                                .getStatus())
                .as("its reporter is answered by its owner")
                .isEqualTo(404);
        assertThat(
                        bodies.call(
                                        din,
                                        post("/assets/of/" + chosen + "/first-hop")
                                                .param("holding", "account:1"))
                                .getStatus())
                .as("its money is followed by its owner")
                .isEqualTo(404);
        assertThat(bodies.body(dtx, get("/reports/" + chosen)))
                .contains("id=\"accept\"")
                .doesNotContain("Yad orqandan cavab");
    }

    @Test
    void filesFollowTheirRecord() {
        String mine = attach(chosen);
        String theirs = attach(other);
        consent(dtx, ask(), chosen);
        String at = "/reports/" + chosen + "/files/" + mine;
        assertThat(bodies.body(din, get(at))).as("quarantined: the warning").startsWith("200");
        assertThat(status(din, "/reports/" + other + "/files/" + theirs)).isEqualTo(404);
        assertThat(status(din, "/reports/" + chosen + "/files/" + theirs)).isEqualTo(404);
        bodies.call(din, post(at + "/release"));
        assertThat(
                        bodies.asSystem(() ->
                                jdbc.sql(
                                                """
                                                select scan from reporting.attachment
                                                where id = cast(:id as uuid)
                                                """)
                                        .param("id", mine)
                                        .query(String.class)
                                        .single()))
                .as("a reader by consent releases nothing")
                .isEqualTo("quarantined");
    }

    private String attach(ReportId report) {
        var screening =
                attachments.screen(
                        List.of(
                                new Attachments.Upload(
                                        "qeyd.txt",
                                        "Zəng edənin yazdıqları"
                                                .getBytes(StandardCharsets.UTF_8))));
        if (!(screening instanceof Attachments.Screening.Passed passed)) {
            throw new AssertionError(screening);
        }
        return bodies.as(
                TransactionIdentity.reporterOf(report.toString()),
                () -> {
                    attachments.attach(report, passed.files());
                    return attachments.of(report).getFirst().id().toString();
                });
    }

    @Test
    void everyReadingStandsInBothJournalsWithItsPurpose() {
        consent(dtx, ask(), chosen);
        status(din, "/reports/" + chosen);
        List<String> seen =
                bodies.as(
                        auditorOfDtx.identity(),
                        () ->
                                jdbc.sql(
                                                """
                                                select body || ' ' || (circumstances ->> 'purpose')
                                                from audit.event
                                                where act = 'reporting.report.viewed'
                                                  and subject_id = :id and concerned = 'dtx'
                                                """)
                                        .param("id", chosen.toString())
                                        .query(String.class)
                                        .list());
        assertThat(seen).containsExactly("din " + PURPOSE);
        String hit = bodies.hit(dtx, shared);
        assertThat(bodies.body(dtx, get("/hits/" + hit))).contains("DİN: oxudu", din.name());
        assertThat(bodies.body(din, get("/hits/" + hit)))
                .doesNotContain("DİN: oxudu", "biz: oxudu");
    }

    @Test
    void withdrawingClosesAtOnce() {
        String ask = ask();
        consent(dtx, ask, chosen);
        assertThat(bodies.call(din, post("/hits/asks/" + ask + "/end")).getStatus())
                .as("not the owner")
                .isEqualTo(404);
        assertThat(bodies.call(dtx, post("/hits/asks/" + ask + "/end")).getStatus()).isEqualTo(302);
        assertClosed();
    }

    @Test
    void givingBackClosesAtOnce() {
        String ask = ask();
        consent(dtx, ask, chosen);
        assertThat(bodies.call(dtx, post("/hits/asks/" + ask + "/return")).getStatus())
                .as("not the asking body")
                .isEqualTo(404);
        assertThat(bodies.call(din, post("/hits/asks/" + ask + "/return")).getStatus())
                .isEqualTo(302);
        assertClosed();
    }

    private void assertClosed() {
        assertThat(status(din, "/reports/" + chosen)).isEqualTo(404);
        assertThat(bodies.body(din, get("/search").param("q", word)))
                .doesNotContain(chosen.toString());
        assertThat(bodies.body(din, get("/hits/" + bodies.hit(din, shared))))
                .doesNotContain(chosen.toString());
    }

    @Test
    void aConsentEndsByItself() {
        WorkTime.run(
                clock.instant().minus(Duration.ofDays(60)),
                () -> {
                    String ask = ask();
                    assertThat(consent(dtx, ask, chosen).getStatus()).isEqualTo(302);
                });
        assertClosed();
        assertThat(bodies.body(din, get("/api/hits").param("q", shared)))
                .contains("\"asked\":\"ended\"");
        ask();
    }

    @Test
    void whatIsRestrictedMarkedOrHandedOverCloses() {
        consent(dtx, ask(), chosen, other);
        bodies.change(chosen, "handling = 4");
        assertThat(status(din, "/reports/" + chosen)).isEqualTo(404);
        assertThat(status(din, "/reports/" + other)).isEqualTo(200);
        bodies.change(other, "compartment = '" + java.util.UUID.randomUUID() + "'");
        assertThat(status(din, "/reports/" + other)).isEqualTo(404);
        bodies.change(chosen, "handling = 2, body = 'bp'");
        assertThat(status(din, "/reports/" + chosen)).isEqualTo(404);
    }

    @Test
    void whatIsRedOrRestrictedIsNotOffered() {
        bodies.change(chosen, "handling = 4");
        String ask = ask();
        assertThat(consent(dtx, ask, chosen).getStatus()).isEqualTo(422);
        assertThat(consent(dtx, ask).getStatus()).as("a statement").isEqualTo(302);
        assertThat(bodies.body(din, get("/hits/" + bodies.hit(din, shared))))
                .contains("Bu hesabı izləyirik.");
        assertThat(status(din, "/reports/" + chosen)).isEqualTo(404);
    }

    @Test
    void aReportBehindNoHitIsNotOffered() {
        ReportId unrelated = bodies.report("dtx", "Tamam başqa hadisədir.");
        assertThat(consent(dtx, ask(), unrelated).getStatus()).isEqualTo(422);
        assertThat(status(din, "/reports/" + unrelated)).isEqualTo(404);
    }

    @Test
    void aStatementIsReadWhileItsConsentHolds() {
        String ask = ask();
        consent(dtx, ask);
        String hit = bodies.hit(din, shared);
        assertThat(bodies.body(din, get("/api/hits/" + hit))).contains("Bu hesabı izləyirik.");
        bodies.call(dtx, post("/hits/asks/" + ask + "/end"));
        assertThat(bodies.body(din, get("/api/hits/" + hit)))
                .doesNotContain("Bu hesabı izləyirik.");
        assertThat(bodies.body(dtx, get("/api/hits/" + hit))).contains("Bu hesabı izləyirik.");
    }

    @Test
    void aRefusalSaysWhyAndOpensNothing() {
        String ask = ask();
        assertThat(
                        bodies.call(
                                        dtx,
                                        post("/hits/asks/" + ask + "/refuse")
                                                .param("reason", "qısa"))
                                .getStatus())
                .isEqualTo(422);
        assertThat(
                        bodies.call(
                                        dtx,
                                        post("/hits/asks/" + ask + "/refuse")
                                                .param("reason", REASON))
                                .getStatus())
                .isEqualTo(302);
        assertThat(bodies.body(din, get("/hits/" + bodies.hit(din, shared)))).contains(REASON);
        assertThat(consent(dtx, ask, chosen).getStatus()).as("decided").isEqualTo(409);
        assertThat(status(din, "/reports/" + chosen)).isEqualTo(404);
    }

    @Test
    void oneQuestionAtATime() {
        ask();
        String hit = bodies.hit(din, shared);
        assertThat(
                        bodies.call(
                                        din,
                                        post("/hits/" + hit + "/ask")
                                                .param("ground", "investigation")
                                                .param("purpose", PURPOSE))
                                .getStatus())
                .isEqualTo(409);
    }

    @Test
    void askingNeedsAGroundInForceAndAPurpose() {
        MockHttpServletResponse wrong =
                bodies.call(
                        din,
                        post("/api/hits/" + bodies.hit(din, shared) + "/ask")
                                .contentType("application/json")
                                .content("{\"ground\":\"curiosity\",\"purpose\":\"x\"}"));
        assertThat(wrong.getStatus()).isEqualTo(422);
    }

    @Test
    void theDatabaseLetsOnlyTheOwnerConsent() {
        String ask = ask();
        String sql =
                """
                update deconfliction.ask
                set state = 'consented', decided_at = now(), until = now() + interval '1 day'
                where id = cast(:id as uuid)
                """;
        assertThatThrownBy(() ->
                        bodies.as(din.identity(), () -> jdbc.sql(sql).param("id", ask).update()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("may not move the ask");
        assertThatThrownBy(() ->
                        bodies.as(
                                din.identity(),
                                () ->
                                        jdbc.sql(
                                                        """
                                                        insert into reporting.report_share (
                                                          report_id, owner, body, under,
                                                          purpose, given_at, until)
                                                        values (:id, 'dtx', 'din',
                                                          gen_random_uuid(), '', now(),
                                                          now() + interval '1 day')
                                                        """)
                                                .param("id", chosen.value())
                                                .update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void anAnalystOfTheOtherBodyReadsUpToTheOwnCeiling() {
        consent(dtx, ask(), chosen);
        Caller analyst = SignedIn.caller("din", Role.CERT_ANALYST);
        assertThat(status(analyst, "/reports/" + chosen)).isEqualTo(200);
        bodies.change(chosen, "handling = 3");
        assertThat(status(analyst, "/reports/" + chosen)).isEqualTo(404);
        assertThat(status(din, "/reports/" + chosen)).isEqualTo(200);
    }

    @Test
    void theWholeWayIsOpenToProgramsToo() {
        String hit = bodies.hit(din, shared);
        String made =
                bodies.body(
                        din,
                        post("/api/hits/" + hit + "/ask")
                                .contentType("application/json")
                                .content(
                                        "{\"ground\":\"investigation\",\"purpose\":\""
                                                + PURPOSE
                                                + "\"}"));
        String ask = made.replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
        assertThat(
                        bodies.call(
                                        dtx,
                                        post("/api/hits/asks/" + ask + "/consent")
                                                .contentType("application/json")
                                                .content(
                                                        "{\"reports\":[\"%s\"],\"until\":\"%s\"}"
                                                                .formatted(chosen, day(10))))
                                .getStatus())
                .isEqualTo(204);
        assertThat(bodies.body(din, get("/api/hits/" + hit))).contains(chosen.toString());
        assertThat(status(din, "/api/reports/" + chosen)).isEqualTo(200);
    }
}
