package az.qalxan.casework.handover;

import static az.qalxan.casework.CaseStage.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.casework.CaseHandedOver;
import az.qalxan.casework.CaseStage;
import az.qalxan.reporting.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cases on their way between bodies, through the pages and on a real database. */
@PlatformTest
@RecordApplicationEvents
class HandOverFlowTest {

    private static final String SUMMARY = "Xülasə: xaricdən idarə olunan qrup, eyni cüzdan.";
    private static final String SECRET_NOTE = "Yalnız bizim bildiyimiz qeyd";

    @Autowired ApplicationContext context;
    @Autowired ApplicationEvents events;
    private CaseStage stage;
    private Caller sender;
    private Caller receiver;

    @BeforeEach
    void begin() {
        stage = new CaseStage(context);
        sender = stage.person("din", Role.DUTY_OFFICER, Role.INVESTIGATOR);
        receiver = stage.person("dtx", Role.DUTY_OFFICER, Role.INVESTIGATOR);
    }

    private String offer(String number) throws Exception {
        return place(offered(number));
    }

    private MockHttpServletResponse offered(String number) throws Exception {
        return stage.post(
                sender,
                "/cases/" + number + "/hand-over",
                "to",
                "dtx",
                "summary",
                SUMMARY,
                "reason",
                WORDS,
                "basis",
                "CPM 213");
    }

    private static String place(MockHttpServletResponse answer) {
        String place = answer.getHeader("Location");
        return place == null ? "" : place;
    }

    private int accept(String decision) throws Exception {
        return stage.post(receiver, decision + "/accept", "account", receiver.account().toString())
                .getStatus();
    }

    @Test
    void theReceiverSeesTheStatementAloneUntilItAccepts() throws Exception {
        Receipt report = stage.report("Təhvil veriləcək müraciət barədə.");
        String number = stage.accept(sender, report, "Təhvilin adı");
        stage.post(sender, "/cases/" + number + "/notes", "words", SECRET_NOTE);
        stage.post(
                sender,
                "/cases/" + number + "/qualification/put",
                "article",
                "271",
                "reason",
                WORDS);
        String decision = offer(number);
        assertThat(decision).matches("/hand-overs/Q-\\d{4}-\\d{7}");

        String before = stage.page(receiver, decision);
        assertThat(before)
                .contains(SUMMARY, "271", number, ">1<")
                .doesNotContain("Təhvilin adı", SECRET_NOTE);
        assertThat(stage.get(receiver, "/cases/" + number).getStatus()).isEqualTo(404);
        assertThat(stage.get(receiver, "/reports/" + report.id()).getStatus()).isEqualTo(404);
        assertThat(stage.page(receiver, "/")).contains("/hand-overs");
        Caller onlooker = SignedIn.caller("dtx", Role.DUTY_OFFICER);
        assertThat(stage.get(onlooker, decision).getStatus()).as("without decide").isEqualTo(404);
        Caller third = SignedIn.caller("bp", Role.PROSECUTOR);
        assertThat(stage.get(third, decision).getStatus()).as("a third body").isEqualTo(404);
        assertThat(stage.page(sender, "/cases/" + number)).contains("cavab gözlənilir");
    }

