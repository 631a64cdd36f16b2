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
import az.qalxan.reporting.ReportDesk;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportLists;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A report that is hidden from a caller changes nothing that the caller is told: whole answers are
 * compared byte for byte, before there is a hidden report and after.
 */
@PlatformTest
class SeriesVisibilityTest {

    private static final long SEED = 20261127;

    @Autowired ApplicationContext context;
    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired ReportDesk reports;
    @Autowired ReportLists lists;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    private final Caller officer = SignedIn.caller("din", Role.INVESTIGATOR, Role.DUTY_OFFICER);
    private SeriesStage stage;
    private Instant now = Instant.EPOCH;

    @BeforeEach
    void begin() {
        stage = new SeriesStage(context, SEED + clock.instant().toEpochMilli());
        now = clock.instant().minus(Duration.ofHours(1));
    }

    /** Two series of two reports each that the officer sees. */
    private record Seen(ReportId one, ReportId two, String shared, ReportId three, String other) {}

    private Seen seen() throws InterruptedException {
        String shared = stage.domain();
        String other = stage.domain();
        ReportId one = stage.receiveOne(stage.report(now, "phone-fraud", shared));
        ReportId two = stage.receiveOne(stage.report(now.plusSeconds(5), "phone-fraud", shared));
        ReportId three = stage.receiveOne(stage.report(now.plusSeconds(9), "phone-fraud", other));
        stage.receiveOne(stage.report(now.plusSeconds(12), "phone-fraud", other));
        stage.settle();
        return new Seen(one, two, shared, three, other);
    }

    @Test
    void aReportOfAnotherBodyBridgesNothing() throws Exception {
        Seen seen = seen();
        Map<String, String> before = answers(seen);
        assertThat(before.get("/series/of/" + seen.one())).contains("S-");
        ReportId bridge =
                hidden(
                        stage.report(
                                now.minusSeconds(60), "phone-fraud", seen.shared(), seen.other()));
        assertSame(before, seen);
        assertThat(
                        as(
                                SignedIn.caller("dtx", Role.INVESTIGATOR),
                                "/api/reports/" + bridge + "/series"))
                .contains("200", "\"series\":null");
    }

    @Test
    void aReportInACompartmentJoinsNothing() throws Exception {
        Seen seen = seen();
        Map<String, String> before = answers(seen);
        ReportId secret =
                stage.receiveOne(
                        stage.report(
                                now.minusSeconds(60), "phone-fraud", seen.shared(), seen.other()));
        seclude(secret);
        assertSame(before, seen);
    }

    @Test
    void hiddenReportsMakeNoHub() throws Exception {
        Seen seen = seen();
        Map<String, String> before = answers(seen);
        for (String category : List.of("job-fraud", "loan-fraud", "romance-fraud", "card-theft")) {
            for (int month = 0; month < 8; month++) {
                hidden(
                        stage.report(
                                now.minus(Duration.ofDays(30L * month)), category, seen.shared()));
            }
        }
        assertSame(before, seen);
    }

    @Test
    void whoLosesSightLosesTheSeriesAtOnce() throws Exception {
        Seen seen = seen();
        String address = "/api/reports/" + seen.one() + "/series";
        assertThat(as(officer, address)).contains(seen.two().toString());
        ActingAs.run(
                TransactionIdentity.job("test"),
                () -> reports.redirect(seen.two(), new BodyCode("dtx"), "sınaq üçün"));
        assertThat(as(officer, address)).contains("200", "\"series\":null");
        stage.settle();
        assertThat(as(officer, address)).contains("200", "\"series\":null");
    }

    @Test
    void decisionsAboutHiddenReportsAreRefusedAsAbsent() throws Exception {
        Seen seen = seen();
        ReportId bridge = hidden(stage.report(now, "phone-fraud", seen.shared()));
        String absent = decide(seen.one(), new ReportId(UUID.randomUUID()));
        assertThat(decide(seen.one(), bridge)).isEqualTo(absent).contains("404");
    }

    private String decide(ReportId one, ReportId other) throws Exception {
        MockHttpServletResponse answer =
                mvc.perform(
                                post("/series/decisions")
                                        .param("one", one.toString())
                                        .param("other", other.toString())
                                        .param("verdict", "rejected")
                                        .param("reason", "eyni deyil")
                                        .header("Accept", "application/json")
                                        .with(SignedIn.as(officer))
                                        .with(csrf()))
                        .andReturn()
                        .getResponse();
        return answer.getStatus() + answer.getContentAsString();
    }

    /** A report of another body, linked and all. */
    private ReportId hidden(az.qalxan.reporting.NewReport report) throws InterruptedException {
        ReportId id = stage.receiveOne(report);
        ActingAs.run(
                TransactionIdentity.job("test"),
                () -> reports.redirect(id, new BodyCode("dtx"), "sınaq üçün"));
        stage.settle();
        return id;
    }

    private void seclude(ReportId report) throws InterruptedException {
        ActingAs.run(
                TransactionIdentity.job("test"),
                () ->
                        transaction.executeWithoutResult(status ->
                                jdbc.sql(
                                                """
                                                update reporting.report set compartment = :secret
                                                where id = :id
                                                """)
                                        .param("secret", UUID.randomUUID())
                                        .param("id", report.value())
                                        .update()));
        stage.settle();
    }

    private void assertSame(Map<String, String> before, Seen seen) throws Exception {
        stage.settle();
        Map<String, String> after = answers(seen);
        before.forEach((path, answer) -> assertThat(after.get(path)).as(path).isEqualTo(answer));
    }

    /** Every answer about what the officer sees, without the form tokens. */
    private Map<String, String> answers(Seen seen) throws Exception {
        String number = number(seen.one());
        Map<String, String> answers = new LinkedHashMap<>();
        for (String path :
                List.of(
                        "/series",
                        "/series?order=largest",
                        "/series?order=loss",
                        "/series.csv",
                        "/series/S" + number.substring(1),
                        "/series/of/" + seen.one(),
                        "/series/of/" + seen.three(),
                        "/series/compare?one=" + seen.one() + "&other=" + seen.two(),
                        "/series/compare?one=" + seen.one() + "&other=" + seen.three(),
                        "/series/hubs",
                        "/series/hubs?show=frequent",
                        "/api/series/" + number,
                        "/api/reports/" + seen.one() + "/series",
                        "/api/reports/" + seen.three() + "/series")) {
            answers.put(path, as(officer, path));
        }
        return answers;
    }

    private String number(ReportId report) {
        return ActingAs.call(TransactionIdentity.job("test"), () -> lists.plain(List.of(report)))
                .getFirst()
                .reference()
                .value();
    }

    private String as(Caller caller, String path) throws Exception {
        MockHttpServletResponse answer =
                mvc.perform(get(path).with(SignedIn.as(caller)).with(csrf()))
                        .andReturn()
                        .getResponse();
        return answer.getStatus()
                + "\n"
                + answer.getContentAsString()
                        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                        .replaceAll("name=\"csrf-token\" content=\"[^\"]*\"", "");
    }
}
