package az.qalxan.statistics.measure;

import static az.qalxan.casework.CaseStage.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.casework.CaseStage;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.database.WorkTime;
import az.qalxan.reporting.Channel;
import az.qalxan.reporting.Contact;
import az.qalxan.reporting.Intake;
import az.qalxan.reporting.Loss;
import az.qalxan.reporting.NewReport;
import az.qalxan.reporting.Receipt;
import az.qalxan.reporting.ReportId;
import az.qalxan.statistics.measure.Asked.Sight;
import az.qalxan.statistics.measure.CaseFact.Kind;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * From what people do with cases to the figures, through the pages; each test in a year of its own.
 */
@NullUnmarked // a null here fails the test anyway
@PlatformTest
class MeasureFlowTest {

    @Autowired ApplicationContext context;
    @Autowired MockMvc mvc;
    @Autowired Intake intake;
    @Autowired CaseFactStore store;
    @Autowired MeasureCounts counts;
    @Autowired Recounting recounting;
    private final Map<Asked, MeasureCounts.Counts> before = new HashMap<>();
    private CaseStage stage;
    private Caller officer;

    @BeforeEach
    void begin() {
        stage = new CaseStage(context);
        officer = stage.person("din", Role.DUTY_OFFICER, Role.INVESTIGATOR);
    }

    /** A year in which no other test and hardly an earlier run did anything. */
    private static int anyYear() {
        return 1000 + new SecureRandom().nextInt(900);
    }

    private static <T> T on(String day, Callable<T> work) {
        AtomicReference<T> result = new AtomicReference<>();
        WorkTime.run(
                Instant.parse(day + "T08:00:00Z"),
                () -> {
                    try {
                        result.set(work.call());
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                });
        return result.get();
    }

    private int post(String path, String... fields) throws Exception {
        return stage.post(officer, path, fields).getStatus();
    }

    private static Asked year(int year, LocalDate known) {
        return new Asked(
                Sight.ALL, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), known, "", "");
    }

    /** What earlier runs on the same database left in these figures. */
    private void remember(Asked... questions) {
        for (Asked asked : questions) {
            before.put(asked, counts.count(asked));
        }
    }

    private static Asked[] known(int year, String... days) {
        return Stream.of(days).map(day -> year(year, LocalDate.parse(day))).toArray(Asked[]::new);
    }

    private Map<String, Long> told(String figure, int year, String known) {
        return told(figure, year(year, LocalDate.parse(known)));
    }

    private Map<String, Long> told(String figure, Asked asked) {
        Map<String, Long> told = new TreeMap<>();
        counts.count(asked)
                .of(figure)
                .forEach((cell, counted) -> {
                    long added = counted.count() - before.get(asked).of(figure, cell).count();
                    if (added > 0) {
                        told.put(cell, added);
                    }
                });
        return told;
    }

    private BigDecimal added(Asked asked, String cell) {
        BigDecimal left = before.get(asked).of("money", cell).amount();
        return counts.count(asked)
                .of("money", cell)
                .amount()
                .subtract(left == null ? BigDecimal.ZERO : left);
    }

    private JsonNode json(Caller caller, String path) throws Exception {
        return JsonMapper.shared().readTree(stage.page(caller, path));
    }

    @Test
    void requalificationCountsFromItsDayAndOnlySinceItIsKnown() throws Exception {
        Asked winter =
                new Asked(
                        Sight.ALL,
                        LocalDate.of(2011, 1, 1),
                        LocalDate.of(2011, 3, 2),
                        LocalDate.of(2011, 5, 5),
                        "",
                        "");
        remember(winter);
        remember(known(2011, "2011-02-01", "2011-05-04", "2011-05-05"));
        String number = on("2011-02-01", () -> stage.open(officer, "Yenidən tövsif"));
        String at = "/cases/" + number + "/qualification/";
        on("2011-02-02", () -> post(at + "put", "article", "178", "reason", WORDS));
        assertThat(
                        on(
                                "2011-05-05",
                                () ->
                                        post(
                                                at + "requalify",
                                                "replaces",
                                                "178",
                                                "article",
                                                "271",
                                                "on",
                                                "2011-03-03",
                                                "reason",
                                                WORDS)))
                .isEqualTo(302);
        assertThat(told("article", 2011, "2011-02-01")).isEqualTo(Map.of("none", 1L));
        assertThat(told("article", 2011, "2011-05-04")).isEqualTo(Map.of("178", 1L));
        assertThat(told("article", 2011, "2011-05-05")).isEqualTo(Map.of("271", 1L));
        assertThat(told("article", winter))
                .as("on 2 March the first article stood, also as known later")
                .isEqualTo(Map.of("178", 1L));
    }

