package az.qalxan.casework.sight;

import static az.qalxan.casework.CaseStage.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.casework.CaseStage;
import az.qalxan.database.WorkTime;
import az.qalxan.reporting.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who sees a restricted case, until when, and what breaking the glass leaves behind. */
@NullUnmarked // a null here fails the test anyway
@PlatformTest
class NeedToKnowTest {

    @Autowired ApplicationContext context;
    private CaseStage stage;
    private Caller lead;
    private Caller colleague;
    private Caller officer;
    private Caller consenting;

    @BeforeEach
    void begin() {
        stage = new CaseStage(context);
        lead = stage.person("din", Role.DUTY_OFFICER, Role.INVESTIGATOR);
        colleague = stage.person("din", Role.INVESTIGATOR);
        officer = stage.person("din", Role.DUTY_OFFICER);
        consenting = stage.person("din", Role.PROSECUTOR);
    }

    private int sees(Caller caller, String number) throws Exception {
        return stage.get(caller, "/cases/" + number).getStatus();
    }

    private int admit(String number, Caller who, String until) throws Exception {
        return stage.post(
                        lead,
                        "/cases/" + number + "/members",
                        "account",
                        who.account().toString(),
                        "until",
                        until,
                        "reason",
                        WORDS)
                .getStatus();
    }

    private String entry(String number, Caller who) {
        return stage.texts(
                        """
                        select e.id::text from access.compartment_entry e
                        join casework.case_compartment k on k.compartment = e.compartment
                        join casework.case_file c on c.id = k.case_id
                        where c.number = split_part(:it, ' ', 1)
                          and e.account = split_part(:it, ' ', 2) and e.ended_at is null
                        """,
                        number + " " + who.account())
                .getFirst();
    }

    @Test
    void theReportsOfARestrictedCaseAreHiddenWithIt() throws Exception {
        Receipt report = stage.report("Gizlənəcək söhbət: 050 555 01 63 zəng etdi.");
        String number = stage.accept(lead, report, "Gizli");
        assertThat(sees(colleague, number)).isEqualTo(200);
        assertThat(stage.page(officer, "/search?q=0505550163"))
                .contains(report.reference().value());
        stage.restrict(lead, number);
        assertThat(sees(lead, number)).isEqualTo(200);
        assertThat(stage.page(lead, "/reports/" + report.id())).contains("Gizlənəcək");
        for (Caller outside : List.of(colleague, officer, consenting)) {
            assertThat(sees(outside, number)).isEqualTo(404);
            assertThat(stage.get(outside, "/reports/" + report.id()).getStatus()).isEqualTo(404);
            assertThat(stage.page(outside, "/search?q=0505550163"))
                    .doesNotContain(report.reference().value());
        }
        stage.post(
                lead,
                "/cases/" + number + "/restrict",
                "version",
                String.valueOf(stage.version(number)),
                "restricted",
                "false",
                "reason",
                WORDS);
        assertThat(sees(colleague, number)).isEqualTo(200);
        assertThat(stage.page(colleague, "/reports/" + report.id())).contains("Gizlənəcək");
    }

    @Test
    void aCaseMayBeOutOfSightFromItsFirstMoment() throws Exception {
        Receipt report = stage.report("Elə açılanda gizli olan.");
        String place =
                stage.post(
                                lead,
                                "/reports/" + report.id() + "/accept",
                                "title",
                                "Gizli açılan",
                                "restricted",
                                "true")
                        .getHeader("Location");
        assertThat(place).isNotNull();
        assertThat(stage.get(lead, place).getStatus()).isEqualTo(200);
        assertThat(stage.get(colleague, place).getStatus()).isEqualTo(404);
        assertThat(stage.get(colleague, "/reports/" + report.id()).getStatus()).isEqualTo(404);
    }

