package az.qalxan.walk;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Role;
import az.qalxan.directory.DirectoryStage;
import az.qalxan.exchange.warning.WarningStage;
import az.qalxan.transmission.mail.MailStage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * An early-warning drill with a real mail server: one writes, two approve, three bodies get it, one
 * acknowledges on its page, one only after a reminder, one has no address and is to be called; then
 * the all-clear, which reaches them all. Everywhere it says that it is a drill.
 */
@PlatformTest
class WarningDrillTest {

    private static final String US = "qalxan-w@qalxan.example";
    private static final String CERT = "cert-gov-az";

    @Autowired ApplicationContext context;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final String run = UUID.randomUUID().toString().substring(0, 8);

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
                "address",
                US,
                "smtp.host",
                "127.0.0.1",
                "smtp.port",
                String.valueOf(server.getSmtp().getPort()),
                "smtp.tls",
                "none");
    }

    /** The bodies of the drill and their addresses. */
    private record Bodies(String quick, String slow, String silent) {

        List<String> all() {
            return List.of(quick, slow, silent);
        }
    }

    private Bodies bodies() {
        DirectoryStage directory = new DirectoryStage(context);
        Bodies bodies =
                new Bodies(
                        directory.operator("Cəld " + run),
                        directory.operator("Asta " + run),
                        directory.operator("Səssiz " + run));
        directory.mail(bodies.quick(), address("quick"));
        directory.mail(bodies.slow(), address("slow"));
        directory.phone(bodies.silent(), "+994 12 555 01 01");
        return bodies;
    }

    private String address(String who) {
        return who + "-" + run + "@body.example";
    }

    @ParameterizedTest
    @CsvSource({"az, 1440, TƏLİM", "en, 390, DRILL"})
    void drillIsApprovedDeliveredAcknowledgedAndEnded(String language, int width, String drill)
            throws IOException, MessagingException {
        Bodies bodies = bodies();
        try (Chromium chromium = new Chromium()) {
            Page writer = person(chromium, language, width, Role.CERT_ANALYST);
            String warning = write(chromium, writer, bodies, drill);
            shoot(writer, "warning-draft-" + language);
            Page first = person(chromium, language, width, Role.CERT_ANALYST);
            Page second = person(chromium, language, width, Role.COORDINATOR);
            approve(chromium, first, warning);
            assertThat(first.locator("#matrix").count()).isZero();
            approve(chromium, second, warning);
            deliver();
            arrived("quick", 1);
            assertThat(subjects("quick")).singleElement().asString().startsWith("[TƏLİM · DRILL]");
            arrived("slow", 1);

            acknowledge(chromium, new Seat(bodies.quick(), language, width), warning, drill);
            remind();
            arrived("slow", 2);
            arrived("quick", 1);
            acknowledge(chromium, new Seat(bodies.slow(), language, width), warning, drill);

            matrix(chromium, writer, warning, bodies);
            assertThat(writer.locator("#figures").innerText()).contains(drill);
            shoot(writer, "warning-matrix-" + language);
            figures(chromium, writer);
            shoot(writer, "warning-figures-" + language);
            assertThat(cap(writer, warning))
                    .contains("<status>Exercise</status>", "<msgType>Alert</msgType>");
            ended(chromium, writer, List.of(first, second), warning);
            arrived("quick", 2);
            chromium.nobodyIsShutOut();
        }
    }

    private Page person(Chromium chromium, String language, int width, Role role) {
        Page page = chromium.person(width, 900);
        page.onDialog(Dialog::accept);
        door().enter(page, language, CERT, role);
        return page;
    }

    private String write(Chromium chromium, Page page, Bodies bodies, String drill) {
        page.navigate(at("/warnings"));
        chromium.check(page);
        page.navigate(at("/warnings/new?drill=true"));
        chromium.check(page);
        page.locator("#w-headlineAz").fill("VPN qapısında boşluq " + run);
        page.locator("#w-textAz").fill("Bu məhsulun boşluğundan istifadə edilir.");
        page.locator("#w-adviceAz").fill("Yamağı quraşdırın.");
        page.locator("#w-textEn").fill("A hole in this product is being exploited.");
        page.locator("#w-adviceEn").fill("Install the patch.");
        page.locator("#w-headlineEn").fill("Hole in a VPN gateway " + run);
        page.locator("#audience details summary").click();
        for (String body : bodies.all()) {
            page.locator("input[name=bodies][value=" + body + "]").check();
        }
        page.locator("#regions details summary").click();
        page.locator("input[name=regions][value=baku]").check();
        page.locator("form.card button.btn").click();
        page.waitForSelector("#approval");
        chromium.check(page);
        assertThat(page.locator("main").innerText()).contains(drill);
        page.locator("form[action$='/ask'] button").click();
        page.waitForSelector("#approval .cnt");
        assertThat(page.locator("form[action$='/approve']").count()).isZero();
        return page.url();
    }

    private static void approve(Chromium chromium, Page page, String warning) {
        page.navigate(warning);
        chromium.check(page);
        page.locator("form[action$='/approve'] button").click();
        page.waitForLoadState();
        page.waitForSelector("main");
    }

    private void deliver() {
        new WarningStage(context).look(clock.instant());
        new MailStage(context).send(clock.instant().plusSeconds(1));
    }

    /** An hour later. */
    private void remind() {
        new WarningStage(context).look(clock.instant().plus(Duration.ofMinutes(61)));
        new MailStage(context).send(clock.instant().plus(Duration.ofMinutes(62)));
    }

    /** Who sits there for which body. */
    private record Seat(String body, String language, int width) {}

    private void acknowledge(Chromium chromium, Seat seat, String warning, String drill) {
        Page page = chromium.person(seat.width(), 900);
        door().enter(page, seat.language(), seat.body(), Role.OPERATOR_CONTACT);
        page.navigate(at("/warnings"));
        chromium.check(page);
        assertThat(page.locator("#received").innerText()).contains(run, drill);
        page.navigate(warning);
        chromium.check(page);
        assertThat(page.locator("main").innerText()).contains(drill);
        assertThat(page.locator("#matrix").count()).isZero();
        assertThat(page.locator("#steps").count()).isZero();
        shoot(page, "warning-receiver-" + seat.language());
        page.locator("#a-words").fill("Yamaq quraşdırılır.");
        page.locator("#acknowledge button").click();
        page.waitForSelector("#acknowledged");
    }

    private static void matrix(Chromium chromium, Page page, String warning, Bodies bodies) {
        page.navigate(warning);
        chromium.check(page);
        String matrix = page.locator("#matrix").innerText();
        assertThat(matrix).contains("+994 12 555 01 01", "Yamaq quraşdırılır.");
        assertThat(page.locator("#matrix tr[data-body]").count()).isEqualTo(3);
        for (String body : bodies.all()) {
            boolean silent = body.equals(bodies.silent());
            Locator row = page.locator("#matrix tr[data-body='" + body + "']");
            assertThat(row.getAttribute("data-acknowledged")).isEqualTo(silent ? "no" : "yes");
            assertThat(row.getAttribute("data-reach")).isEqualTo(silent ? "portal" : "sent");
        }
    }

    private void figures(Chromium chromium, Page page) {
        page.navigate(at("/warnings/figures"));
        chromium.check(page);
        assertThat(page.locator("#figures-drill dd").first().innerText()).isNotEqualTo("0");
        assertThat(page.locator("#figures-real dd").first().innerText()).isEqualTo("0");
    }

    private static String cap(Page page, String warning) throws IOException {
        page.navigate(warning);
        Download download = page.waitForDownload(() -> page.locator("a[href$='/cap']").click());
        return Files.readString(download.path());
    }

    private void ended(Chromium chromium, Page writer, List<Page> approvers, String warning) {
        writer.navigate(warning);
        writer.locator("#follow a").last().click();
        writer.waitForSelector("#w-headlineAz");
        chromium.check(writer);
        writer.locator("#w-headlineAz").fill("Boşluq bağlanıb " + run);
        writer.locator("form.card button.btn").click();
        writer.waitForSelector("#approval");
        writer.locator("form[action$='/ask'] button").click();
        writer.waitForSelector("#approval .cnt");
        String clear = writer.url();
        approvers.forEach(page -> approve(chromium, page, clear));
        deliver();
        writer.navigate(warning);
        assertThat(writer.locator("main").innerText()).contains(run);
        assertThat(
                        writer.locator(".notice a[href='" + clear.substring(at("").length()) + "']")
                                .count())
                .isEqualTo(1);
        writer.navigate(clear);
        assertThat(writer.locator("#matrix tr[data-body]").count()).isEqualTo(3);
    }

    /** The platform's own worker may hold a mail at the moment. */
    private void arrived(String who, int count) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(subjects(who)).hasSize(count));
    }

    private List<String> subjects(String who) throws MessagingException {
        List<String> subjects = new ArrayList<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            if (GreenMailUtil.getAddressList(mail.getRecipients(Message.RecipientType.TO))
                    .contains(address(who))) {
                subjects.add(mail.getSubject());
            }
        }
        return subjects;
    }

    private static void shoot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "walk", name + ".png")));
    }

    private FrontDoor door() {
        return new FrontDoor(context, port);
    }

    private String at(String path) {
        return door().at(path);
    }
}
