package az.qalxan.casework;

import static az.qalxan.casework.CaseStage.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.reporting.Receipt;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A report in several cases, taken out and put back. */
@PlatformTest
class ManyCasesTest {

    private final Caller officer = SignedIn.caller("din", Role.DUTY_OFFICER, Role.INVESTIGATOR);

    @Autowired ApplicationContext context;
    private CaseStage stage;

    @BeforeEach
    void begin() {
        stage = new CaseStage(context);
    }

    private int attach(String number, Receipt report) throws Exception {
        return stage.post(
                        officer,
                        "/cases/" + number + "/reports",
                        "reference",
                        report.reference().value())
                .getStatus();
    }

    private int link(String number, Receipt report, String step, String... fields)
            throws Exception {
        String link =
                stage.texts(
                                """
                                select l.id::text from casework.case_report l
                                join casework.case_file c on c.id = l.case_id
                                where c.number = split_part(:it, ' ', 1)
                                  and l.report_id = cast(split_part(:it, ' ', 2) as uuid)
                                order by l.attached_at desc
                                """,
                                number + " " + report.id())
                        .getFirst();
        return stage.post(officer, "/cases/" + number + "/reports/" + link + "/" + step, fields)
                .getStatus();
    }

    private String state(Receipt report) {
        return stage.texts(
                        """
                        select state || ' ' || coalesce(case_number, '')
                        from reporting.report where id = cast(:it as uuid)
                        """,
                        report.id().toString())
                .getFirst()
                .strip();
    }

    @Test
    void theFirstCaseDecidesAndTheOthersHoldItToo() throws Exception {
        Receipt report = stage.report("Eyni şəxslər iki işdə.");
        String first = stage.accept(officer, report, "Birinci");
        String second = stage.open(officer, "İkinci");
        assertThat(attach(second, report)).isEqualTo(302);
        assertThat(attach(second, report)).as("again").isEqualTo(302);
        assertThat(stage.page(officer, "/cases/" + first)).contains("Eyni şəxslər iki işdə.");
        assertThat(stage.page(officer, "/cases/" + second)).contains("Eyni şəxslər iki işdə.");
        assertThat(stage.page(officer, "/reports/" + report.id())).contains(first, second);
        assertThat(state(report)).isEqualTo("accepted " + first);
        assertThat(stage.follow(report)).contains(first).doesNotContain(second);
    }

    @Test
    void aWaitingReportIsTakenByItsNumber() throws Exception {
        Receipt report = stage.report("Növbədən nömrə ilə götürülən.");
        String number = stage.open(officer, "Nömrə ilə");
        assertThat(attach(number, report)).isEqualTo(302);
        assertThat(state(report)).isEqualTo("accepted " + number);
        Caller investigator = SignedIn.caller("din", Role.INVESTIGATOR);
        Receipt another = stage.report("Müstəntiq qərar vermir.");
        assertThat(
                        stage.post(
                                        investigator,
                                        "/cases/" + number + "/reports",
                                        "reference",
                                        another.reference().value())
                                .getStatus())
                .isEqualTo(403);
        assertThat(state(another)).isEqualTo("waiting");
    }

    @Test
    void takenOutOfTheFirstItGoesToTheNext() throws Exception {
        Receipt report = stage.report("Birincidən çıxan.");
        String first = stage.accept(officer, report, "Birinci");
        String second = stage.open(officer, "Növbəti");
        attach(second, report);
        assertThat(link(first, report, "detach", "reason", WORDS)).isEqualTo(302);
        assertThat(state(report)).isEqualTo("accepted " + second);
        assertThat(link(first, report, "back")).isEqualTo(302);
        assertThat(state(report)).as("the next case keeps it").isEqualTo("accepted " + second);
        assertThat(stage.page(officer, "/cases/" + first)).contains("Birincidən çıxan.");
    }

