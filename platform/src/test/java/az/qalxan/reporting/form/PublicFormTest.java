package az.qalxan.reporting.form;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.reporting.HostileFiles;
import az.qalxan.reporting.form.Visitor.Receipt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** The public form and the reporter's own view, as a browser without scripts uses them. */
@PlatformTest
class PublicFormTest {

    private static final String STORY =
            "Saat 11:40-da 050 555 01 27 nömrəsindən zəng gəldi, kodu dedim.";

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void thePagesFollowEachOtherAndCarryEveryAnswer() throws Exception {
        Visitor visitor = new Visitor(mvc);
        assertThat(visitor.see("/report?group=message").getContentAsString())
                .contains("name=\"group\" value=\"message\"")
                .contains("href=\"tel:");
        Map<String, String> fields = new HashMap<>(Visitor.answers(key(), STORY));
        String before = "";
        for (String step :
                List.of("danger", "what", "kind", "when", "loss", "used", "story", "you")) {
            fields.put("step", step);
            MockHttpServletResponse answer = visitor.post("/report", fields);
            assertThat(answer.getStatus()).as(step).isEqualTo(200);
            String page = answer.getContentAsString();
            assertThat(page).contains("11:40-da").isNotEqualTo(before);
            before = page;
        }
        assertThat(before).contains("value=\"send\"").contains("+994505550127");
    }

    @Test
    void aReportIsFollowedAddedToAndWithdrawn() throws Exception {
        Visitor visitor = new Visitor(mvc);
        Map<String, String> answers = Visitor.answers(key(), STORY);
        answers.put("used", "4169 7388 1234 5670\nözünü Kamran adlandırırdı");
        Receipt receipt = visitor.report(answers);
        assertThat(receipt.reference()).isNotEmpty();
        assertThat(receipt.secret()).hasSize(19);

        visitor.open(new Receipt(receipt.reference().toLowerCase(), typedBadly(receipt)));
        String own = visitor.see("/follow").getContentAsString();
        assertThat(own)
                .contains(receipt.reference(), "11:40-da", "+994505550127", "416973******5670")
                .contains("özünü Kamran adlandırırdı")
                .doesNotContain("1234 5670", receipt.secret());

        assertThat(
                        visitor.post(
                                        "/follow/add",
                                        Map.of(
                                                "text", "Yenə zəng etdi.",
                                                "used", "hxxps://bank-tesdiq[.]example/otp"))
                                .getStatus())
                .isEqualTo(302);
        assertThat(visitor.see("/follow").getContentAsString())
                .contains("Yenə zəng etdi.", "https://bank-tesdiq.example/otp");

        assertThat(visitor.see("/follow/withdraw").getContentAsString())
                .contains("action=\"/follow/withdraw\"");
        visitor.post("/follow/withdraw", Map.of());
        assertThat(visitor.see("/follow").getContentAsString())
                .contains("Siz geri götürdünüz")
                .doesNotContain("action=\"/follow/add\"");
        assertThat(acts(receipt))
                .contains(
                        "reporting.report.received",
                        "reporting.report.viewed-by-reporter",
                        "reporting.message.added",
                        "reporting.report.withdrawn");

        visitor.post("/follow/exit", Map.of());
        assertThat(visitor.see("/follow").getContentAsString()).doesNotContain(receipt.reference());
    }

    @Test
    void theSecretStandsInNoAddressAndIsShownOnce() throws Exception {
        Visitor visitor = new Visitor(mvc);
        Map<String, String> answers = Visitor.answers(key(), STORY);
        answers.put("go", "send");
        assertThat(visitor.postFiles("/report", answers).getRedirectedUrl())
                .isEqualTo("/report/receipt");
        Receipt receipt = Receipt.read(visitor.see("/report/receipt").getContentAsString());
        visitor.post("/report/receipt/done", Map.of());
        assertThat(visitor.see("/report/receipt").getRedirectedUrl()).isEqualTo("/follow");
        assertThat(visitor.see("/follow").getContentAsString()).doesNotContain(receipt.secret());
    }

    @Test
    void aSecondClickMakesNoSecondReport() throws Exception {
        Visitor visitor = new Visitor(mvc);
        Map<String, String> answers = Visitor.answers(key(), STORY);
        Receipt first = visitor.report(answers);
        assertThat(visitor.report(answers)).isEqualTo(first);

        Receipt elsewhere = new Visitor(mvc).report(answers);
        assertThat(elsewhere.reference()).isEqualTo(first.reference());
        assertThat(elsewhere.secret()).isEmpty();
    }

