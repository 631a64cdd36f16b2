package az.qalxan.walk;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Role;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Peers, points of contact, and a request that leaves by mail, with a real mail server. */
@PlatformTest
class AbroadWalkTest {

    private static final long ARRIVES_MILLIS = 60_000;
    private static final int MAILS_MAX = 3_000;

    @Autowired ApplicationContext context;
    @LocalServerPort int port;
    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void configure() {
        server.start();
        settings().forEach((name, value) -> System.setProperty("qalxan.mail." + name, value));
    }

    @AfterEach
    void leave() {
        settings().keySet().forEach(name -> System.clearProperty("qalxan.mail." + name));
        server.stop();
    }

    private Map<String, String> settings() {
        return Map.of(
                "address", "qalxan@qalxan.example",
                "smtp.host", "127.0.0.1",
                "smtp.port", String.valueOf(server.getSmtp().getPort()),
                "smtp.tls", "none");
    }

    @ParameterizedTest
    @CsvSource({"az, 1440", "en, 390"})
    void anOfficerFindsThePointAndSendsThePaperByMail(String language, int width) {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.person(width, 900);
            door().enter(
                            page,
                            language,
                            "dtx",
                            Role.DUTY_OFFICER,
                            Role.COORDINATOR,
                            Role.ADMINISTRATOR);
            for (String place :
                    List.of(
                            "/peers",
                            "/peers/new",
                            "/peer-keys",
                            "/messages/mail/keys",
                            "/contacts",
                            "/messages/by-hand")) {
                page.navigate(at(place));
                chromium.check(page);
                shoot(page, place.substring(1).replace('/', '-'), language, width);
            }
            page.navigate(at("/contacts"));
            page.locator("main a[href^='/contacts/']:not([href$='new'])").first().click();
            chromium.check(page);
            shoot(page, "contact", language, width);
            String number = written(chromium, page, language, width);
            mailed(chromium, page, language, width);
            page.navigate(at("/messages/mail"));
            chromium.check(page);
            shoot(page, "mail", language, width);
            assertThat(page.locator("main").innerText()).contains(number);
            chromium.nobodyIsShutOut();
        }
    }

    /** A draft whose other side is filled from the directory; the answer is its number. */
    private String written(Chromium chromium, Page page, String language, int width) {
        page.navigate(at("/duty/new?direction=out"));
        page.locator("#f-state").selectOption("TR");
        page.waitForSelector("#points button");
        page.locator("#f-data").fill("Poçt qutusu " + UUID.randomUUID());
        page.locator("#f-handling").selectOption("GREEN");
        shoot(page, "new-points", language, width);
        chromium.check(page);
        page.locator("#points button").first().click();
        page.waitForLoadState();
        assertThat(page.locator("#f-authority").inputValue()).isNotEmpty();
        assertThat(page.locator("#f-data").inputValue()).contains("Poçt qutusu");
        shoot(page, "new-filled", language, width);
        page.locator("#new-request button.btn:not(.ghost)").last().click();
        page.waitForURL("**/duty/requests/S-*");
        String url = page.url();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private void mailed(Chromium chromium, Page page, String language, int width) {
        page.waitForSelector("#papers");
        page.locator("#papers form[action$='/papers'] button").click();
        page.waitForSelector("#papers article");
        page.locator("#papers article summary").first().click();
        Locator form = page.locator("#papers article form").first();
        form.locator("input[name=to]").fill("ankara@point.example");
        form.locator("button").click();
        page.waitForSelector("#papers article");
        chromium.check(page);
        assertThat(arrived()).contains("application/pdf", "multipart/signed");
        page.locator("#by-hand summary").first().click();
        shoot(page, "request-mailed", language, width);
        chromium.check(page);
    }

    /** The mail to the point abroad; notices of other tests go through the same server. */
    private String arrived() {
        for (int seen = 0; seen < MAILS_MAX; seen++) {
            assertThat(server.waitForIncomingEmail(ARRIVES_MILLIS, seen + 1)).isTrue();
            String mail = GreenMailUtil.getWholeMessage(server.getReceivedMessages()[seen]);
            if (mail.contains("ankara@point.example")) {
                return mail;
            }
        }
        throw new AssertionError("no mail to the point abroad");
    }

    private static void shoot(Page page, String name, String language, int width) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(
                                Path.of("target", "walk", name + "-" + language + width + ".png")));
    }

    private FrontDoor door() {
        return new FrontDoor(context, port);
    }

    private String at(String path) {
        return door().at(path);
    }
}
