package az.qalxan.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.reporting.Receipt;
import az.qalxan.reporting.ReportId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Money trails, freezes and returns through the pages, on a real database. */
@NullUnmarked // a null here fails the test anyway
@PlatformTest
class AssetsTest {

    private static final String WORDS = "Səbəb sınaq üçün yazılıb.";

    private final Caller officer = SignedIn.caller("din", Role.DUTY_OFFICER, Role.INVESTIGATOR);
    private final Caller colleague = SignedIn.caller("din", Role.DUTY_OFFICER, Role.INVESTIGATOR);
    private final Caller stranger = SignedIn.caller("dtx", Role.DUTY_OFFICER, Role.INVESTIGATOR);

    @Autowired MockMvc mvc;
    @Autowired AutowireCapableBeanFactory beans;
    @Autowired MoneyTrails trails;
    @Autowired JdbcClient jdbc;
    private AssetsStage stage;

    @BeforeEach
    void aBankIsKnown() {
        stage = beans.createBean(AssetsStage.class);
        stage.bank();
    }

    @Test
    void theFirstHopIsConfirmedByAPersonOnce() throws Exception {
        String iban = stage.iban();
        ReportId report = stage.report("250.00", iban, Duration.ofHours(2));
        assertThat(trail(officer, report).flows()).as("never silently").isEmpty();
        String part = page(officer, "/assets/of/" + report);
        assertThat(part).contains(iban, "first-hop");
        for (int twice = 0; twice < 2; twice++) {
            assertThat(
                            as(
                                            officer,
                                            post("/assets/of/" + report + "/first-hop")
                                                    .param("holding", "iban:" + iban))
                                    .getStatus())
                    .isEqualTo(302);
        }
        Trail trail = trail(officer, report);
        assertThat(trail.flows())
                .singleElement()
                .satisfies(flow -> {
                    assertThat(flow.sent()).isEqualTo(Money.of("250.00", "AZN"));
                    assertThat(flow.transfers()).isEqualTo(1);
                    assertThat(flow.verified()).isFalse();
                });
        assertThat(page(officer, "/assets/of/" + report)).doesNotContain("/first-hop");
    }

    @Test
    void aHoldingThatTheReportDoesNotNameIsNoFirstHop() throws Exception {
        ReportId report = stage.report("250.00", stage.iban(), Duration.ofHours(2));
        assertThat(
                        as(
                                        officer,
                                        post("/assets/of/" + report + "/first-hop")
                                                .param("holding", "iban:" + stage.iban()))
                                .getStatus())
                .isEqualTo(422);
    }

    @Test
    void acceptingAYoungLossProposesAFreezeAndAnOldOneDoesNot() throws Exception {
        String young = stage.iban();
        String old = stage.iban();
        accept(stage.report("900.00", young, Duration.ofHours(2)));
        accept(stage.report("900.00", old, Duration.ofHours(100)));
        String duty = page(officer, "/assets/golden-hour");
        assertThat(duty).contains(young).doesNotContain(old);
        assertThat(page(stranger, "/assets/golden-hour")).doesNotContain(young);
    }

    @Test
    void aFreezeGoesItsWayAndItsHistoryTellsOfIt() throws Exception {
        String number = sent();
        assertThat(step(number, "acknowledge", 1)).isEqualTo(302);
        assertThat(step(number, "send", 2, "organisation", AssetsStage.BANK, "basis", basis()))
                .as("sent once")
                .isEqualTo(409);
        assertThat(confirm(number, 2, "600,00")).isEqualTo(302);
        String page = page(officer, "/assets/freezes/" + number);
        assertThat(page).contains("qismən", "Sınaq Bank işçisi", officer.name());
        assertThat(step(number, "renew", 3, "until", "2000-01-01T00:00", "reason", WORDS))
                .as("not into the past")
                .isEqualTo(422);
        assertThat(step(number, "renew", 3, "reason", WORDS)).isEqualTo(302);
        assertThat(step(number, "seize", 4, "reason", WORDS)).isEqualTo(302);
        assertThat(step(number, "release", 5, "reason", WORDS)).isEqualTo(302);
        assertThat(step(number, "renew", 6, "reason", WORDS)).isEqualTo(409);
    }

