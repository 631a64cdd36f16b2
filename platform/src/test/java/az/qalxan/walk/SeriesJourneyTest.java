package az.qalxan.walk;

import static az.qalxan.walk.Chromium.type;
import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Role;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.reporting.Channel;
import az.qalxan.reporting.Contact;
import az.qalxan.reporting.Intake;
import az.qalxan.reporting.NewReport;
import az.qalxan.reporting.Receipt;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * The life of a series in two browsers. An investigator sees why three reports belong together,
 * looks at their picture, rejects a link, sees the series split, takes the rejection back. Another
 * body learns that the first holds a match, asks, and reads the record once it may.
 */
@PlatformTest
class SeriesJourneyTest {

    private static final String NOT_THE_SAME = "Eyni deyil, çünki sayt başqa adamındır.";
    private static final String MISTAKEN = "Səhv idi: saytı eyni adam açıb.";

    /** The colour of reports, on white paper. */
    private static final String PETROL = "fill=\"rgb(11, 79, 92)\"";

    private static final int LOOKS_MAX = 60;
    private static final double LOOK_MILLIS = 500;

    @Autowired ApplicationContext context;
    @Autowired Intake intake;
    @Autowired Clock clock;
    @LocalServerPort int port;

    /** Three reports at one body, of which the second shares a site with each other one. */
    private record Ring(Receipt first, Receipt second, Receipt third, String domain) {}

    @ParameterizedTest
    @CsvSource({"az, 1440", "en, 390"})
    void aSeriesIsSplitRestoredAndSharedByConsent(String language, int width) throws Exception {
        String secret = "Zəng edən özünü Rəşid adlandırdı";
        String foreign = domain();
        Ring ring = ring(secret + ", sonra bu ünvana göndərdi: " + foreign);
        Receipt theirs = received("ransomware", "Kompüterimiz bağlandı, tələb: " + foreign);
        try (Chromium chromium = new Chromium()) {
            Page investigator = chromium.person(width, 900);
            door().enter(investigator, language, "din", Role.INVESTIGATOR);
            seesTheSeriesWithReasons(chromium, investigator, ring);
            seesThePicture(chromium, investigator);
            String compared = rejectsALink(chromium, investigator, ring);
            assertThat(membersBeside(investigator, ring.first())).as("split off").isZero();
            assertThat(membersBeside(investigator, ring.second())).as("the rest stays").isOne();
            undoesTheRejection(chromium, investigator, compared);
            assertThat(membersBeside(investigator, ring.first())).as("restored").isEqualTo(2);

            Page other = chromium.person(width, 900);
            door().enter(other, language, "dtx", Role.INVESTIGATOR);
            String hit = seesABlindHit(chromium, other, theirs, foreign);
            assertThat(other.content()).doesNotContain(secret, ring.third().reference().value());
            assertThat(status(other, ring.third())).as("before the consent").isEqualTo(404);
            asks(other);
            consents(chromium, investigator, ring.third());
            readsTheRecord(chromium, other, hit, secret);
            assertThat(status(other, ring.second())).as("not consented to").isEqualTo(404);
            chromium.nobodyIsShutOut();
        }
    }

    private void seesTheSeriesWithReasons(Chromium chromium, Page page, Ring ring) {
        openWithSeries(page, ring.first());
        chromium.check(page);
        Locator section = page.locator(".series-section");
        assertThat(section.locator(".why").first().innerText()).contains(ring.domain());
        section.locator("h3 a").click();
        page.waitForURL("**/series/S-*");
        assertThat(page.locator("[data-list] > li").count()).isEqualTo(3);
        chromium.check(page);
    }

