package az.qalxan.deconfliction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import az.qalxan.PlatformTest;
import az.qalxan.access.ApiClients;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.reporting.bulk.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody enters identifiers to learn whether another body holds them. */
@PlatformTest
class ProberTest {

    private static final int BUDGET = 20;
    private static final String REASON = "Müraciətlərə bir-bir baxılıb.";

    private final Caller dtx = SignedIn.caller("dtx", Role.DUTY_OFFICER, Role.INVESTIGATOR);
    private final Caller colleague = SignedIn.caller("din", Role.DUTY_OFFICER, Role.INVESTIGATOR);
    private final Caller statutory = SignedIn.caller("bp", Role.AUDITOR);

    private final Bodies bodies;
    private final JdbcClient jdbc;
    private final ApiClients clients;

    @LocalServerPort int port;

    @Autowired
    ProberTest(ApplicationContext context) {
        this.bodies = new Bodies(context);
        this.jdbc = context.getBean(JdbcClient.class);
        this.clients = context.getBean(ApiClients.class);
    }

    private static Caller prober() {
        return SignedIn.caller("din", Role.DUTY_OFFICER, Role.INVESTIGATOR);
    }

    private static List<String> fresh(int count) {
        return IntStream.range(0, count).mapToObj(i -> Bodies.fresh()).toList();
    }

    /** Identifiers that DTX holds already. */
    private List<String> heldAtDtx(int count) {
        List<String> held = fresh(count);
        bodies.received(Bodies.SYSTEM, "dtx", held.stream().map(one -> "Şantaj: " + one).toList());
        bodies.workOff();
        return held;
    }

    private static String real(String identifier) {
        return "Səhər zəng etdilər, bankdan olduqlarını dedilər, bu sayta yönləndirib kartımın"
                + " məlumatlarını yazdırdılar, pulum getdi: "
                + identifier;
    }

    private long seen(Caller caller, List<String> identifiers) {
        return identifiers.stream().filter(one -> !bodies.hit(caller, one).isEmpty()).count();
    }

    private String hold(Caller seenBy, String account) {
        return bodies.as(
                seenBy.identity(),
                () ->
                        String.join(
                                " ",
                                jdbc.sql(
                                                """
                                                select id::text || '/' || why || '/' || state
                                                from deconfliction.hold where account = :account
                                                """)
                                        .param("account", account)
                                        .query(String.class)
                                        .list()));
    }

    @Test
    void whoLearnsOfManyMatchesIsHeldAtTheBudget() {
        List<String> held = heldAtDtx(BUDGET + 10);
        Caller prober = prober();
        for (String guess : held) {
            bodies.received(prober.identity(), "din", List.of(real(guess)));
            bodies.workOff();
        }
        assertThat(seen(prober, held)).isEqualTo(BUDGET);
        assertThat(seen(dtx, held)).as("held for both sides").isEqualTo(BUDGET);
        String account = prober.account().toString();
        assertThat(hold(colleague, account)).contains("/told/open");
        assertThat(hold(prober, account)).as("the source does not review itself").isEmpty();
        assertThat(hold(statutory, account)).as("the auditor is alarmed").contains("/told/open");
        assertThat(bodies.body(dtx, get("/hits/holds"))).contains("DİN orqanında bir mənbə");
        assertThat(bodies.body(statutory, get("/hits/holds"))).contains("DİN orqanında bir mənbə");
    }

    @Test
    void aHeldMatchAndNoneAnswerAlike() {
        List<String> held = heldAtDtx(BUDGET + 1);
        Caller prober = prober();
        bodies.received(prober.identity(), "din", held.stream().map(ProberTest::real).toList());
        String nowhere = Bodies.fresh();
        bodies.received(prober.identity(), "din", List.of(real(nowhere)));
        bodies.workOff();
        String back =
                held.stream()
                        .filter(one -> bodies.hit(prober, one).isEmpty())
                        .findFirst()
                        .orElseThrow();
        assertThat(answers(prober, back)).isEqualTo(answers(prober, nowhere));
        assertThat(answers(colleague, back)).isEqualTo(answers(colleague, nowhere));
    }

    private List<String> answers(Caller caller, String identifier) {
        return Stream.of("/hits?show=all&q=", "/api/hits?q=", "/search?q=")
                .map(path -> bodies.body(caller, get(path + identifier)))
                .map(one ->
                        one.replace(identifier, "IDENTIFIER")
                                .replaceAll("M-20\\d\\d-\\d+", "REFERENCE")
                                .replaceAll("/reports/[0-9a-f-]{36}", "REPORT")
                                .replaceAll("<time[^>]*>[^<]*</time>", "TIME"))
                .toList();
    }

    @Test
    void aHoldTellsItsReviewerNothingOfMatches() {
        List<String> guesses = new ArrayList<>(fresh(60));
        Caller lucky = prober();
        Caller unlucky = prober();
        List<String> held = heldAtDtx(60);
        bodies.received(lucky.identity(), "din", bare(held));
        bodies.received(unlucky.identity(), "din", bare(guesses));
        bodies.workOff();
        assertThat(seen(lucky, held)).as("too many bare reports: nothing is told").isZero();
        String one = hold(colleague, lucky.account().toString());
        String another = hold(colleague, unlucky.account().toString());
        assertThat(one).contains("/bare/open");
        assertThat(another).as("whether anything matched changes nothing").contains("/bare/open");
        assertThat(page(one)).isEqualTo(page(another));
    }