    @Test
    void whatIsHiddenCountsAsItStoodBeforeUntilItIsShown() throws Exception {
        remember(known(2012, "2012-02-20", "2012-03-01"));
        String number = on("2012-02-01", () -> stage.open(officer, "Bağlanacaq"));
        on(
                "2012-02-10",
                () -> {
                    stage.restrict(officer, number);
                    return post(
                            "/cases/" + number + "/qualification/put",
                            "article",
                            "272",
                            "reason",
                            WORDS);
                });
        String sealed =
                on(
                        "2012-02-11",
                        () -> {
                            Receipt report = stage.report("Əvvəldən gizli");
                            return String.valueOf(
                                            stage.post(
                                                            officer,
                                                            "/reports/" + report.id() + "/accept",
                                                            "title",
                                                            "Əvvəldən gizli",
                                                            "restricted",
                                                            "true")
                                                    .getHeader("Location"))
                                    .substring("/cases/".length());
                        });
        Map<String, Long> asTakenThen = told("article", 2012, "2012-02-20");
        assertThat(asTakenThen).isEqualTo(Map.of("none", 1L));
        assertThat(told("cases", 2012, "2012-02-20")).isEqualTo(Map.of("", 1L));

        on(
                "2012-03-01",
                () -> {
                    lift(number);
                    return lift(sealed);
                });
        assertThat(told("cases", 2012, "2012-03-01")).isEqualTo(Map.of("", 2L));
        assertThat(told("article", 2012, "2012-03-01")).isEqualTo(Map.of("272", 1L, "none", 1L));
        assertThat(told("article", 2012, "2012-02-20"))
                .as("what was published then stays what was published then")
                .isEqualTo(asTakenThen);
        assertThat(stage.page(officer, "/cases/" + number + "/measure"))
                .contains("272 · qüvvədədir");
    }

    private int lift(String number) throws Exception {
        return post(
                "/cases/" + number + "/restrict",
                "version",
                String.valueOf(stage.version(number)),
                "restricted",
                "false",
                "reason",
                WORDS);
    }

    @Test
    void theFigureAndTheListBehindItAreOfTheSameCases() throws Exception {
        int third = anyYear();
        List<String> open =
                on(
                        third + "-04-01",
                        () -> List.of(stage.open(officer, "Bir"), stage.open(officer, "İki")));
        String hidden = on(third + "-04-02", () -> stage.open(officer, "Üçüncü"));
        on(
                third + "-04-03",
                () -> {
                    stage.restrict(officer, hidden);
                    return 0;
                });
        String period = "from=" + third + "-01-01&to=" + third + "-12-31";
        String own = "/api/statistics/measures/own?" + period;
        String list = "/statistics/measures/own/cases?figure=state&cell=open&" + period;
        Caller colleague = SignedIn.caller("din", Role.INVESTIGATOR);
        Caller stranger = SignedIn.caller("dtx", Role.INVESTIGATOR);

        assertThat(cell(json(officer, own), "state", "open").path("count").asInt()).isEqualTo(3);
        assertThat(stage.page(officer, list)).contains(open.get(0), open.get(1), hidden);
        assertThat(cell(json(colleague, own), "state", "open").path("count").asInt()).isEqualTo(2);
        assertThat(stage.page(colleague, list))
                .contains(open.get(0), open.get(1))
                .doesNotContain(hidden);
        assertThat(cell(json(stranger, own), "state", "open").isMissingNode()).isTrue();
        assertThat(stage.page(stranger, list)).doesNotContain(open.get(0), hidden);
        assertThat(stage.acts("state")).contains("statistics.behind.listed");
        assertThat(stage.get(officer, "/statistics/measures/own/cases?figure=none").getStatus())
                .isEqualTo(404);
    }