    @Test
    void aHoldWhoseTermEndedStaysOnTheDutyPage() throws Exception {
        String number = sent();
        Instant now = Instant.now();
        assertThat(
                        step(
                                number,
                                "confirm",
                                1,
                                "amount",
                                "900",
                                "at",
                                stage.field(now.minus(Duration.ofDays(3))),
                                "until",
                                stage.field(now.minus(Duration.ofMinutes(5))),
                                "by",
                                "Bank"))
                .isEqualTo(302);
        assertThat(page(officer, "/assets/golden-hour")).contains(number);
        assertThat(page(officer, "/assets/running-out")).isNotBlank();
        assertThat(page(officer, "/assets/freezes/" + number)).contains("nar");
    }

    @Test
    void moneyThatMovedOnIsTheNextToBeAsked() throws Exception {
        String number = sent();
        String next = stage.iban();
        assertThat(
                        step(
                                number,
                                "too-late",
                                1,
                                "movedTo",
                                next,
                                "amount",
                                "880.50",
                                "reason",
                                WORDS))
                .isEqualTo(302);
        assertThat(page(officer, "/assets/golden-hour")).contains(next);
        assertThat(page(officer, "/assets/freezes/" + number)).contains(next);
    }

    @Test
    void ofTwoOfficersOneSends() throws Exception {
        String number = drafted();
        List<Integer> answers =
                together(() -> send(officer, number, 0), () -> send(colleague, number, 0));
        assertThat(answers).containsExactlyInAnyOrder(302, 409);
    }

    @Test
    void aStatementIsReadOnceAndWrongRowsAreNamed() throws Exception {
        String first = stage.iban();
        String second = stage.iban();
        String card = stage.card();
        ReportId report = stage.report("250.00", first, Duration.ofHours(5));
        String reference = stage.reference(report);
        confirmHop(report, first);
        Instant lost = stage.lostAt(report);
        String csv =
                "from,to,amount,currency,at,reference\n"
                        + reference
                        + ","
                        + first
                        + ",250.00,AZN,"
                        + lost
                        + ",T1\n"
                        + first
                        + ","
                        + second
                        + ",\"200,50\",AZN,"
                        + lost.plusSeconds(600)
                        + ",T2\n"
                        + first
                        + ","
                        + second
                        + ",\"200,50\",AZN,"
                        + lost.plusSeconds(600)
                        + ",T2\n"
                        + first
                        + ","
                        + card
                        + ",10.00,AZN,"
                        + lost.plusSeconds(900)
                        + ",T3\n"
                        + first
                        + ","
                        + first
                        + ",-5,AZN,never,T4\n"
                        + "=cmd|' /C calc'!A0,"
                        + second
                        + ",1e9,ZZ,2999-01-01,T5\n";
        String checked = statement(report, csv, "check");
        assertThat(checked).contains("6 ", "4 düzgün", "2 səhv");
        assertThat(trail(officer, report).flows()).hasSize(1);
        String stored = statement(report, csv, "store");
        assertThat(stored).contains("3 yeni", "1 artıq", "1 müraciət edənin", "2 sətir");
        assertThat(stored).doesNotContain(card).contains("400000******" + card.substring(12));
        assertThat(statement(report, csv, "store")).contains("0 yeni", "4 artıq");
        Trail trail = trail(officer, report);
        assertThat(trail.flows()).hasSize(3);
        assertThat(trail.places().stream().filter(one -> one.holding().isVictim()))
                .singleElement()
                .satisfies(one ->
                        assertThat(one.in("AZN").orElseThrow().out())
                                .isEqualByComparingTo("250.00"));
        assertThat(trail.places().stream().filter(one -> one.holding().value().equals(first)))
                .singleElement()
                .satisfies(one ->
                        assertThat(one.in("AZN").orElseThrow().left())
                                .isEqualByComparingTo("39.50"));
    }

    @Test
    void anExportHoldsNoFormula() throws Exception {
        String iban = stage.iban();
        ReportId report = stage.report("250.00", iban, Duration.ofHours(5));
        as(
                officer,
                post("/assets/trail/report:" + report + "/transfers")
                        .param("from", stage.reference(report))
                        .param("to", iban)
                        .param("amount", "250")
                        .param("currency", "AZN")
                        .param("at", "2026-01-05T10:00")
                        .param("reference", "=HYPERLINK(\"http://x.example\")")
                        .param("document", "+1")
                        .param("knownBy", "bank"));
        String csv = page(officer, "/assets/trail/report:" + report + "/transfers.csv");
        assertThat(csv).contains("'=HYPERLINK", "'+1", "TLP:AMBER").doesNotContain(",\"=HYP");
    }

