package az.qalxan.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import az.qalxan.PlatformTest;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.reporting.Channel;
import az.qalxan.reporting.Contact;
import az.qalxan.reporting.NewReport;
import az.qalxan.reporting.ReportDesk;
import az.qalxan.reporting.ReportId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Stories that read alike are proposed to people, and join nothing. */
@PlatformTest
class AlikeReportsTest {

    private static final int WORDS = 40;

    /** Letters that every way of typing has, and how each types them. */
    private static final String PLAIN = "abdeiklmnorstuv";

    private static final String MARKED = "abdəıklmnörştüv";
    private static final String CYRILLIC = "абдеиклмнорстув";

    @Autowired ApplicationContext context;
    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired ReportDesk desk;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    private final Caller officer = SignedIn.caller("din", Role.INVESTIGATOR, Role.DUTY_OFFICER);
    private SeriesStage stage;
    private Random random = new Random();

    @BeforeEach
    void begin() {
        long seed = System.nanoTime();
        System.out.println("AlikeReportsTest: seed " + seed);
        random = new Random(seed);
        stage = new SeriesStage(context, seed);
    }

    private List<String> story() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < WORDS; i++) {
            StringBuilder word = new StringBuilder();
            for (int letter = 0; letter < 8; letter++) {
                word.append(PLAIN.charAt(random.nextInt(PLAIN.length())));
            }
            words.add(word.toString());
        }
        return words;
    }

    /** The same story with one word in its middle told in another way. */
    private List<String> retold(List<String> story) {
        List<String> retold = new ArrayList<>(story);
        retold.set(WORDS / 2, story().getFirst());
        return retold;
    }

    private static String typed(List<String> story, String letters) {
        StringBuilder typed = new StringBuilder();
        for (char c : String.join(" ", story).toCharArray()) {
            int place = PLAIN.indexOf(c);
            typed.append(place < 0 ? c : letters.charAt(place));
        }
        return typed.toString();
    }

    private NewReport report(String story) {
        Instant now = clock.instant().minusSeconds(3_600);
        return new NewReport(
                "phone-fraud",
                now,
                now,
                "baku",
                Channel.WEB,
                "az",
                story,
                null,
                List.of(),
                "",
                Contact.NONE);
    }

    private ReportId receive(String story) throws InterruptedException {
        ReportId id = stage.receiveOne(report(story));
        stage.settle();
        return id;
    }

    private String answer(String path) throws Exception {
        MockHttpServletResponse answer =
                mvc.perform(get(path).with(SignedIn.as(officer)).with(csrf()))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    private String alike(ReportId report) throws Exception {
        return answer("/api/reports/" + report + "/alike");
    }

    private void decide(ReportId one, ReportId other, String verdict) throws Exception {
        mvc.perform(
                        post("/series/decisions")
                                .param("one", one.toString())
                                .param("other", other.toString())
                                .param("verdict", verdict)
                                .param("reason", "müqayisə edildi")
                                .with(SignedIn.as(officer))
                                .with(csrf()))
                .andReturn();
        stage.settle();
    }

    @Test
    void aStoryTypedInAnotherWayIsProposedAndJoinsNothing() throws Exception {
        List<String> story = story();
        ReportId plain = receive(typed(story, PLAIN));
        ReportId marked = receive(typed(retold(story), MARKED));
        ReportId cyrillic = receive(typed(story, CYRILLIC));
        ReportId other = receive(typed(story(), PLAIN));
        assertThat(alike(plain))
                .contains(
                        "{\"report\":\"" + cyrillic + "\",\"number\":\"",
                        "\"percent\":100}",
                        "\"report\":\"" + marked + "\"",
                        "\"percent\":85}")
                .doesNotContain(other.toString());
        assertThat(alike(other)).contains("\"alike\":[]");
        assertThat(answer("/api/reports/" + plain + "/series")).contains("\"series\":null");
        assertThat(answer("/series/of/" + plain))
                .contains(
                        "85 %",
                        "/series/compare?one=" + plain + "&amp;other=" + marked,
                        "/series/compare?one=" + plain + "&amp;other=" + cyrillic);
        assertThat(answer("/series/of/" + other)).doesNotContain("series-alike");
    }

    @Test
    void whatIsDecidedIsNotProposedAgain() throws Exception {
        List<String> story = story();
        ReportId one = receive(typed(story, PLAIN));
        ReportId rejected = receive(typed(story, PLAIN));
        ReportId confirmed = receive(typed(story, PLAIN));
        decide(one, rejected, "rejected");
        assertThat(alike(one)).contains(confirmed.toString()).doesNotContain(rejected.toString());
        assertThat(alike(rejected)).doesNotContain(one.toString());
        decide(one, confirmed, "confirmed");
        assertThat(alike(one)).contains("\"alike\":[]");
        assertThat(answer("/api/reports/" + one + "/series")).contains(confirmed.toString());
    }

    @Test
    void aHiddenReportIsNotProposed() throws Exception {
        List<String> story = story();
        ReportId one = receive(typed(story, PLAIN));
        ReportId seen = receive(typed(retold(story), PLAIN));
        String before = alike(one);
        assertThat(before).contains(seen.toString());
        for (int i = 0; i < 60; i++) {
            hide(stage.receiveOne(report(typed(story, PLAIN))));
        }
        stage.settle();
        assertThat(alike(one)).isEqualTo(before);
    }

    private void hide(ReportId report) {
        ActingAs.run(
                TransactionIdentity.job("test"),
                () -> desk.redirect(report, new BodyCode("dtx"), "sınaq üçün"));
    }

    @Test
    void aTemplateProposesNothing() throws Exception {
        List<String> story = story();
        NewReport[] many = new NewReport[51];
        for (int i = 0; i < many.length; i++) {
            many[i] = report(typed(story, PLAIN));
        }
        ReportId one = stage.receive(many).getFirst().id();
        stage.settle();
        assertThat(alike(one)).contains("\"alike\":[]");
    }

    @Test
    void reportsLinkedBeforeSignaturesAreSigned() throws Exception {
        List<String> story = story();
        ReportId one = receive(typed(story, PLAIN));
        ReportId other = receive(typed(story, PLAIN));
        ActingAs.run(
                LinkStep.SYSTEM,
                () ->
                        transaction.executeWithoutResult(status -> {
                            jdbc.sql("update series.report set bands = null where report_id = :id")
                                    .param("id", other.value())
                                    .update();
                            jdbc.sql(
                                            "update series.standing set signed_to = null, signed_all = false")
                                    .update();
                        }));
        assertThat(alike(one)).contains("\"alike\":[]");
        StorySigning signing = new StorySigning(jdbc, transaction);
        signing.goOn();
        signing.goOn();
        assertThat(alike(one)).contains(other.toString());
    }
}
