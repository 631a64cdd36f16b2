package az.qalxan.walk;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import az.qalxan.access.Role;
import az.qalxan.casework.CaseOpening;
import az.qalxan.casework.Cases;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.directory.NewOrganisations;
import az.qalxan.directory.Organisation;
import az.qalxan.directory.OrganisationKind;
import az.qalxan.jurisdiction.Words;
import az.qalxan.reporting.Channel;
import az.qalxan.reporting.Contact;
import az.qalxan.reporting.Intake;
import az.qalxan.reporting.Loss;
import az.qalxan.reporting.NewReport;
import az.qalxan.reporting.Receipt;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * The golden hour by keyboard alone: a young loss is proposed, found with {@code j}, sent with
 * {@code s}; its clock counts down.
 */
@PlatformTest
class GoldenHourTest {

    private static final int ROWS_MAX = 100;
    private static final String BODY = "dtx";

    @Autowired ApplicationContext context;
    @Autowired Intake intake;
    @Autowired Cases cases;
    @Autowired NewOrganisations organisations;
    @Autowired Clock clock;
    @LocalServerPort int port;

    @ParameterizedTest
    @CsvSource({"az, 1440", "en, 390"})
    void aProposalIsSentWithOneKey(String language, int width) {
        proposed();
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.person(width, 900);
            door().enter(page, language, BODY, Role.DUTY_OFFICER);
            chromium.check(page);
            page.navigate(at("/assets/golden-hour"));
            chromium.check(page);
            int waiting = page.locator("#duty [data-row-key=s]").count();
            assertThat(waiting).isGreaterThan(0);
            assertThat(page.locator("#duty time").first().innerText())
                    .matches("−?[0-9]{2}:[0-9]{2}");
            moveToADraft(page);
            page.locator("[data-row]:focus-within select[name=organisation]")
                    .selectOption("walk-bank");
            page.keyboard().press("s");
            page.waitForURL(at("/assets/golden-hour"));
            page.waitForFunction(
                    "n => document.querySelectorAll('#duty [data-row-key=s]').length < n", waiting);
            assertThat(page.locator("#duty [data-row-key=b]").count()).isGreaterThan(0);
            chromium.check(page);
            page.locator("#duty a.t").first().click();
            page.waitForURL("**/assets/freezes/D-*");
            chromium.check(page);
            page.locator("dl.facts a").first().click();
            page.waitForURL("**/assets/trail/**");
            chromium.check(page);
            chromium.nobodyIsShutOut();
        }
    }

    /** Other rows may stand first: {@code j} until a draft has the focus. */
    private static void moveToADraft(Page page) {
        for (int rows = 0; rows < ROWS_MAX; rows++) {
            page.keyboard().press("j");
            Object there =
                    page.evaluate(
                            "document.activeElement.closest('[data-row]')"
                                    + "?.querySelector('[data-row-key=s]') != null");
            if (Boolean.TRUE.equals(there)) {
                return;
            }
        }
        throw new AssertionError("no draft on " + page.url());
    }

    /** A report with a loss of two hours ago, accepted by a body that no other test watches. */
    private void proposed() {
        ActingAs.run(
                TransactionIdentity.job("test"),
                () -> {
                    organisations.introduce(
                            new Organisation(
                                    new BodyCode("walk-bank"),
                                    "Gəzinti Bank",
                                    new Words("Gəzinti Bank", "Walk Bank"),
                                    List.of(OrganisationKind.BANK),
                                    false,
                                    new Words("sınaq", "test")));
                    Receipt receipt = intake.receiveAll(List.of(report())).getFirst();
                    cases.open(
                            new CaseOpening(
                                    "Qızıl saat",
                                    new BodyCode(BODY),
                                    Handling.AMBER,
                                    "Sınaq",
                                    "",
                                    List.of(receipt.id())));
                });
    }

    private NewReport report() {
        Instant now = clock.instant();
        return new NewReport(
                "ransomware",
                now.minus(Duration.ofHours(2)),
                now,
                "baku",
                Channel.WEB,
                "az",
                "Telefonuma proqram yazıldı, pul bu hesaba getdi.",
                new Loss(new BigDecimal("450.00"), "AZN", "bank-transfer"),
                List.of("AZ21NABZ00000000137010001944"),
                "",
                Contact.NONE);
    }

    private FrontDoor door() {
        return new FrontDoor(context, port);
    }

    private String at(String path) {
        return door().at(path);
    }
}