    @Test
    void afterAcceptanceTheFirstBodyKnowsOnlyThatItHandedOver() throws Exception {
        Receipt report = stage.report("Gedəcək söhbət: 050 555 01 62 zəng etdi.");
        String number = stage.accept(sender, report, "Gedəcək iş");
        Caller colleague = stage.person("din", Role.INVESTIGATOR);
        stage.post(sender, "/cases/" + number + "/notes", "words", SECRET_NOTE);
        stage.post(
                sender, "/cases/" + number + "/members", "account", colleague.account().toString());
        stage.post(
                sender,
                "/cases/" + number + "/tasks",
                "title",
                "Banka yaz",
                "clock",
                "target",
                "due",
                "2030-01-01T10:00",
                "account",
                colleague.account().toString());
        stage.post(
                sender,
                "/cases/" + number + "/parties",
                "kind",
                "person",
                "name",
                "Uydurma Gedənli",
                "purpose",
                "ifadə",
                "status",
                "victim",
                "ground",
                WORDS);
        assertThat(stage.page(sender, "/search?q=0505550162")).contains(report.reference().value());
        String decision = offer(number);
        assertThat(accept(decision)).isEqualTo(302);

        for (Caller former : List.of(sender, colleague)) {
            assertThat(place(stage.get(former, "/cases/" + number))).isEqualTo(decision);
            String left = stage.page(former, decision);
            assertThat(left)
                    .contains(number, "qəbul edilib")
                    .doesNotContain(SUMMARY, WORDS, "Gedəcək iş", SECRET_NOTE);
            assertThat(stage.get(former, "/reports/" + report.id()).getStatus()).isEqualTo(404);
            assertThat(stage.page(former, "/search?q=0505550162"))
                    .doesNotContain(report.reference().value());
            assertThat(stage.page(former, "/tasks")).doesNotContain("Banka yaz");
            assertThat(
                            stage.post(former, "/cases/" + number + "/notes", "words", "yenə mən")
                                    .getStatus())
                    .isEqualTo(404);
        }
        JsonNode api = JsonMapper.shared().readTree(stage.page(sender, "/api/hand-overs"));
        for (JsonNode one : api.at("/outgoing")) {
            if (one.at("/number").asString().equals(number)) {
                assertThat(one.at("/summary").isNull()).isTrue();
            }
        }

        String there = stage.page(receiver, "/cases/" + number);
        assertThat(there).contains("Gedəcək iş", SECRET_NOTE, receiver.name(), "Banka yaz");
        assertThat(stage.page(receiver, "/cases/" + number + "/parties"))
                .contains("Uydurma Gedənli");
        assertThat(stage.page(receiver, "/tasks")).contains("Banka yaz");
        assertThat(stage.page(receiver, "/cases/" + number + "/access"))
                .doesNotContain(colleague.name());
        assertThat(stage.page(receiver, "/search?q=0505550162"))
                .contains(report.reference().value());
        assertThat(stage.follow(report)).contains("Dövlət Təhlükəsizliyi Xidməti");
        assertThat(
                        events.stream(CaseHandedOver.class)
                                .filter(e -> e.number().value().equals(number)))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.from()).isEqualTo("din");
                    assertThat(event.to()).isEqualTo("dtx");
                });
    }

    @Test
    void aRefusalReturnsTheCaseWithReasons() throws Exception {
        String number = stage.open(sender, "Rədd ediləcək iş");
        String decision = offer(number);
        assertThat(stage.post(receiver, decision + "/refuse", "reason", "yox").getStatus())
                .isEqualTo(422);
        assertThat(
                        stage.post(
                                        receiver,
                                        decision + "/refuse",
                                        "reason",
                                        "Bizə aid deyil, DİN baxsın.")
                                .getStatus())
                .isEqualTo(302);
        assertThat(stage.page(sender, "/cases/" + number)).contains("Bizə aid deyil, DİN baxsın.");
        assertThat(stage.page(sender, "/cases/" + number + "/history"))
                .contains("təhvil qəbul edilməyib");
        assertThat(stage.page(receiver, decision)).doesNotContain(SUMMARY);
        assertThat(accept(decision)).isEqualTo(409);
        assertThat(offer(number)).as("offered anew").startsWith("/hand-overs/Q-");
    }

    @Test
    void aWithdrawnOfferIsNoLongerRead() throws Exception {
        String number = stage.open(sender, "Geri götürülən iş");
        String decision = offer(number);
        assertThat(offered(number).getStatus()).as("one offer at a time").isEqualTo(409);
        assertThat(stage.post(receiver, decision + "/withdraw").getStatus()).isEqualTo(404);
        assertThat(stage.post(sender, decision + "/withdraw").getStatus()).isEqualTo(302);
        assertThat(stage.page(receiver, decision)).doesNotContain(SUMMARY);
        assertThat(accept(decision)).isEqualTo(409);
        assertThat(stage.get(sender, "/cases/" + number).getStatus()).isEqualTo(200);
        assertThat(
                        stage.post(
                                        sender,
                                        decision + "/accept",
                                        "account",
                                        sender.account().toString())
                                .getStatus())
                .isEqualTo(404);
    }

    @Test
    void whatTheCaseTookGoesAndWhatItSharesStays() throws Exception {
        Receipt taken = stage.report("Bu iş götürən müraciət.");
        Receipt shared = stage.report("Başqa işin müraciəti.");
        String goes = stage.accept(sender, taken, "Gedən");
        String stays = stage.accept(sender, shared, "Qalan");
        stage.post(sender, "/cases/" + goes + "/reports", "reference", shared.reference().value());
        stage.post(sender, "/cases/" + stays + "/reports", "reference", taken.reference().value());
        accept(offer(goes));
        assertThat(stage.page(receiver, "/cases/" + goes))
                .contains("Bu iş götürən müraciət.")
                .doesNotContain("Başqa işin müraciəti.");
        assertThat(stage.page(sender, "/cases/" + stays))
                .contains("Başqa işin müraciəti.")
                .doesNotContain("Bu iş götürən müraciət.");
        assertThat(stage.page(sender, "/cases/" + stays + "/history"))
                .contains("müraciətlər başqa işin təhvili ilə getdi");
        assertThat(stage.get(sender, "/reports/" + shared.id()).getStatus()).isEqualTo(200);
    }

    @Test
    void aRestrictedCaseStaysRestrictedAtTheReceiver() throws Exception {
        String number = stage.open(sender, "Məhdud gedən");
        Caller colleague = stage.person("din", Role.INVESTIGATOR);
        Caller neighbour = stage.person("dtx", Role.INVESTIGATOR);
        stage.restrict(sender, number);
        String decision = offer(number);
        assertThat(accept(decision)).isEqualTo(302);
        assertThat(stage.get(receiver, "/cases/" + number).getStatus()).isEqualTo(200);
        assertThat(stage.get(neighbour, "/cases/" + number).getStatus()).isEqualTo(404);
        assertThat(stage.get(neighbour, decision).getStatus()).isEqualTo(404);
        assertThat(stage.get(sender, decision).getStatus()).isEqualTo(200);
        assertThat(stage.get(colleague, decision).getStatus())
                .as("who never was inside does not learn that it left")
                .isEqualTo(404);
        assertThat(stage.get(colleague, "/cases/" + number).getStatus()).isEqualTo(404);
    }

    /** Accepting, refusing and withdrawing at the same moment: one wins, all agree afterwards. */
    @Test
    void whoeverIsFirstDecides() throws Exception {
        Caller second = stage.person("dtx", Role.INVESTIGATOR);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 8; round++) {
                Receipt report = stage.report("Yarış müraciəti " + round);
                String number = stage.accept(sender, report, "Yarış");
                String decision = offer(number);
                CountDownLatch start = new CountDownLatch(1);
                List<Future<Integer>> racers = new ArrayList<>();
                racers.add(
                        threads.submit(() -> {
                            start.await();
                            return accept(decision);
                        }));
                racers.add(
                        threads.submit(() -> {
                            start.await();
                            return stage.post(second, decision + "/refuse", "reason", WORDS)
                                    .getStatus();
                        }));
                racers.add(
                        threads.submit(() -> {
                            start.await();
                            return stage.post(sender, decision + "/withdraw").getStatus();
                        }));
                start.countDown();
                List<Integer> answers = new ArrayList<>();
                for (Future<Integer> racer : racers) {
                    answers.add(racer.get());
                }
                assertThat(answers.stream().filter(status -> status == 302)).hasSize(1);
                assertThat(answers.stream().filter(status -> status != 302))
                        .allMatch(status -> status == 409 || status == 404);
                boolean moved = answers.getFirst() == 302;
                assertThat(stage.get(receiver, "/cases/" + number).getStatus())
                        .isEqualTo(moved ? 200 : 404);
                assertThat(stage.get(sender, "/cases/" + number).getStatus())
                        .isEqualTo(moved ? 302 : 200);
                assertThat(stage.get(receiver, "/reports/" + report.id()).getStatus())
                        .isEqualTo(moved ? 200 : 404);
            }
        }
    }
}
