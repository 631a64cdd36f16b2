package az.qalxan.walk;

import static az.qalxan.walk.Chromium.choose;
import static az.qalxan.walk.Chromium.press;
import static az.qalxan.walk.Chromium.type;
import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Role;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.strategy.PlanMeasure;
import az.qalxan.strategy.Plans;
import az.qalxan.strategy.progress.MeasureStanding;
import az.qalxan.strategy.progress.Progress;
import az.qalxan.web.Language;
import az.qalxan.web.Text;
import az.qalxan.web.Texts;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A stage is proposed with evidence, disputed, answered and confirmed, by keyboard alone. */
@PlatformTest
class PlanProgressTest {

    private static final String STAGE = "/initial";

    @Autowired ApplicationContext context;
    @Autowired Plans plans;
    @Autowired Progress progress;
    @Autowired Texts texts;
    @Autowired Clock clock;
    @LocalServerPort int port;

    @ParameterizedTest
    @CsvSource({"az, 1440", "en, 390"})
    void aStageIsProposedDisputedAndConfirmed(String language, int width) {
        Text text = texts.in(Language.of(language));
        String code = untouched();
        try (Chromium chromium = new Chromium()) {
            Page lead = chromium.person(width, 900);
            door().enter(lead, language, "rinn", Role.COORDINATOR);
            lead.navigate(at("/strategy/measures/" + code));
            chromium.check(lead);
            follow(lead, "#progress a[href$='" + code + STAGE + "']");
            setCriterion(lead);
            propose(lead);
            chromium.check(lead);
            assertThat(chip(lead)).isEqualTo(text.of("progress.claim.proposed"));
            assertThat(lead.locator("[id^=claim-]").innerText())
                    .contains("SHA-256", "12/2026", text.of("progress.own-note"));

            Page other = chromium.person(width, 900);
            door().enter(other, language, "dtx", Role.COORDINATOR);
            other.navigate(at("/strategy/progress"));
            chromium.check(other);
            follow(other, "#confirmable a[href*='" + code + STAGE + "']");
            word(other, "dispute", "Protokolda iki icraçının imzası yoxdur.");
            chromium.check(other);
            assertThat(chip(other)).isEqualTo(text.of("progress.claim.disputed"));

            lead.navigate(at("/strategy/progress"));
            follow(lead, "#mine a[href*='" + code + STAGE + "']");
            word(lead, "answer", "İmzalar bu gün tamamlandı, protokol yeniləndi.");
            assertThat(chip(lead)).isEqualTo(text.of("progress.claim.disputed"));

            other.reload();
            assertThat(other.locator("[id^=claim-]").innerText())
                    .contains("İmzalar bu gün tamamlandı");
            confirm(other);
            chromium.check(other);
            assertThat(chip(other)).isEqualTo(text.of("progress.claim.reached"));
            other.navigate(at("/strategy/measures/" + code));
            assertThat(other.locator("#progress .chip.fern").first().innerText())
                    .isEqualTo(text.of("progress.state.reached"));
            other.navigate(at("/strategy/progress/flagged?flag=silent"));
            chromium.check(other);
            other.navigate(at("/strategy/reports/draft?body=rinn&period=" + quarter()));
            chromium.check(other);
            assertThat(told(other, code))
                    .contains(
                            text.of("planreport.kind.proposed"),
                            text.of("planreport.kind.disputed"),
                            text.of("planreport.kind.answered"),
                            text.of("planreport.kind.confirmed"));
            chromium.nobodyIsShutOut();
        }
    }

    /** What the report says of the measure's events. */
    private static String told(Page page, String code) {
        return String.join(
                "\n", page.locator("#events tr:has(b:text-is('" + code + "'))").allInnerTexts());
    }

    private String quarter() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Baku"));
        return today.getYear() + "Q" + (today.getMonthValue() + 2) / 3;
    }

    /** The number of a measure that RİNN leads and of which nobody has said anything. */
    private String untouched() {
        return ActingAs.call(
                TransactionIdentity.job("test"),
                () ->
                        plans.current().orElseThrow().measures().reversed().stream()
                                .filter(one -> one.isLead(new BodyCode("rinn")))
                                .filter(this::untouched)
                                .findFirst()
                                .orElseThrow()
                                .code()
                                .value());
    }

    private boolean untouched(PlanMeasure measure) {
        MeasureStanding one = progress.standings(clock.instant()).get(measure.code());
        return one != null && one.saidAt() == null;
    }

    /** Presses a link or a button and waits until another page stands there. */
    private static void follow(Page page, String selector) {
        page.evaluate("document.body.dataset.before = 'here'");
        press(page, selector);
        page.waitForSelector("body:not([data-before])");
        page.waitForLoadState();
    }

    private static void setCriterion(Page page) {
        type(page, "#c-words", "Protokol bütün icraçılar tərəfindən imzalanıb.");
        choose(page, "input[name=kinds][value=document]");
        follow(page, "form[action$='/criterion'] button");
    }

    private static void propose(Page page) {
        type(page, "#p-words", "İş qrupu yaradılıb, protokol imzalanıb.");
        page.setInputFiles(
                "#p-file",
                new FilePayload(
                        "protokol.txt",
                        "text/plain",
                        "Nümunə protokol".getBytes(StandardCharsets.UTF_8)));
        type(page, "#p-no", "12/2026");
        page.fill("#p-on", "2026-03-02");
        follow(page, "form[action$='/propose'] button");
    }

    private static void word(Page page, String step, String words) {
        String form = "form[action$='/" + step + "']";
        press(page, "details:has(" + form + ") > summary");
        type(page, form + " textarea", words);
        follow(page, form + " button");
    }

    private static void confirm(Page page) {
        page.onceDialog(Dialog::accept);
        follow(page, "form[action$='/confirm'] button");
        page.waitForSelector("[id^=claim-] .chip.fern");
    }

    private static String chip(Page page) {
        return page.locator("[id^=claim-] .row.between .chip").first().innerText();
    }

    private FrontDoor door() {
        return new FrontDoor(context, port);
    }

    private String at(String path) {
        return door().at(path);
    }
}