    private static JsonNode cell(JsonNode told, String figure, String key) {
        for (JsonNode one : told.path("figures")) {
            if (one.path("code").asString().equals(figure)) {
                for (JsonNode cell : one.path("cells")) {
                    if (cell.path("key").asString().equals(key)) {
                        return cell;
                    }
                }
            }
        }
        return JsonMapper.shared().missingNode();
    }

    @Test
    void aFilterDoesNotOpenAHiddenCell() throws Exception {
        int year = anyYear();
        String period = "from=" + year + "-01-01&to=" + year + "-12-31";
        cases(year, "t-many", 8);
        cases(year, "t-few", 3);
        cases(year, "t-some", 6);
        Caller statistician = SignedIn.caller("din", Role.STATISTICIAN);
        String all = "/api/statistics/measures?" + period;
        JsonNode told = json(statistician, all);
        assertThat(cell(told, "body", "t-many").path("count").asInt()).isEqualTo(8);
        assertThat(cell(told, "body", "t-few").path("status").asString()).isEqualTo("hidden");
        assertThat(cell(told, "body", "t-some").path("status").asString()).isEqualTo("hidden");
        assertThat(cell(told, "stages", "adjudicated").path("status").asString())
                .isEqualTo("not-collected");
        assertThat(json(statistician, all + "&body=t-some").path("tooFew").asBoolean()).isTrue();
        assertThat(json(statistician, all + "&body=t-few").path("tooFew").asBoolean()).isTrue();
        JsonNode many = json(statistician, all + "&body=t-many");
        assertThat(many.path("tooFew").asBoolean()).isFalse();
        assertThat(cell(many, "state", "open").path("count").asInt()).isEqualTo(8);
        assertThat(stage.page(statistician, "/statistics/measures?" + period))
                .contains("gizli", "toplanmır", "Nəyə nisbətən")
                .doesNotContain("??");
        assertThat(stage.page(statistician, "/statistics/measures.csv?" + period))
                .contains("body,t-many,t-many,8", "hidden", "known_on");
    }

    @Test
    void whoReadsOpenFiguresOnlyGetsWholeYears() throws Exception {
        String asked = "/api/statistics/measures?from=2026-03-03&to=2026-03-04&body=din";
        JsonNode reporter = json(SignedIn.caller("din", Role.REPORTER), asked);
        assertThat(reporter.path("whole").asString()).isEqualTo("public");
        assertThat(reporter.path("from").asString()).endsWith("-01-01");
        assertThat(reporter.path("body").asString()).isEmpty();
        JsonNode officer = json(SignedIn.caller("din", Role.PROSECUTOR), asked);
        assertThat(officer.path("whole").asString()).isEqualTo("all");
        assertThat(officer.path("from").asString()).isEqualTo("2026-03-03");
    }

    private void cases(int year, String body, int count) {
        Instant at = Instant.parse(year + "-06-01T00:00:00Z");
        for (int i = 0; i < count; i++) {
            String number = "K-T-" + UUID.randomUUID();
            ActingAs.run(
                    TransactionIdentity.job("test"),
                    () ->
                            store.add(
                                    CaseFact.of(number, Kind.OPENED, "", "").since(at, at),
                                    CaseFact.of(number, Kind.BODY, "", body).since(at, at),
                                    CaseFact.of(number, Kind.STATE, "", "open").since(at, at)));
        }
    }

