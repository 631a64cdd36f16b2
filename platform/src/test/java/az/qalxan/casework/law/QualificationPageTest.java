package az.qalxan.casework.law;

import static az.qalxan.casework.CaseStage.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.casework.CaseStage;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Qualification through the pages and for programs. */
@PlatformTest
class QualificationPageTest {

    private final Caller officer = SignedIn.caller("din", Role.DUTY_OFFICER, Role.INVESTIGATOR);

    @Autowired ApplicationContext context;
    private CaseStage stage;

    @BeforeEach
    void begin() {
        stage = new CaseStage(context);
    }

    private int step(String number, String step, String... fields) throws Exception {
        return stage.post(officer, "/cases/" + number + "/qualification/" + step, fields)
                .getStatus();
    }

    @Test
    void theArticlesOfAPastDayAreTold() throws Exception {
        String number = stage.open(officer, "Tövsif");
        assertThat(step(number, "put", "article", "178", "on", "2026-05-02", "reason", WORDS))
                .isEqualTo(302);
        assertThat(
                        step(
                                number,
                                "requalify",
                                "replaces",
                                "178",
                                "article",
                                "177.2.3-1",
                                "on",
                                "2026-06-10",
                                "decision",
                                "77/2026",
                                "reason",
                                WORDS))
                .isEqualTo(302);
        String now = stage.page(officer, "/cases/" + number + "/qualification");
        assertThat(now).contains("178 → 177.2.3-1", "77/2026", "təsdiqlənməyib");
        JsonNode may = api(number, "2026-05-20");
        assertThat(may.at("/standing/0/article").asString()).isEqualTo("178");
        assertThat(may.at("/standing/0/verified").asBoolean()).isFalse();
        assertThat(may.at("/standing")).hasSize(1);
        assertThat(api(number, "2026-06-10").at("/standing/0/article").asString())
                .isEqualTo("177.2.3-1");
        assertThat(api(number, "2026-05-01").at("/standing")).isEmpty();
        assertThat(stage.acts(number))
                .contains("casework.offence.put", "casework.offence.requalified");
    }

    private JsonNode api(String number, String on) throws Exception {
        return JsonMapper.shared()
                .readTree(stage.page(officer, "/api/cases/" + number + "/qualification?on=" + on));
    }

    @Test
    void contradictionsAndDaysToComeAreRefused() throws Exception {
        String number = stage.open(officer, "Ziddiyyət");
        String tomorrow = LocalDate.now().plusDays(2).toString();
        assertThat(step(number, "put", "article", "271", "reason", WORDS)).isEqualTo(302);
        assertThat(step(number, "put", "article", "271", "reason", WORDS)).isEqualTo(422);
        assertThat(step(number, "drop", "article", "272", "reason", WORDS)).isEqualTo(422);
        assertThat(step(number, "put", "article", "272", "on", tomorrow, "reason", WORDS))
                .isEqualTo(422);
        assertThat(step(number, "put", "article", "272", "reason", "qısa")).isEqualTo(422);
        assertThat(
                        stage.texts(
                                """
                                select q.article from casework.qualification q
                                join casework.case_file c on c.id = q.case_id where c.number = :it
                                """,
                                number))
                .isEqualTo(List.of("271"));
    }

    @Test
    void onlyWhoWorksOnTheCaseQualifies() throws Exception {
        String number = stage.open(officer, "Səlahiyyət");
        Caller analyst = SignedIn.caller("din", Role.CERT_ANALYST);
        assertThat(stage.get(analyst, "/cases/" + number + "/qualification").getStatus())
                .isEqualTo(200);
        assertThat(
                        stage.post(
                                        analyst,
                                        "/cases/" + number + "/qualification/put",
                                        "article",
                                        "271",
                                        "reason",
                                        WORDS)
                                .getStatus())
                .isEqualTo(403);
    }
}