    @Test
    void takenOutOfTheOnlyOneItWaitsAgainAndUndoTakesItBack() throws Exception {
        Receipt report = stage.report("Tək işdən çıxan.");
        String number = stage.accept(officer, report, "Tək");
        assertThat(link(number, report, "detach", "reason", "qısa")).isEqualTo(422);
        assertThat(link(number, report, "detach", "reason", WORDS)).isEqualTo(302);
        assertThat(state(report)).isEqualTo("waiting");
        assertThat(stage.follow(report)).contains("yenidən baxılır");
        assertThat(stage.page(officer, "/cases/" + number + "/reports"))
                .contains("Çıxarılmış müraciətlər", WORDS);
        assertThat(link(number, report, "back")).isEqualTo(302);
        assertThat(state(report)).isEqualTo("accepted " + number);
        assertThat(stage.acts(report.id().toString()))
                .contains("reporting.report.released", "reporting.report.accepted");
    }

    @Test
    void undoIsRefusedWhenSomebodyDecidedMeanwhile() throws Exception {
        Receipt report = stage.report("Bu arada bağlanan.");
        String number = stage.accept(officer, report, "Geri");
        link(number, report, "detach", "reason", WORDS);
        stage.post(
                officer,
                "/reports/" + report.id() + "/close",
                "reason",
                "no-offence",
                "words",
                WORDS);
        assertThat(link(number, report, "back")).isEqualTo(409);
        assertThat(attach(number, report)).isEqualTo(409);
        assertThat(state(report)).isEqualTo("closed");
    }

    @Test
    void aCaseNamesItsSeries() throws Exception {
        String number = stage.open(officer, "Seriya");
        String at = "/cases/" + number + "/series";
        assertThat(stage.post(officer, at, "series", "s-2026-118399").getStatus()).isEqualTo(302);
        assertThat(stage.post(officer, at, "series", "seriya").getStatus()).isEqualTo(422);
        assertThat(stage.page(officer, "/cases/" + number + "/reports"))
                .contains("/series/S-2026-118399");
        stage.post(officer, at + "/S-2026-118399/leave");
        assertThat(stage.page(officer, "/cases/" + number + "/reports"))
                .doesNotContain("/series/S-2026-118399\"");
    }

    @Test
    void numbersAreDrawnAndNotCounted() throws Exception {
        List<String> numbers =
                List.of(
                        stage.open(officer, "Bir"),
                        stage.open(officer, "İki"),
                        stage.open(officer, "Üçüncü"));
        assertThat(numbers).allMatch(number -> number.matches("K-\\d{4}-\\d{7}"));
        assertThat(numbers).doesNotHaveDuplicates();
        long first = Long.parseLong(numbers.get(0).substring(7));
        long second = Long.parseLong(numbers.get(1).substring(7));
        long third = Long.parseLong(numbers.get(2).substring(7));
        assertThat(second == first + 1 && third == second + 1).as("counted").isFalse();
    }

    @Test
    void theReporterReadsHowItEnded() throws Exception {
        Receipt report = stage.report("Sonu məlum olan.");
        String number = stage.accept(officer, report, "Son");
        assertThat(stage.follow(report)).doesNotContain("məhkəməyə göndərilib");
        stage.post(
                officer,
                "/cases/" + number + "/state/close",
                "version",
                "0",
                "outcome",
                "sent-to-court",
                "reason",
                "İttiham aktı təsdiq olunub, gizli ad.");
        assertThat(stage.follow(report))
                .contains("İş məhkəməyə göndərilib.")
                .doesNotContain("gizli ad");
    }

    @Test
    void anOutcomeIsOneOfThePacks() throws Exception {
        String number = stage.open(officer, "Nəticə");
        for (String outcome : List.of("", "won", "unknown-person")) {
            assertThat(
                            stage.post(
                                            officer,
                                            "/cases/" + number + "/state/close",
                                            "version",
                                            "0",
                                            "outcome",
                                            outcome,
                                            "reason",
                                            WORDS)
                                    .getStatus())
                    .as(outcome)
                    .isEqualTo(422);
        }
    }
}