    private static List<String> bare(List<String> identifiers) {
        return identifiers.stream().map(one -> "yoxlama " + one).toList();
    }

    private String page(String hold) {
        String id = hold.substring(0, 36);
        return bodies.body(colleague, get("/hits/holds/" + id))
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
                .replaceAll("[0-9a-f]{8}(?=<|\"|&)", "NAME")
                .replaceAll("d[0-9a-f]{12}\\.example", "IDENTIFIER")
                .replaceAll("M-20\\d\\d-\\d+", "REFERENCE")
                .replaceAll("<time[^>]*>[^<]*</time>", "TIME")
                .replaceAll(
                        "<title>[^<]*</title>|<h1>[^<]*</h1>|aria-current=\"page\">[^<]*<", "NAME");
    }

    @Test
    void aSecondPersonReleasesOrRejects() {
        List<String> held = heldAtDtx(60);
        Caller prober = prober();
        bodies.received(prober.identity(), "din", bare(held));
        bodies.workOff();
        String hold = hold(colleague, prober.account().toString()).substring(0, 36);
        assertThat(decide(prober, hold, "released")).as("one's own entries").isEqualTo(404);
        assertThat(decide(dtx, hold, "released")).as("another body").isEqualTo(404);
        assertThat(seen(prober, held)).isZero();
        assertThat(decide(colleague, hold, "released")).isEqualTo(302);
        assertThat(seen(prober, held)).isEqualTo(60);
        assertThat(decide(colleague, hold, "rejected")).as("decided").isEqualTo(409);
    }

    @Test
    void whatIsRejectedIsToldToNobody() {
        List<String> held = heldAtDtx(50);
        Caller prober = prober();
        bodies.received(prober.identity(), "din", bare(held));
        bodies.workOff();
        String hold = hold(colleague, prober.account().toString()).substring(0, 36);
        assertThat(decide(colleague, hold, "rejected")).isEqualTo(302);
        assertThat(seen(colleague, held)).isZero();
        assertThat(seen(dtx, held)).isZero();
        bodies.report("din", real(held.getFirst()));
        assertThat(seen(colleague, held)).as("a report of somebody else").isEqualTo(1);
    }

    private int decide(Caller caller, String hold, String answer) {
        return bodies.call(
                        caller,
                        post("/hits/holds/" + hold + "/decide")
                                .param("answer", answer)
                                .param("reason", REASON))
                .getStatus();
    }

    @Test
    void anImportedGuessListIsHeld() throws InterruptedException {
        List<String> held = heldAtDtx(100);
        String token = SignedIn.token(clients, "din", Role.DUTY_OFFICER);
        Program program = new Program("http://localhost:" + port, token);
        String csv =
                Stream.concat(held.stream(), fresh(100).stream())
                        .map(one -> "phone-fraud,yoxlama " + one)
                        .collect(Collectors.joining("\n", "category,story\n", "\n"));
        String id = program.file("guesses-" + UUID.randomUUID() + ".csv", csv).text("id");
        program.post("/api/imports/" + id + "/start");
        while (program.get("/api/imports/" + id).text("state").equals("running")) {
            Thread.onSpinWait();
        }
        bodies.workOff();
        assertThat(seen(colleague, held)).isZero();
        assertThat(seen(dtx, held)).isZero();
        assertThat(bodies.body(statutory, get("/hits/holds")))
                .contains("bir nömrədən ibarət müraciətlər həddən çoxdur");
    }

    @Test
    void aWatchListIsNoWayRoundTheBudget() {
        List<String> guesses = fresh(BUDGET + 10);
        Caller prober = prober();
        assertThat(
                        bodies.call(
                                        prober,
                                        post("/watch")
                                                .param("identifiers", String.join("\n", guesses))
                                                .param("ground", "investigation")
                                                .param("purpose", "Siyahı üzrə yoxlama aparılır.")
                                                .param("until", WatchTest.day(20)))
                                .getStatus())
                .isEqualTo(302);
        bodies.received(
                Bodies.SYSTEM, "dtx", guesses.stream().map(one -> "Şantaj: " + one).toList());
        bodies.workOff();
        assertThat(seen(prober, guesses)).isEqualTo(BUDGET);
        assertThat(hold(colleague, prober.account().toString())).contains("/told/open");
    }

    @Test
    void questionsHaveABudgetToo() {
        List<String> held = heldAtDtx(31);
        bodies.received(Bodies.SYSTEM, "din", held.stream().map(ProberTest::real).toList());
        bodies.workOff();
        Caller curious = prober();
        List<Integer> answers =
                held.stream()
                        .map(one ->
                                bodies.call(
                                                curious,
                                                post("/hits/" + bodies.hit(curious, one) + "/ask")
                                                        .param("ground", "investigation")
                                                        .param("purpose", "Hər birini soruşuram."))
                                        .getStatus())
                        .toList();
        assertThat(answers.subList(0, 30)).containsOnly(302);
        assertThat(answers.getLast()).isEqualTo(429);
    }
}