    @Test
    void accessEndsByItselfInTheMiddleOfASession() throws Exception {
        String number = stage.open(lead, "Vaxtlı");
        stage.restrict(lead, number);
        assertThat(admit(number, colleague, "2030-01-01T10:00")).isEqualTo(302);
        assertThat(sees(colleague, number)).isEqualTo(200);
        String past = entry(number, colleague);
        assertThat(
                        stage.post(
                                        lead,
                                        "/cases/" + number + "/access/" + past + "/end",
                                        "reason",
                                        WORDS)
                                .getStatus())
                .isEqualTo(302);
        assertThat(sees(colleague, number)).isEqualTo(404);
        Instant twoHoursAgo = Instant.now().minus(Duration.ofHours(2));
        String oneHourAgo =
                java.time.LocalDateTime.ofInstant(
                                twoHoursAgo.plus(Duration.ofHours(1)),
                                java.time.ZoneId.of("Asia/Baku"))
                        .toString();
        WorkTime.run(
                twoHoursAgo,
                () -> {
                    try {
                        assertThat(admit(number, officer, oneHourAgo)).isEqualTo(302);
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                });
        assertThat(sees(officer, number)).as("the hour is over").isEqualTo(404);
        assertThat(stage.page(lead, "/cases/" + number + "/access"))
                .contains(colleague.name(), officer.name(), WORDS);
    }

    @Test
    void somebodyAlwaysStaysInside() throws Exception {
        String number = stage.open(lead, "Son nəfər");
        stage.restrict(lead, number);
        String own = entry(number, lead);
        String end = "/cases/" + number + "/access/" + own + "/end";
        assertThat(stage.post(lead, end, "reason", WORDS).getStatus()).isEqualTo(422);
        admit(number, colleague, "2030-01-01T10:00");
        assertThat(stage.post(lead, end, "reason", WORDS).getStatus())
                .as("somebody whose access ends does not count")
                .isEqualTo(422);
        assertThat(sees(lead, number)).isEqualTo(200);
    }

    @Test
    void nobodyOutsideAndNoStrangerIsLetIn() throws Exception {
        String number = stage.open(lead, "Kənar");
        stage.restrict(lead, number);
        Caller stranger = stage.person("dtx", Role.INVESTIGATOR);
        assertThat(admit(number, stranger, "")).isEqualTo(422);
        assertThat(
                        stage.post(
                                        colleague,
                                        "/cases/" + number + "/members",
                                        "account",
                                        colleague.account().toString(),
                                        "reason",
                                        WORDS)
                                .getStatus())
                .isEqualTo(404);
        Caller administrator = SignedIn.caller("din", Role.ADMINISTRATOR);
        assertThat(sees(administrator, number)).isEqualTo(403);
    }

    private String ask(Caller who, String number) throws Exception {
        assertThat(
                        stage.post(
                                        who,
                                        "/break-glass",
                                        "number",
                                        number,
                                        "reason",
                                        "Təcili görmək lazımdır.")
                                .getHeader("Location"))
                .isEqualTo("/break-glass#own");
        return stage.texts(
                        """
                        select id::text from casework.break_glass
                        where account = :it order by asked_at desc
                        """,
                        who.account().toString())
                .getFirst();
    }

    private int consent(Caller who, String request) throws Exception {
        return stage.post(who, "/break-glass/" + request + "/approve", "reason", WORDS).getStatus();
    }

    @Test
    void twoPeopleBreakTheGlassAndItStaysOnTheCase() throws Exception {
        String number = stage.open(lead, "Şüşə");
        stage.restrict(lead, number);
        String request = ask(colleague, number);
        assertThat(sees(colleague, number)).as("asking gives nothing").isEqualTo(404);
        assertThat(consent(colleague, request)).as("the own request").isEqualTo(404);
        assertThat(consent(officer, request)).as("without the right").isEqualTo(403);
        Caller foreign = SignedIn.caller("dtx", Role.INVESTIGATOR);
        assertThat(consent(foreign, request)).as("another body").isEqualTo(404);
        assertThat(stage.page(consenting, "/")).contains("/break-glass#decide");
        assertThat(consent(consenting, request)).isEqualTo(302);
        assertThat(consent(consenting, request)).as("once").isEqualTo(404);

        assertThat(sees(colleague, number)).isEqualTo(200);
        assertThat(sees(consenting, number)).as("who consents sees nothing").isEqualTo(404);
        assertThat(stage.page(lead, "/")).contains("/break-glass#alarms");
        Caller auditor = stage.person("din", Role.AUDITOR);
        assertThat(stage.page(auditor, "/")).contains("/alarms");
        assertThat(stage.page(auditor, "/alarms")).contains(number, colleague.name());
        stage.post(auditor, "/alarms/" + request + "/seen");
        assertThat(stage.page(auditor, "/")).doesNotContain("href=\"/alarms\"><span class=\"dt\">");
        assertThat(stage.page(lead, "/cases/" + number)).contains("Məhdudiyyət pozulub");
        assertThat(stage.page(lead, "/cases/" + number + "/history"))
                .contains("məhdudiyyət iki nəfərin razılığı ilə pozulub");
        assertThat(stage.acts(request))
                .contains("casework.break-glass.approved", "casework.break-glass.alarm-seen");
    }

    @Test
    void whoBrokeInReadsAndDecidesNothing() throws Exception {
        String number = stage.open(lead, "Oxuyan");
        stage.restrict(lead, number);
        consent(consenting, ask(colleague, number));
        assertThat(sees(colleague, number)).isEqualTo(200);
        String at = "/cases/" + number;
        String version = String.valueOf(stage.version(number));
        assertThat(
                        stage.post(
                                        colleague,
                                        at + "/restrict",
                                        "version",
                                        version,
                                        "restricted",
                                        "false",
                                        "reason",
                                        WORDS)
                                .getStatus())
                .isEqualTo(409);
        assertThat(
                        stage.post(
                                        colleague,
                                        at + "/members",
                                        "account",
                                        officer.account().toString(),
                                        "reason",
                                        WORDS)
                                .getStatus())
                .isEqualTo(422);
        assertThat(
                        stage.post(
                                        colleague,
                                        at + "/state/close",
                                        "version",
                                        version,
                                        "outcome",
                                        "joined",
                                        "reason",
                                        WORDS)
                                .getStatus())
                .isEqualTo(409);
        assertThat(sees(officer, number)).isEqualTo(404);
    }

    @Test
    void brokenGlassClosesAfterItsHours() throws Exception {
        String number = stage.open(lead, "Saatlar");
        stage.restrict(lead, number);
        WorkTime.run(
                Instant.now().minus(BreakGlass.LASTS).minus(Duration.ofMinutes(1)),
                () -> {
                    try {
                        assertThat(consent(consenting, ask(colleague, number))).isEqualTo(302);
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                });
        assertThat(sees(colleague, number)).isEqualTo(404);
        assertThat(stage.page(lead, "/cases/" + number)).contains("Məhdudiyyət pozulub");
    }

    @Test
    void aRequestLapsesAndTellsNothingOfTheCase() throws Exception {
        String hidden = stage.open(lead, "Gizli");
        stage.restrict(lead, hidden);
        String absent = "K-2026-9999998";
        Caller asking = stage.person("din", Role.INVESTIGATOR);
        String there = ask(asking, hidden);
        String nowhere = ask(asking, absent);
        assertThat(stage.page(consenting, "/break-glass")).contains(hidden, absent);
        assertThat(consent(consenting, nowhere)).isEqualTo(302);
        assertThat(consent(consenting, there)).isEqualTo(302);
        assertThat(sees(asking, absent)).isEqualTo(404);
        assertThat(sees(asking, hidden)).isEqualTo(200);
        Caller late = stage.person("din", Role.INVESTIGATOR);
        WorkTime.run(
                Instant.now().minus(BreakGlass.WAITS).minus(Duration.ofMinutes(1)),
                () -> {
                    try {
                        ask(late, hidden);
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                });
        String old =
                stage.texts(
                                "select id::text from casework.break_glass where account = :it",
                                late.account().toString())
                        .getFirst();
        assertThat(consent(consenting, old)).isEqualTo(404);
    }

    @Test
    void theLeadStaysUntilAnotherIsNamed() throws Exception {
        String number = stage.open(lead, "Rəhbər");
        String at = "/cases/" + number + "/members/";
        admit(number, colleague, "");
        assertThat(stage.post(lead, at + lead.account() + "/leave", "reason", WORDS).getStatus())
                .isEqualTo(422);
        assertThat(stage.post(lead, at + colleague.account() + "/lead").getStatus()).isEqualTo(302);
        assertThat(stage.post(lead, at + lead.account() + "/leave", "reason", WORDS).getStatus())
                .isEqualTo(302);
        assertThat(stage.page(colleague, "/cases/" + number + "/access"))
                .doesNotContain("<b>" + lead.name());
    }
}