    @Test
    void peopleAndMoneyAreCountedOnce() throws Exception {
        Asked whole = year(2015, LocalDate.of(2015, 12, 31));
        remember(whole);
        remember(known(2015, "2015-02-28", "2015-03-01"));
        Receipt report = on("2015-01-10", () -> lossOf("1200.50"));
        String one = on("2015-01-12", () -> stage.accept(officer, report, "Birinci"));
        String other =
                on(
                        "2015-01-12",
                        () ->
                                stage.accept(
                                        officer,
                                        stage.report(
                                                "İkinci",
                                                Contact.NONE,
                                                Instant.parse("2015-01-10T08:00:00Z")),
                                        "İkinci"));
        on(
                "2015-01-13",
                () ->
                        post(
                                "/cases/" + other + "/reports",
                                "report",
                                report.id().toString(),
                                "reference",
                                report.reference().value()));
        on("2015-01-13", () -> post("/reports/" + report.id() + "/attach", "number", other));
        for (String number : List.of(one, other)) {
            assertThat(
                            on(
                                    "2015-01-14",
                                    () ->
                                            post(
                                                    "/cases/" + number + "/parties/from-report",
                                                    "report",
                                                    report.id().toString(),
                                                    "status",
                                                    "victim")))
                    .isEqualTo(302);
        }
        ReportId id = report.id();
        Instant at = Instant.parse("2015-02-01T00:00:00Z");
        ActingAs.run(
                TransactionIdentity.job("test"),
                () ->
                        store.add(
                                money(id, Kind.FROZEN, "D-" + id, "900", at),
                                money(id, Kind.FROZEN, "D-" + id, "1000", at),
                                money(id, Kind.RETURNED, UUID.randomUUID().toString(), "400", at),
                                money(id, Kind.RETURNED, UUID.randomUUID().toString(), "50", at)));
        MeasureCounts.Counts counted = counts.count(whole);
        assertThat(told("persons", whole)).isEqualTo(Map.of("victim:person", 1L));
        assertThat(added(whole, "loss:AZN")).isEqualByComparingTo("1200.50");
        assertThat(added(whole, "frozen:AZN")).isEqualByComparingTo("1000");
        assertThat(added(whole, "returned:AZN")).isEqualByComparingTo("450");
        assertThat(counted.of("times", "acceptance").median()).isEqualTo(2 * 86_400.0);
        assertThat(counted.count("reported")).isGreaterThanOrEqualTo(1);
        assertThat(counts.count(year(2015, LocalDate.of(2015, 1, 31))).of("money"))
                .containsOnlyKeys("loss:AZN");

        on(
                "2015-03-01",
                () ->
                        post(
                                "/cases/" + one + "/parties/" + party(one) + "/strike",
                                "reason",
                                WORDS));
        on(
                "2015-03-01",
                () ->
                        post(
                                "/cases/" + other + "/parties/" + party(other) + "/strike",
                                "reason",
                                WORDS));
        assertThat(told("persons", 2015, "2015-03-01")).as("a mistake never held").isEmpty();
        assertThat(told("persons", 2015, "2015-02-28")).isEqualTo(Map.of("victim:person", 1L));
    }

    private static CaseFact money(
            ReportId report, Kind kind, String key, String amount, Instant at) {
        return new CaseFact(
                null,
                report,
                kind,
                key,
                "held",
                new CaseFact.Sum(new BigDecimal(amount), "AZN"),
                at,
                at);
    }

    private String party(String number) {
        return stage.texts(
                        """
                        select p.id::text from casework.party p
                        join casework.case_file c on c.id = p.case_id where c.number = :it
                        """,
                        number)
                .getFirst();
    }

    private Receipt lossOf(String amount) {
        Instant at = Instant.parse("2015-01-10T08:00:00Z");
        NewReport report =
                new NewReport(
                        "phone-fraud",
                        at,
                        at,
                        "baku",
                        Channel.WEB,
                        "az",
                        "İtki sınağı",
                        new Loss(new BigDecimal(amount), "AZN", ""),
                        List.of(),
                        "",
                        new Contact("Uydurma İtkili", "", ""));
        return ActingAs.call(
                        TransactionIdentity.job("test"), () -> intake.receiveAll(List.of(report)))
                .getFirst();
    }