    @Test
    void aWithdrawnTransferCountsNoMore() throws Exception {
        String iban = stage.iban();
        ReportId report = stage.report("250.00", iban, Duration.ofHours(5));
        confirmHop(report, iban);
        UUID transfer = stage.transferOf(report);
        assertThat(
                        as(
                                        officer,
                                        post("/assets/transfers/" + transfer + "/withdraw")
                                                .param("reason", WORDS))
                                .getStatus())
                .isEqualTo(302);
        assertThat(trail(officer, report).flows()).isEmpty();
        assertThat(page(officer, "/assets/of/" + report)).as("proposed anew").contains("first-hop");
    }

    @Test
    void whatIsReturnedAddsUpToWhatWasHeld() throws Exception {
        Returned returned = new Returned();
        String number = returned.freezeOfTwo("100.00", "300.00", "200.00");
        String page = page(officer, "/assets/freezes/" + number);
        assertThat(page).contains("value=\"50.00\"", "value=\"150.00\"");
        int version = stage.version(number);
        assertThat(returned.decide(number, version, "150.01", "50.00"))
                .as("more than is held")
                .isEqualTo(409);
        assertThat(returned.decide(number, version, "50,00", "150,00")).isEqualTo(302);
        assertThat(step(number, "release", version + 1, "reason", WORDS))
                .as("while victims wait")
                .isEqualTo(409);
        for (UUID share : stage.shares(number)) {
            assertThat(
                            as(
                                            officer,
                                            post("/assets/freezes/"
                                                            + number
                                                            + "/returns/"
                                                            + share
                                                            + "/pay")
                                                    .param("document", "Ödəniş 12"))
                                    .getStatus())
                    .isEqualTo(302);
        }
        assertThat(page(officer, "/assets/freezes/" + number)).contains("qaytarılıb");
        Trail trail = trail(officer, returned.one);
        assertThat(
                        trail.places().stream()
                                .flatMap(one -> one.totals().stream())
                                .map(Trail.Totals::returned)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("200.00");
    }

    @Test
    void ofTwoDecisionsAboutTheSameMoneyOneStands() throws Exception {
        Returned returned = new Returned();
        String number = returned.freezeOfTwo("100.00", "100.00", "150.00");
        int version = stage.version(number);
        List<Integer> answers =
                together(
                        () -> returned.decide(number, version, "75.00", "75.00"),
                        () -> returned.decide(number, version, "50.00", "100.00"));
        assertThat(answers).containsExactlyInAnyOrder(302, 409);
    }

    @Test
    void aShareThatWasNotPaidCanBeTakenBack() throws Exception {
        Returned returned = new Returned();
        String number = returned.freezeOfTwo("100.00", "100.00", "150.00");
        returned.decide(number, stage.version(number), "75.00", "75.00");
        UUID share = stage.shares(number).getFirst();
        String at = "/assets/freezes/" + number + "/returns/" + share;
        assertThat(as(officer, post(at + "/cancel").param("reason", WORDS)).getStatus())
                .isEqualTo(302);
        assertThat(as(officer, post(at + "/pay").param("document", "x")).getStatus())
                .isEqualTo(409);
        assertThat(page(officer, "/assets/freezes/" + number)).contains("75,00");
    }

    @Test
    void theDatabaseAddsUpByItself() throws Exception {
        Returned returned = new Returned();
        String number = returned.freezeOfTwo("100.00", "100.00", "150.00");
        returned.decide(number, stage.version(number), "75.00", "75.00");
        UUID share = stage.shares(number).getFirst();
        assertThatThrownBy(() ->
                        stage.asOfficer(
                                officer,
                                () ->
                                        jdbc.sql(
                                                        "update assets.return_share set state ="
                                                                + " 'paid', ended_at = now() where"
                                                                + " id = :id")
                                                .param("id", share)
                                                .update()))
                .hasStackTraceContaining("do not add up");
        assertThatThrownBy(() ->
                        stage.asOfficer(
                                officer,
                                () ->
                                        jdbc.sql(
                                                        "update assets.freeze set allotted_amount ="
                                                                + " 150.01 where number = :n")
                                                .param("n", number)
                                                .update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("freeze_gives_back_what_it_holds");
    }

    @Test
    void theVictimReadsAmountsAndNothingElse() throws Exception {
        String iban = stage.iban();
        Receipt receipt = stage.receipt("300.00", iban, Duration.ofHours(90));
        confirmHop(receipt.id(), iban);
        String number = draft("report:" + receipt.id(), iban, "300");
        assertThat(stage.news(receipt)).as("nothing is held yet").isEmpty();
        send(officer, number, 0);
        confirm(number, 1, "120.00");
        assertThat(stage.news(receipt))
                .singleElement()
                .asString()
                .contains("120,00")
                .doesNotContain(iban, number, "Bank");
        as(
                officer,
                post("/assets/freezes/" + number + "/returns")
                        .param("version", "2")
                        .param("report", receipt.id().toString())
                        .param("amount", "120,00")
                        .param("words", WORDS));
        assertThat(stage.news(receipt)).anyMatch(one -> one.contains("ödəniş gözlənilir"));
        as(
                officer,
                post("/assets/freezes/"
                                + number
                                + "/returns/"
                                + stage.shares(number).getFirst()
                                + "/pay")
                        .param("document", "Ödəniş 7"));
        assertThat(stage.news(receipt)).singleElement().asString().contains("120,00", "qaytarılıb");
        assertThat(stage.news(stage.receipt("300.00", iban, Duration.ofHours(90))))
                .as("another victim of the same account")
                .isEmpty();
    }

    @Test
    void rowsOfARestrictedCaseAreSeenByItsPeopleAlone() throws Exception {
        Returned returned = new Returned();
        String number = returned.freezeOfTwo("100.00", "100.00", "150.00");
        String caseNumber = stage.caseOf(number);
        assertThat(page(colleague, "/assets/freezes/" + number)).contains(number);
        assertThat(
                        as(
                                        officer,
                                        post("/cases/" + caseNumber + "/restrict")
                                                .param("version", stage.caseVersion(caseNumber))
                                                .param("restricted", "true")
                                                .param("reason", WORDS))
                                .getStatus())
                .isEqualTo(302);
        assertThat(as(colleague, get("/assets/freezes/" + number)).getStatus()).isEqualTo(404);
        assertThat(as(colleague, get("/assets/of-case/" + caseNumber)).getStatus()).isEqualTo(404);
        assertThat(as(colleague, get("/assets/of/" + returned.one)).getStatus()).isEqualTo(404);
        assertThat(trail(colleague, returned.one).flows()).isEmpty();
        assertThat(page(colleague, "/assets/freezes")).doesNotContain(number);
        assertThat(page(officer, "/assets/of-case/" + caseNumber)).contains(number);
        assertThat(page(officer, "/assets/freezes/" + number)).contains("M-");
    }

    @Test
    void aCaseThatIsHandedOverTakesItsFreezesAlong() throws Exception {
        Returned returned = new Returned();
        String number = returned.freezeOfTwo("100.00", "100.00", "150.00");
        handOver(stage.caseOf(number));
        assertThat(as(officer, get("/assets/freezes/" + number)).getStatus()).isEqualTo(404);
        assertThat(page(stranger, "/assets/freezes/" + number)).contains("150,00");
        assertThat(trail(stranger, returned.one).flows()).isNotEmpty();
        assertThat(trail(officer, returned.one).flows()).isEmpty();
        assertThat(page(stranger, "/assets/golden-hour"))
                .as("nothing is proposed twice")
                .doesNotContain("/reports/" + returned.one);
    }

    @Test
    void anotherBodyMeetsNothing() throws Exception {
        String number = sent();
        ReportId report = stage.report("250.00", stage.iban(), Duration.ofHours(5));
        UUID transfer = UUID.randomUUID();
        for (String path :
                List.of(
                        "/assets/freezes/" + number,
                        "/assets/trail/report:" + report,
                        "/assets/of/" + report,
                        "/api/assets/freezes/" + number,
                        "/api/assets/trails/report:" + report)) {
            MockHttpServletResponse foreign = as(stranger, get(path));
            MockHttpServletResponse absent =
                    as(
                            stranger,
                            get(
                                    path.replace(number, "D-2026-999999999")
                                            .replace(report.toString(), transfer.toString())));
            assertThat(foreign.getStatus()).as(path).isEqualTo(404);
            assertThat(foreign.getContentAsString().length())
                    .as(path)
                    .isEqualTo(absent.getContentAsString().length());
        }
        assertThat(
                        as(
                                        stranger,
                                        post("/assets/freezes/" + number + "/acknowledge")
                                                .param("version", "1"))
                                .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aHoldingOfAnotherBodysReportAddsNothingToATrail() throws Exception {
        String iban = stage.iban();
        ReportId own = stage.report("100.00", iban, Duration.ofHours(5));
        confirmHop(own, iban);
        JsonNode before = api(own);
        ReportId foreign = stage.report("700.00", iban, Duration.ofHours(6));
        stage.giveTo(foreign, "dtx");
        confirmHop(stranger, foreign, iban);
        assertThat(trail(stranger, foreign).flows()).hasSize(1);
        assertThat(api(own)).isEqualTo(before);
    }

    @Test
    void rowsFollowTheirReportToAnotherBody() throws Exception {
        String iban = stage.iban();
        ReportId report = stage.report("250.00", iban, Duration.ofHours(5));
        confirmHop(report, iban);
        assertThat(
                        as(
                                        officer,
                                        post("/reports/" + report + "/redirect")
                                                .param("to", "dtx")
                                                .param("words", WORDS))
                                .getStatus())
                .isEqualTo(302);
        assertThat(trail(stranger, report).flows()).hasSize(1);
        assertThat(as(officer, get("/assets/of/" + report)).getStatus()).isEqualTo(404);
        assertThat(trail(officer, report).flows()).isEmpty();
    }

    @Test
    void aProgramReadsAndEntersWithoutDigests() throws Exception {
        String iban = stage.iban();
        ReportId report = stage.report("250.00", iban, Duration.ofHours(5));
        MockHttpServletResponse entered =
                as(
                        officer,
                        post("/api/assets/trails/report:" + report + "/transfers")
                                .contentType("application/json")
                                .content(
                                        """
                                        {"knownBy": "bank", "verified": true, "transfers": [
                                          {"from": "%s", "to": "4111111111111111",
                                           "amount": "250.00", "currency": "AZN",
                                           "at": "2026-01-05T10:00:00Z"},
                                          {"from": "nothing", "to": "", "amount": "x"}]}
                                        """
                                                .formatted(stage.reference(report))));
        JsonNode answer = JsonMapper.shared().readTree(entered.getContentAsString());
        assertThat(answer.get("fresh").asInt()).isEqualTo(1);
        assertThat(answer.get("wrong").asInt()).isEqualTo(1);
        assertThat(answer.get("first").size()).isGreaterThanOrEqualTo(4);
        String trail = page(officer, "/api/assets/trails/report:" + report);
        assertThat(trail).contains("411111******1111").doesNotContain("\"key\"", "victim:");
    }

    @Test
    void theStatisticianSeesTotalsAlone() throws Exception {
        Caller statistician = SignedIn.caller("din", Role.STATISTICIAN);
        for (int i = 0; i < 5; i++) {
            confirm(sent(), 1, "900");
        }
        assertThat(page(statistician, "/assets/totals")).contains("AZN");
        assertThat(page(statistician, "/assets/totals.csv")).contains("AZN");
        assertThat(as(statistician, get("/assets/freezes")).getStatus()).isEqualTo(403);
        assertThat(as(statistician, get("/assets/golden-hour")).getStatus()).isEqualTo(403);
        assertThat(as(officer, get("/assets/totals")).getStatus()).isEqualTo(403);
    }

    /** Two victims of one case whose money lies in one frozen account. */
    private final class Returned {

        private ReportId one = Play.report(0);
        private ReportId two = one;

        String freezeOfTwo(String first, String second, String held) throws Exception {
            String iban = stage.iban();
            one = stage.report(first, iban, Duration.ofHours(200));
            two = stage.report(second, iban, Duration.ofHours(199));
            String caseNumber = accept(one);
            as(officer, post("/reports/" + two + "/accept").param("number", caseNumber));
            confirmHop(one, iban);
            confirmHop(two, iban);
            String number = draft("case:" + caseNumber, iban, held);
            assertThat(send(officer, number, 0)).isEqualTo(302);
            assertThat(confirm(number, 1, held)).isEqualTo(302);
            return number;
        }

        int decide(String number, int version, String first, String second) throws Exception {
            return as(
                            officer,
                            post("/assets/freezes/" + number + "/returns")
                                    .param("version", String.valueOf(version))
                                    .param("rule", "proportional")
                                    .param("report", one.toString(), two.toString())
                                    .param("amount", first, second)
                                    .param("words", WORDS))
                    .getStatus();
        }
    }

    /** From the officer's body to the stranger's. */
    private void handOver(String caseNumber) throws Exception {
        String decision =
                as(
                                officer,
                                post("/cases/" + caseNumber + "/hand-over")
                                        .param("to", "dtx")
                                        .param("summary", WORDS)
                                        .param("reason", WORDS)
                                        .param("basis", "CPM 215"))
                        .getHeader("Location");
        assertThat(decision).isNotNull();
        assertThat(
                        as(
                                        stranger,
                                        post(decision + "/accept")
                                                .param("account", stranger.account().toString()))
                                .getStatus())
                .isEqualTo(302);
    }

    private static List<Integer> together(Callable<Integer> one, Callable<Integer> other)
            throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Integer> first = threads.submit(one);
            Future<Integer> second = threads.submit(other);
            return List.of(first.get(), second.get());
        }
    }

    private String statement(ReportId report, String csv, String go) throws Exception {
        MockMultipartFile file =
                new MockMultipartFile(
                        "file", "statement.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
        return mvc.perform(
                        multipart("/assets/trail/report:" + report + "/statement")
                                .file(file)
                                .param("knownBy", "bank")
                                .param("verified", "1")
                                .param("go", go)
                                .with(SignedIn.as(officer))
                                .with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String basis() {
        return "provisional-hold";
    }

    /** A draft for an account of a fresh report. */
    private String drafted() throws Exception {
        String iban = stage.iban();
        ReportId report = stage.report("900.00", iban, Duration.ofHours(100));
        return draft("report:" + report, iban, "900");
    }

    private String draft(String scope, String iban, String amount) throws Exception {
        String place =
                as(
                                officer,
                                post("/assets/trail/" + scope + "/freezes")
                                        .param("holding", iban)
                                        .param("amount", amount)
                                        .param("currency", "AZN"))
                        .getHeader("Location");
        assertThat(place).isNotNull().contains("/assets/freezes/D-");
        return place.replaceAll(".*/", "");
    }

    private String sent() throws Exception {
        String number = drafted();
        assertThat(send(officer, number, 0)).isEqualTo(302);
        return number;
    }

    private int send(Caller caller, String number, int version) throws Exception {
        return as(
                        caller,
                        post("/assets/freezes/" + number + "/send")
                                .param("version", String.valueOf(version))
                                .param("organisation", AssetsStage.BANK)
                                .param("basis", basis())
                                .param("amount", "900.00"))
                .getStatus();
    }

    private int confirm(String number, int version, String amount) throws Exception {
        return step(
                number,
                "confirm",
                version,
                "amount",
                amount,
                "at",
                stage.field(Instant.now().minusSeconds(120)),
                "by",
                "Sınaq Bank işçisi");
    }

    private int step(String number, String step, int version, String... fields) throws Exception {
        MockHttpServletRequestBuilder request =
                post("/assets/freezes/" + number + "/" + step)
                        .param("version", String.valueOf(version));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return as(officer, request).getStatus();
    }

    private void confirmHop(ReportId report, String iban) throws Exception {
        confirmHop(officer, report, iban);
    }

    private void confirmHop(Caller caller, ReportId report, String iban) throws Exception {
        assertThat(
                        as(
                                        caller,
                                        post("/assets/of/" + report + "/first-hop")
                                                .param("holding", "iban:" + iban))
                                .getStatus())
                .isEqualTo(302);
    }

    private String accept(ReportId report) throws Exception {
        String place =
                as(officer, post("/reports/" + report + "/accept").param("title", "Yeni iş"))
                        .getHeader("Location");
        return place == null ? "" : place.replaceAll(".*/", "");
    }

    private Trail trail(Caller caller, ReportId report) {
        return stage.asOfficer(
                caller, () -> trails.ofReports(List.of(report), TracingRule.FIRST_IN_FIRST_OUT));
    }

    private JsonNode api(ReportId report) throws Exception {
        return JsonMapper.shared().readTree(page(officer, "/api/assets/trails/report:" + report));
    }

    private String page(Caller caller, String path) throws Exception {
        MockHttpServletResponse answer = as(caller, get(path));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse as(Caller caller, MockHttpServletRequestBuilder request)
            throws Exception {
        return mvc.perform(request.with(SignedIn.as(caller)).with(csrf()))
                .andReturn()
                .getResponse();
    }
}
