package az.qalxan.deconfliction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.WorkTime;
import az.qalxan.reporting.ReportId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A watched identifier is told of when it appears, to whom it may be told, until its end. */
@PlatformTest
class WatchTest {

    private static final String PURPOSE = "Eyni dələduzun yeni izləri üçün.";

    private final Caller officer = SignedIn.caller("din", Role.DUTY_OFFICER, Role.INVESTIGATOR);
    private final Caller colleague = SignedIn.caller("din", Role.INVESTIGATOR);
    private final Caller dtx = SignedIn.caller("dtx", Role.DUTY_OFFICER, Role.INVESTIGATOR);
    private final Caller statutory = SignedIn.caller("bp", Role.AUDITOR);
    private final Caller auditorOfDtx = SignedIn.caller("dtx", Role.AUDITOR);

    private final Bodies bodies;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Watches watches;

    @Autowired
    WatchTest(ApplicationContext context) {
        this.bodies = new Bodies(context);
        this.jdbc = context.getBean(JdbcClient.class);
        this.clock = context.getBean(Clock.class);
        this.watches = context.getBean(Watches.class);
    }

    /** A day as the forms take it, so many days from today in Baku. */
    static String day(int ahead) {
        return LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.ofHours(4))
                .plusDays(ahead)
                .toString();
    }

    private static MockHttpServletRequestBuilder form(String path, String identifiers) {
        return post(path)
                .param("identifiers", identifiers)
                .param("ground", "investigation")
                .param("purpose", PURPOSE)
                .param("until", day(30));
    }

    private String watch(Caller caller, String identifier) {
        MockHttpServletResponse added = bodies.call(caller, form("/watch", identifier));
        String place = added.getHeader("Location");
        assertThat(place).as("status %d", added.getStatus()).startsWith("/watch/");
        return String.valueOf(place);
    }

    @Test
    void anAppearanceInTheOwnBodyComesWithItsReport() {
        String watched = Bodies.fresh();
        String at = watch(officer, watched);
        assertThat(bodies.body(officer, get("/watch").param("show", "news").param("mine", "1")))
                .doesNotContain(watched);
        ReportId report = bodies.report("din", "Yenə həmin sayt: " + watched);
        assertThat(bodies.body(officer, get("/"))).contains("/watch?show=news&amp;mine=1");
        assertThat(bodies.body(officer, get("/watch").param("show", "news").param("mine", "1")))
                .contains(watched);
        assertThat(bodies.body(officer, get(at))).contains(report.toString());
        assertThat(bodies.body(officer, get("/watch").param("show", "news").param("mine", "1")))
                .as("seen")
                .doesNotContain(watched);
    }

    @Test
    void aReportThatItsOwnerMayNotReadIsNoNews() {
        String watched = Bodies.fresh();
        String at = watch(officer, watched);
        ReportId report =
                bodies.received(Bodies.SYSTEM, "din", List.of("Gizli: " + watched)).getFirst();
        bodies.change(report, "compartment = '" + java.util.UUID.randomUUID() + "'");
        bodies.workOff();
        assertThat(bodies.body(officer, get(at))).doesNotContain(report.toString());
        assertThat(bodies.body(officer, get("/watch").param("show", "news").param("mine", "1")))
                .doesNotContain(watched);
    }

    @Test
    void anAppearanceElsewhereIsABlindHitForBoth() {
        String watched = Bodies.fresh();
        String at = watch(officer, watched);
        ReportId theirs = bodies.report("dtx", "Şantaj: " + watched);
        String hit = bodies.hit(officer, watched);
        assertThat(hit).isNotEmpty().isEqualTo(bodies.hit(dtx, watched));
        assertThat(bodies.body(officer, get(at)))
                .contains("/hits/" + hit)
                .doesNotContain(theirs.toString());
        assertThat(bodies.body(dtx, get("/hits/" + hit)))
                .contains("DİN")
                .doesNotContain(PURPOSE, "/watch/");
    }

    @Test
    void aRedWatchIsHiddenFromTheOther() {
        String watched = Bodies.fresh();
        bodies.call(officer, form("/watch", watched).param("handling", "TLP:RED"));
        bodies.report("dtx", "Şantaj: " + watched);
        assertThat(bodies.hit(officer, watched)).isNotEmpty();
        assertThat(bodies.hit(dtx, watched)).isEmpty();
    }

    @Test
    void onlyWhatAppearsLaterIsToldOf() {
        String watched = Bodies.fresh();
        bodies.report("dtx", "Əvvəlki: " + watched);
        String at = watch(officer, watched);
        bodies.workOff();
        assertThat(bodies.hit(officer, watched)).isEmpty();
        assertThat(bodies.body(officer, get(at))).contains("Hələ görünməyib");
    }

    @Test
    void anEntryStopsByItself() {
        String watched = Bodies.fresh();
        WorkTime.run(
                clock.instant().minus(Duration.ofDays(60)),
                () ->
                        bodies.call(
                                officer,
                                post("/watch")
                                        .param("identifiers", watched)
                                        .param("ground", "investigation")
                                        .param("purpose", PURPOSE)
                                        .param("until", day(-40))));
        bodies.report("din", "Yenə: " + watched);
        bodies.report("dtx", "Şantaj: " + watched);
        assertThat(bodies.hit(officer, watched)).as("only through the own report").isNotEmpty();
        assertThat(notices(watched)).isZero();
        watches.expire();
        assertThat(bodies.body(officer, get("/watch").param("show", "over").param("q", watched)))
                .contains("müddəti bitib");
        assertThat(bodies.call(officer, form("/watch", watched)).getStatus())
                .as("watched anew")
                .isEqualTo(302);
    }

    private long notices(String value) {
        return bodies.asSystem(() ->
                jdbc.sql(
                                """
                                select count(*) from deconfliction.notice n
                                join deconfliction.watch w on w.id = n.watch_id
                                where w.value = :value
                                """)
                        .param("value", value)
                        .query(Long.class)
                        .single());
    }

    @Test
    void whatAnEndedEntryHeldIsGone() {
        String watched = Bodies.fresh();
        String at = watch(officer, watched);
        bodies.report("dtx", "Şantaj: " + watched);
        assertThat(bodies.hit(dtx, watched)).isNotEmpty();
        assertThat(
                        bodies.call(
                                        officer,
                                        post(at + "/end")
                                                .param("reason", "İş bağlanıb, lazım deyil."))
                                .getStatus())
                .isEqualTo(302);
        assertThat(bodies.hit(officer, watched)).isEmpty();
        assertThat(bodies.hit(dtx, watched)).isEmpty();
        assertThat(
                        bodies.call(
                                        officer,
                                        post(at + "/renew")
                                                .param("until", day(20))
                                                .param("reason", "Davam etsin deyə uzadılır."))
                                .getStatus())
                .isEqualTo(409);
    }

    @Test
    void aRenewalNeedsAReasonAndKeepsToTheTerm() {
        String at = watch(officer, Bodies.fresh());
        assertThat(renew(at, 400, "Davam etsin deyə uzadılır.")).isEqualTo(422);
        assertThat(renew(at, 80, "qısa")).isEqualTo(422);
        assertThat(renew(at, 80, "Davam etsin deyə uzadılır.")).isEqualTo(302);
        assertThat(bodies.body(officer, get(at))).contains("müddəti uzadılıb", "Davam etsin");
    }

    private int renew(String at, int days, String reason) {
        return bodies.call(
                        officer,
                        post(at + "/renew").param("until", day(days)).param("reason", reason))
                .getStatus();
    }

    @Test
    void anEntryThatEndsSoonIsBroughtToMind() {
        String watched = Bodies.fresh();
        bodies.call(
                officer,
                post("/watch")
                        .param("identifiers", watched)
                        .param("ground", "investigation")
                        .param("purpose", PURPOSE)
                        .param("until", day(3)));
        assertThat(bodies.body(officer, get("/"))).contains("/watch?show=ending&amp;mine=1");
        assertThat(bodies.body(officer, get("/watch").param("show", "ending").param("mine", "1")))
                .contains(watched);
    }

    @Test
    void ofACardOnlyTheMaskAndTheDigestAreKept() {
        String card = "4111111111111111";
        MockHttpServletRequestBuilder wanted =
                post("/watch")
                        .param("identifiers", card)
                        .param("ground", "investigation")
                        .param("purpose", "Bu kart üçün: 4111 1111 1111 1111")
                        .param("until", day(30));
        String at = String.valueOf(bodies.call(officer, wanted).getHeader("Location"));
        String row =
                bodies.asSystem(() ->
                        jdbc.sql(
                                        """
                                        select w::text || ' ' || string_agg(s::text, ' ')
                                        from deconfliction.watch w
                                        join deconfliction.watch_step s on s.watch_id = w.id
                                        where w.id = cast(:id as uuid) group by w.*
                                        """)
                                .param("id", at.substring("/watch/".length()))
                                .query(String.class)
                                .single());
        assertThat(row).contains("411111******1111").doesNotContain(card, "1111 1111 1111");
        ReportId report = bodies.report("din", "Bu kartla ödədim: 4111-1111-1111-1111");
        assertThat(bodies.body(officer, get(at))).contains(report.toString()).doesNotContain(card);
        bodies.call(officer, post(at + "/end").param("reason", "Sınaq bitdi, lazım deyil."));
    }

    @Test
    void aListIsCheckedLineByLineBeforeAnythingIsKept() {
        String one = Bodies.fresh();
        String two = Bodies.fresh();
        String mine = Bodies.fresh();
        watch(officer, mine);
        String lines =
                String.join(
                        "\n",
                        one,
                        "bu nömrə deyil",
                        two + " və " + mine,
                        mine,
                        one,
                        "instagram.com",
                        "050 555 01 2" + (clock.instant().getNano() % 10));
        String preview = bodies.body(officer, form("/watch/check", lines));
        assertThat(preview)
                .startsWith("200")
                .contains(
                        "tanınmadı",
                        "bir neçəsi var",
                        "artıq sizin müşahidənizdədir",
                        "yuxarıdakı sətirdə də var",
                        "çox yayılıb");
        assertThat(bodies.body(officer, get("/watch").param("q", one))).doesNotContain("/watch/0");
        bodies.call(officer, form("/watch", lines));
        assertThat(bodies.body(officer, get("/watch").param("q", one))).contains("/watch/0");
        assertThat(bodies.body(officer, get("/watch").param("q", two))).doesNotContain("/watch/0");
    }

    @Test
    void everyFieldThatIsWrongIsNamedAndWhatWasTypedStays() {
        String answer =
                bodies.body(
                        officer,
                        post("/watch/check")
                                .param("identifiers", "tanınmaz")
                                .param("ground", "curiosity")
                                .param("purpose", "qısa")
                                .param("handling", "SECRET")
                                .param("until", "sabah"));
        assertThat(answer)
                .startsWith("422")
                .contains(
                        "curiosity", "SECRET", "sabah", ">tanınmaz</textarea>", ">qısa</textarea>");
    }

    @Test
    void nobodyOutsideTheBodySeesTheListButTheStatutoryAuditor() {
        String watched = Bodies.fresh();
        String at = watch(officer, watched);
        assertThat(bodies.call(colleague, get(at)).getStatus()).isEqualTo(200);
        assertThat(bodies.call(dtx, get(at)).getStatus()).isEqualTo(404);
        assertThat(bodies.call(auditorOfDtx, get(at)).getStatus()).isEqualTo(404);
        assertThat(bodies.call(statutory, get(at)).getStatus()).isEqualTo(200);
        assertThat(bodies.body(statutory, get("/watch").param("q", watched))).contains(watched);
        assertThat(bodies.body(dtx, get("/watch").param("q", watched).param("show", "all")))
                .doesNotContain(at);
        assertThat(
                        bodies.asSystem(() ->
                                jdbc.sql(
                                                """
                                                select count(*) from audit.event
                                                where act = 'deconfliction.watch.listed'
                                                  and account = :account
                                                """)
                                        .param("account", statutory.account().toString())
                                        .query(Long.class)
                                        .single()))
                .isPositive();
        assertThat(bodies.call(statutory, post(at + "/end").param("reason", PURPOSE)).getStatus())
                .as("to look, not to touch")
                .isEqualTo(403);
    }

    @Test
    void theFileHoldsNoFormula() {
        String watched = Bodies.fresh();
        bodies.call(
                officer,
                post("/watch")
                        .param("identifiers", watched)
                        .param("ground", "investigation")
                        .param("purpose", "=HYPERLINK(\"http://x.example\") məqsədi")
                        .param("until", day(30)));
        String csv = bodies.body(officer, get("/watch.csv").param("q", watched));
        assertThat(csv).contains(watched, "'=HYPERLINK").doesNotContain(",\"=HYPERLINK");
    }

    @Test
    void programsMakeReadProlongAndEndEntries() {
        String watched = Bodies.fresh();
        MockHttpServletResponse made =
                bodies.call(
                        officer,
                        post("/api/watches")
                                .contentType("application/json")
                                .content(
                                        "{\"identifier\":\"%s\",\"ground\":\"investigation\",\"purpose\":\"%s\",\"until\":\"%s\"}"
                                                .formatted(watched, PURPOSE, day(30))));
        assertThat(made.getStatus()).isEqualTo(201);
        String list = bodies.body(officer, get("/api/watches").param("q", watched));
        assertThat(list).contains(watched, "\"state\":\"live\"");
        String id = list.replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
        assertThat(
                        bodies.call(
                                        officer,
                                        put("/api/watches/" + id)
                                                .contentType("application/json")
                                                .content(
                                                        "{\"until\":\"%s\",\"reason\":\"%s\"}"
                                                                .formatted(day(60), PURPOSE)))
                                .getStatus())
                .isEqualTo(204);
        assertThat(
                        bodies.call(officer, delete("/api/watches/" + id).param("reason", PURPOSE))
                                .getStatus())
                .isEqualTo(204);
        assertThat(bodies.body(officer, get("/api/watches/" + id))).contains("\"state\":\"ended\"");
        assertThat(bodies.call(dtx, get("/api/watches/" + id)).getStatus()).isEqualTo(404);
    }

    @Test
    void nobodyWatchesWithoutEnd() {
        List<String> many =
                java.util.stream.IntStream.range(0, 200).mapToObj(i -> Bodies.fresh()).toList();
        assertThat(bodies.call(officer, form("/watch", String.join("\n", many))).getStatus())
                .isEqualTo(302);
        assertThat(bodies.call(officer, form("/watch", Bodies.fresh())).getStatus()).isEqualTo(429);
    }
}