    @Test
    void clicksAtTheSameTimeMakeOneReport() throws Exception {
        String key = key();
        List<Callable<Receipt>> clicks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clicks.add(() -> new Visitor(mvc).report(Visitor.answers(key, STORY)));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(clicks.size())) {
            List<Receipt> receipts = new ArrayList<>();
            for (Future<Receipt> click : threads.invokeAll(clicks)) {
                receipts.add(click.get());
            }
            assertThat(receipts)
                    .extracting(Receipt::reference)
                    .containsOnly(receipts.getFirst().reference());
            assertThat(receipts).filteredOn(one -> !one.secret().isEmpty()).hasSize(1);
        }
    }

    @Test
    void everythingWrongIsSaidAtOnceAndNothingTypedIsLost() throws Exception {
        Map<String, String> answers = Visitor.answers(key(), "qısa");
        answers.put("category", "");
        answers.put("lost", "yes");
        answers.put("amount", "çox pul");
        answers.put("day", "2099-01-01");
        answers.put("email", "yox");
        answers.put("go", "send");
        MockHttpServletResponse answer =
                new Visitor(mvc)
                        .postFiles(
                                "/report",
                                answers,
                                file("p.pdf", HostileFiles.bytes("MZ\u0090 program")));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("to:kind", "to:when", "to:loss", "to:story", "to:you", "#files")
                .contains("value=\"çox pul\"", "value=\"2099-01-01\"", "value=\"yox\"");
    }

    @Test
    void hostileTextComesBackAsText() throws Exception {
        String hostile =
                "<script>alert(1)</script>'; drop table x;--\u202e\u200b\u0000\"><img src=x>";
        Visitor visitor = new Visitor(mvc);
        for (FormStep step : FormStep.values()) {
            Map<String, String> answers = new HashMap<>();
            for (FormField field : FormField.values()) {
                answers.put(field.code(), hostile);
            }
            answers.put("step", step.code());
            answers.put("key", hostile);
            assertHarmless(visitor.post("/report", answers));
        }
        Map<String, String> answers = Visitor.answers(key(), hostile + STORY);
        List.of("used", "name", "organisation").forEach(field -> answers.put(field, hostile));
        Receipt receipt = visitor.report(answers);
        visitor.open(receipt);
        visitor.post("/follow/add", Map.of("text", hostile, "used", hostile));
        assertHarmless(visitor.see("/follow"));
    }

    private static void assertHarmless(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isLessThan(500);
        assertThat(answer.getContentAsString())
                .doesNotContain("<script>alert", "\u202e", "\u200b", "\u0000", "<img");
    }

    @Test
    void aWrongSecretAndAnUnknownReferenceAnswerAlike() throws Exception {
        Receipt receipt = new Visitor(mvc).report(Visitor.answers(key(), STORY));
        MockHttpServletResponse wrong = enter(receipt.reference(), "AAAA-AAAA-AAAA-AAAA");
        MockHttpServletResponse unknown = enter("M-2020-999999999", receipt.secret());
        MockHttpServletResponse nonsense = enter("' or 1=1 --", "x");
        assertThat(List.of(wrong.getStatus(), unknown.getStatus(), nonsense.getStatus()))
                .containsOnly(403);
        assertThat(alert(wrong)).isNotEmpty().isEqualTo(alert(unknown)).isEqualTo(alert(nonsense));
    }

    private MockHttpServletResponse enter(String reference, String secret) throws Exception {
        return new Visitor(mvc).post("/follow", Map.of("reference", reference, "secret", secret));
    }

    private static String alert(MockHttpServletResponse answer) throws Exception {
        String page = answer.getContentAsString();
        int start = page.indexOf("role=\"alert\"");
        return start < 0 ? "" : page.substring(start, page.indexOf("</div>", start));
    }

    @Test
    void guessingClosesTheDoorEvenToTheRightSecretForAWhile() throws Exception {
        Receipt receipt = new Visitor(mvc).report(Visitor.answers(key(), STORY));
        for (int i = 0; i < FollowGuard.FREE_FAILURES_MAX; i++) {
            enter(receipt.reference(), "AAAA-AAAA-AAAA-AAA" + i);
        }
        assertThat(enter(receipt.reference(), receipt.secret()).getStatus()).isEqualTo(403);
    }

    @Test
    void whoHasNoPassAddsAndWithdrawsNothing() throws Exception {
        Visitor stranger = new Visitor(mvc);
        assertThat(stranger.post("/follow/add", Map.of("text", "x")).getRedirectedUrl())
                .isEqualTo("/follow");
        assertThat(stranger.post("/follow/withdraw", Map.of()).getRedirectedUrl())
                .isEqualTo("/follow");
        assertThat(stranger.see("/follow/withdraw").getRedirectedUrl()).isEqualTo("/follow");
    }

    private List<String> acts(Receipt receipt) {
        return ActingAs.call(
                TransactionIdentity.job("test"),
                () ->
                        transaction.execute(status ->
                                jdbc.sql(
                                                """
                                                select act from audit.event
                                                where subject_kind = 'report' and subject_id = (
                                                  select id::text from reporting.report
                                                  where reference = :reference)
                                                """)
                                        .param("reference", receipt.reference())
                                        .query(String.class)
                                        .list()));
    }

    private static String typedBadly(Receipt receipt) {
        return " " + receipt.secret().toLowerCase().replace("-", " ").replace('0', 'o');
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("files", name, "application/pdf", content);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
