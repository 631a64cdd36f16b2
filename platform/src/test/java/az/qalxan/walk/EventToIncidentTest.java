package az.qalxan.walk;

import static az.qalxan.walk.Chromium.press;
import static az.qalxan.walk.Chromium.type;
import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Accounts;
import az.qalxan.access.ApiClients;
import az.qalxan.access.Caller;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.access.TestAccount;
import az.qalxan.monitoring.DemoEvents;
import az.qalxan.monitoring.PackRules;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * From an event to an incident: a program hands in lines of a log, rules find something in them, a
 * criterion makes it a critical case, an analyst sees why, takes it on, looks at ATT&CK and opens a
 * case.
 */
@PlatformTest
class EventToIncidentTest {

    /** A folder for pictures of the matrix; unset, none are made. */
    private static final @Nullable String PICTURES = System.getProperty("qalxan.pictures");

    private static final int LOOKS_MAX = 120;
    private static final double LOOK_MILLIS = 500;

    @Autowired ApplicationContext context;
    @Autowired DemoEvents events;
    @Autowired PackRules rules;
    @Autowired Accounts accounts;
    @Autowired ApiClients clients;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @CsvSource({"az, 1440, mn", "en, 390, etn"})
    void anEventBecomesAnIncidentThatSaysWhy(String language, int width, String body)
            throws Exception {
        TestAccount account =
                SignedIn.account(accounts, body, Role.CERT_ANALYST, Role.EVENT_SENDER);
        Caller analyst =
                new Caller(account.id(), "Sınaq analitiki", account.body(), account.roles());
        String host = "dc-" + run + language + ".numune.example";
        send(source(analyst), host, body);
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.person(width, 900);
            new FrontDoor(context, port).enter(page, language, account);
            String incident = find(page, host);
            chromium.check(page);
            seesWhy(page, language);
            page.keyboard().press("a");
            page.waitForSelector(".page .chip.pet");
            assertThat(page.locator("#steps").innerText()).contains(account.username().value());
            looksAtAttack(chromium, page, width + "-" + language);
            opensACase(chromium, page, incident);
            chromium.nobodyIsShutOut();
        }
    }

    /** A vital machine whose log is read, judged by the pack's own rules. */
    private UUID source(Caller analyst) {
        events.putInForce(analyst, "Sınaq " + run, false, rules.files());
        return events.open(
                analyst,
                new DemoEvents.Invented(
                        "Sınaq " + UUID.randomUUID(),
                        "government",
                        "Domen nəzarətçisi",
                        4,
                        "ndjson",
                        60));
    }

    private void send(UUID source, String host, String body)
            throws IOException, InterruptedException {
        Instant at = clock.instant().minus(Duration.ofMinutes(3));
        String lines =
                """
                {"Channel":"Security","EventID":1102,"TimeCreated":"%s","Computer":"%s"}
                {"Channel":"Microsoft-Windows-Sysmon/Operational","EventID":1,"UtcTime":"%s",\
                "Computer":"%s","Image":"C:\\\\Windows\\\\System32\\\\vssadmin.exe",\
                "CommandLine":"vssadmin delete shadows /all"}
                """
                        .formatted(
                                at, host, at.toString().replace('T', ' ').replace("Z", ""), host);
        String token = SignedIn.token(clients, body, Role.EVENT_SENDER, Role.CERT_ANALYST);
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:"
                                                + port
                                                + "/api/monitoring/sources/"
                                                + source
                                                + "/events"))
                        .header("Authorization", "Bearer " + token)
                        .header("Idempotency-Key", host)
                        .POST(HttpRequest.BodyPublishers.ofString(lines))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
    }

    /** The incident of that machine, as soon as the events were judged. */
    private String find(Page page, String host) {
        String link = "table.incidents a:has-text(\"" + host + "\")";
        for (int look = 0; look < LOOKS_MAX; look++) {
            page.navigate("http://localhost:" + port + "/incidents?severity=critical");
            if (page.locator(link).count() > 0) {
                page.locator(link).first().click();
                page.waitForURL("**/incidents/HD-*");
                return page.url();
            }
            page.waitForTimeout(LOOK_MILLIS);
        }
        throw new AssertionError("no incident of " + host);
    }

    private static void seesWhy(Page page, String language) {
        boolean english = language.equals("en");
        assertThat(page.locator("#why").innerText())
                .contains(
                        english
                                ? "Severe finding on a vital object"
                                : "Həyati vacib obyektdə yüksək dərəcəli tapıntı")
                .contains(english ? "≥ high" : "≥ yüksək")
                .contains(english ? "≥ vital" : "≥ həyati vacib");
        assertThat(page.locator("#findings").innerText())
                .contains("Shadow copies are deleted")
                .contains("Security log was cleared")
                .as("author and licence of each rule (DRL 1.1)")
                .contains("Qalxan maintainers")
                .contains("Apache-2.0");
        assertThat(page.locator("#lanes circle").count()).isEqualTo(2);
        assertThat(page.locator("#bonds .node.host").count()).isOne();
    }

    private static void looksAtAttack(Chromium chromium, Page page, String name) {
        press(page, ".crumbs a[href='/incidents']");
        page.waitForURL("**/incidents");
        press(page, ".tabs a[href='/incidents/attack']");
        page.waitForURL("**/incidents/attack");
        assertThat(page.locator(".attack-column").count()).isEqualTo(15);
        assertThat(page.locator(".attack-cell.hit").count()).isPositive();
        chromium.check(page);
        if (PICTURES != null) {
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of(PICTURES, "attack-" + name + ".png")));
        }
    }

    private static void opensACase(Chromium chromium, Page page, String incident) {
        page.navigate(incident);
        page.onceDialog(dialog -> dialog.accept());
        page.keyboard().press("k");
        page.waitForURL("**/cases/K-*");
        assertThat(page.content())
                .contains(incident.substring(incident.lastIndexOf('/') + 1).split("\\?")[0]);
        page.navigate(incident);
        page.keyboard().press("x");
        type(page, "#x-words", "Sınaq bitdi.");
        press(page, "#acts form[action$='/close'] button");
        page.waitForSelector(".chip.fern");
        chromium.check(page);
    }
}