    /** The picture has a sign for each report, and goes out as files that say what they are. */
    private void seesThePicture(Chromium chromium, Page page) throws IOException {
        page.locator("a[href$='/picture']").first().click();
        page.waitForSelector("[data-picture][data-drawn]");
        assertThat(page.locator("[data-kind=report] small").innerText()).isEqualTo("3");
        assertThat(page.locator("[data-graph] .sign").count()).isGreaterThanOrEqualTo(4);
        chromium.check(page);
        assertThat(file(page, "[data-take=png]")).startsWith((byte) 0x89, 'P', 'N', 'G');
        assertThat(text(file(page, "[data-take=svg]"))).contains("TLP:", PETROL);
        assertThat(text(file(page, "a[href$='.graphml']"))).contains("<graphml", "TLP:");
        assertThat(text(file(page, "a[href$='/nodes.csv']"))).contains("TLP:");
        for (String view : List.of("time", "map", "money")) {
            page.locator("[data-view-link=" + view + "]").click();
            page.waitForSelector("[data-picture][data-shown=" + view + "]");
        }
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    private static byte[] file(Page page, String selector) throws IOException {
        page.locator(".actions .picture-menu > summary").click();
        Download download = page.waitForDownload(() -> page.locator(selector).click());
        return Files.readAllBytes(download.path());
    }

    private String rejectsALink(Chromium chromium, Page page, Ring ring) {
        openWithSeries(page, ring.first());
        page.locator(".series-section a[href*='" + ring.second().id() + "'][href*=compare]")
                .click();
        page.waitForURL("**/series/compare?*");
        assertThat(page.locator(".story mark").allInnerTexts())
                .as("the words that join them, in both texts")
                .filteredOn(text -> text.contains(ring.domain()))
                .hasSize(2);
        chromium.check(page);
        page.keyboard().press("r");
        page.waitForSelector("#reject[open]");
        chromium.check(page);
        type(page, "#reject-reason", NOT_THE_SAME);
        page.locator("#reject .btn.danger").click();
        page.waitForSelector("[data-open^=undo-]");
        assertThat(page.locator(".timeline").innerText()).contains(NOT_THE_SAME);
        return page.url();
    }

    private void undoesTheRejection(Chromium chromium, Page page, String compared) {
        page.navigate(compared);
        page.locator("[data-open^=undo-]").click();
        page.waitForSelector("dialog[id^=undo-][open]");
        type(page, "dialog[open] textarea", MISTAKEN);
        page.locator("dialog[open] .btn").first().click();
        page.waitForSelector(".timeline s");
        assertThat(page.locator(".timeline").innerText()).contains(NOT_THE_SAME, MISTAKEN);
        chromium.check(page);
    }

    /** Opens the report until the background has put it into a series. */
    private void openWithSeries(Page page, Receipt report) {
        for (int looks = 0; looks < LOOKS_MAX; looks++) {
            if (membersBeside(page, report) > 0) {
                return;
            }
            page.waitForTimeout(LOOK_MILLIS);
        }
        throw new AssertionError("no series on " + page.url());
    }

    private int membersBeside(Page page, Receipt report) {
        page.navigate(at("/reports/" + report.id()));
        page.waitForSelector(".series-section");
        return page.locator(".series-section .related > li").count();
    }

    private String seesABlindHit(Chromium chromium, Page page, Receipt own, String foreign) {
        for (int looks = 0; looks < LOOKS_MAX; looks++) {
            page.navigate(at("/reports/" + own.id()));
            page.waitForSelector(".hits-of-report");
            if (page.locator(".hits-of-report a.t").count() > 0) {
                page.locator(".hits-of-report a.t").click();
                page.waitForURL("**/hits/*");
                assertThat(page.locator("main").innerText()).contains(foreign, "DİN");
                chromium.check(page);
                return page.url();
            }
            page.waitForTimeout(LOOK_MILLIS);
        }
        throw new AssertionError("no hit on " + page.url());
    }

    private static void asks(Page page) {
        page.onDialog(Dialog::accept);
        page.locator("input[name=ground]").first().check();
        type(page, "#ask-purpose", "Eyni ünvandan tələb göndərilib, izi tuturuq.");
        page.locator("form[action$='/ask'] .btn").click();
        page.waitForSelector("[id^=ask-].card");
    }

    /** The owner finds the question on the desk, chooses one report and a last day. */
    private void consents(Chromium chromium, Page page, Receipt shown) {
        page.navigate(at("/hits?show=to-decide"));
        page.locator("[data-list] a.t").first().click();
        page.waitForURL("**/hits/*");
        chromium.check(page);
        page.locator("input[name=report][value='" + shown.id() + "']").check();
        Locator until = page.locator("input[name=until]");
        until.fill(until.getAttribute("min"));
        page.locator("form[action$='/consent'] .btn").click();
        page.waitForSelector("form[action$='/end']");
    }

    private void readsTheRecord(Chromium chromium, Page page, String hit, String secret) {
        page.navigate(hit);
        page.locator("[id^=ask-] a[href^='/reports/']").click();
        page.waitForURL("**/reports/*");
        assertThat(page.locator(".story").innerText()).contains(secret);
        page.waitForSelector(".hits-of-report");
        chromium.check(page);
    }

    private int status(Page page, Receipt report) {
        return page.request().get(at("/reports/" + report.id())).status();
    }

    private Ring ring(String third) {
        String domain = domain();
        String bridge = domain();
        return new Ring(
                received("phone-fraud", "Bank işçisi kimi zəng gəldi, pul istədilər: " + domain),
                received("phone-fraud", "Uduş vəd edən mesajda " + domain + " və " + bridge),
                received("phone-fraud", third + " " + bridge),
                domain);
    }

    private Receipt received(String category, String story) {
        Instant now = clock.instant();
        NewReport report =
                new NewReport(
                        category,
                        now.minus(Duration.ofMinutes(10)),
                        now,
                        "baku",
                        Channel.WEB,
                        "az",
                        story,
                        null,
                        List.of(),
                        "",
                        Contact.NONE);
        return ActingAs.call(
                        TransactionIdentity.job("test"), () -> intake.receiveAll(List.of(report)))
                .getFirst();
    }

    /** A domain of letters that no other report has, and whose pattern none has either. */
    private static String domain() {
        StringBuilder name = new StringBuilder();
        UUID.randomUUID()
                .toString()
                .replace("-", "")
                .chars()
                .limit(14)
                .forEach(one -> name.append((char) ('a' + Character.digit(one, 16))));
        return name + ".example";
    }

    private FrontDoor door() {
        return new FrontDoor(context, port);
    }

    private String at(String path) {
        return door().at(path);
    }
}
