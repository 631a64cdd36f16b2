package az.qalxan.walk;

import static az.qalxan.walk.Chromium.tabTo;
import static az.qalxan.walk.Chromium.type;
import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Role;
import az.qalxan.cooperation.Incoming;
import az.qalxan.cooperation.IncomingRequest;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One night on the duty desk by keyboard alone. */
@PlatformTest
class DutyNightTest {

    private static final int ROWS_MAX = 100;

    @Autowired ApplicationContext context;
    @Autowired Incoming incoming;
    @Autowired PlatformTransactionManager manager;
    @LocalServerPort int port;

    @ParameterizedTest
    @CsvSource({"az, 1440", "en, 390"})
    void aNightOnTheDesk(String language, int width) {
        String number = arrived();
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.person(width, 900);
            door().enter(page, language, "dtx", Role.DUTY_OFFICER);
            page.navigate(at("/duty"));
            chromium.check(page);
            acknowledge(page, number);
            chromium.check(page);
            page.keyboard().press("u");
            page.waitForURL(at("/duty"));
            page.keyboard().press("/");
            page.keyboard().type(number);
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.contains("/duty?") && url.contains("q=" + number));
            page.keyboard().press("j");
            page.keyboard().press("Enter");
            page.waitForURL("**/duty/requests/" + number);
            chromium.check(page);
            preserve(page);
            chromium.check(page);
            enter(page);
            chromium.check(page);
            page.navigate(at("/duty/wall"));
            assertThat(page.locator(".wall-rows li").count()).isGreaterThan(0);
            page.keyboard().press("s");
            page.waitForSelector("#wall-sound[aria-pressed=true]");
            chromium.check(page);
            handOver(page);
            chromium.check(page);
            page.navigate(at("/duty/roster"));
            chromium.check(page);
            chromium.nobodyIsShutOut();
        }
    }

    /** A request that came by mail while nobody looked. */
    private String arrived() {
        IncomingRequest mail =
                new IncomingRequest(
                        "preservation",
                        "TR",
                        "Ankara 24/7",
                        "Europe/Istanbul",
                        "GECƏ-1",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "gecə gələn poçt qutusu",
                        "",
                        "",
                        false,
                        "",
                        null);
        Incoming.Message message =
                new Incoming.Message("mail", UUID.randomUUID().toString(), "point@example.org");
        Incoming.Outcome outcome =
                ActingAs.call(
                        TransactionIdentity.job("test"),
                        () ->
                                new TransactionTemplate(manager)
                                        .execute(status -> incoming.take(message, mail)));
        return ((Incoming.Taken) outcome).number();
    }

    /** Other rows may stand first: {@code j} until the request has the focus, then one key. */
    private static void acknowledge(Page page, String number) {
        for (int rows = 0; rows < ROWS_MAX; rows++) {
            page.keyboard().press("j");
            Object there =
                    page.evaluate(
                            "n => document.activeElement.getAttribute('href')?.endsWith(n)",
                            number);
            if (Boolean.TRUE.equals(there)) {
                page.keyboard().press("a");
                page.waitForURL(url -> url.endsWith("/duty?done=" + number));
                assertThat(page.locator(".notice.good").innerText()).contains(number);
                return;
            }
        }
        throw new AssertionError(number + " is not on the desk");
    }

    /** Takes the opened request up and has the data preserved, by three keys. */
    private static void preserve(Page page) {
        page.keyboard().press("a");
        page.waitForSelector("#p-effect");
        page.keyboard().press("p");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("p-effect");
        page.keyboard().press("Enter");
        page.waitForSelector("svg.clock-picture");
        assertThat(page.locator(".clock-picture rect.floor").count()).isEqualTo(1);
        assertThat(page.locator(".clock-picture rect.ceiling").count()).isEqualTo(1);
    }

    /** Enters a request that came by telephone. */
    private static void enter(Page page) {
        page.keyboard().press("Escape");
        page.navigate(page.url().replaceAll("/duty/.*", "/duty"));
        page.keyboard().press("n");
        page.waitForURL("**/duty/new");
        tabTo(page, "#f-state");
        page.keyboard().type("TR");
        page.waitForSelector("#preview .mono");
        type(page, "#f-data", "telefonla deyilən ünvan");
        type(page, "#f-authority", "Ankara 24/7");
        page.keyboard().press("Enter");
        page.waitForURL("**/duty/requests/S-*");
    }

    private void handOver(Page page) {
        page.navigate(at("/duty/notes"));
        type(page, "#words", "Gecə sakit keçdi.");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL("**/duty/notes/*-*");
    }

    private FrontDoor door() {
        return new FrontDoor(context, port);
    }

    private String at(String path) {
        return door().at(path);
    }
}