    @Test
    void whatWasToldIsWhatTheRegistersHold() throws Exception {
        remember(known(2016, "2016-12-31", "2016-01-05", "2016-01-06"));
        Receipt report =
                on(
                        "2016-01-01",
                        () ->
                                stage.report(
                                        "Reyestr sınağı",
                                        new Contact("Uydurma Reyestrli", "", ""),
                                        Instant.parse("2016-01-01T08:00:00Z")));
        String number = on("2016-01-02", () -> stage.accept(officer, report, "Reyestr"));
        String at = "/cases/" + number;
        on("2016-01-03", () -> post(at + "/qualification/put", "article", "178", "reason", WORDS));
        on(
                "2016-01-04",
                () ->
                        post(
                                at + "/qualification/requalify",
                                "replaces",
                                "178",
                                "article",
                                "271",
                                "on",
                                "2016-01-03",
                                "reason",
                                WORDS));
        on(
                "2016-01-05",
                () ->
                        post(
                                at + "/parties/from-report",
                                "report",
                                report.id().toString(),
                                "status",
                                "victim"));
        on(
                "2016-01-06",
                () ->
                        post(
                                at + "/measure/border",
                                "border",
                                "yes",
                                "on",
                                "2016-01-01",
                                "reason",
                                WORDS));
        on(
                "2016-01-07",
                () ->
                        post(
                                at + "/state/suspend",
                                "version",
                                v(number),
                                "outcome",
                                "unknown-person",
                                "reason",
                                WORDS));
        on("2016-01-08", () -> post(at + "/state/resume", "version", v(number), "reason", WORDS));
        on(
                "2016-01-09",
                () ->
                        post(
                                at + "/state/close",
                                "version",
                                v(number),
                                "outcome",
                                "sent-to-court",
                                "reason",
                                WORDS));
        assertThat(facts(number, "case_fact", "case_number = :it and kind <> 'border'"))
                .hasSizeGreaterThan(8)
                .containsExactlyInAnyOrderElementsOf(
                        facts(number, "facts_of_registers('Asia/Baku', :it)", "true"));
        assertThat(told("cleared", 2016, "2016-12-31")).isEqualTo(Map.of("", 1L));
        assertThat(told("border", 2016, "2016-01-05")).isEqualTo(Map.of("unknown", 1L));
        assertThat(told("border", 2016, "2016-01-06")).isEqualTo(Map.of("yes", 1L));
        assertThat(stage.acts(number)).contains("statistics.border.told");
        recounting.recount();
        assertThat(recounting.recount()).as("counting anew adds nothing").isZero();
    }

    private String v(String number) {
        return String.valueOf(stage.version(number));
    }

    /** The suspension's own outcome is not kept by the register, so its code is left out. */
    private List<String> facts(String number, String from, String where) {
        return stage.texts(
                """
                select kind || ' ' || key || ' '
                  || regexp_replace(value, '^suspended:.*', 'suspended') || ' ' || holds_from
                from statistics.%s where %s
                """
                        .formatted(from, where),
                number);
    }

    @Test
    void everybodySeesYearsAndNeitherBodiesNorDays() throws Exception {
        String page =
                mvc.perform(
                                MockMvcRequestBuilders.get(
                                        "/statistics/cases?from=2026-01-01&body=din&lang=en"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(page)
                .contains(
                        "name=\"year\"", "International minimum set", "not collected", "unverified")
                .doesNotContain("name=\"from\"", "/statistics/measures/own", "??");
        JsonNode told =
                JsonMapper.shared()
                        .readTree(
                                mvc.perform(MockMvcRequestBuilders.get("/statistics/cases.json"))
                                        .andReturn()
                                        .getResponse()
                                        .getContentAsString());
        assertThat(told.path("unchanging").asBoolean()).isTrue();
        assertThat(told.path("figures")).hasSize(MeasureName.values().length);
        for (JsonNode figure : told.path("figures")) {
            assertThat(figure.at("/definition/numerator/az").asString()).hasSizeGreaterThan(20);
            assertThat(figure.at("/definition/denominator/en").asString()).isNotBlank();
            assertThat(figure.at("/definition/source/en").asString()).isNotBlank();
        }
    }
}
