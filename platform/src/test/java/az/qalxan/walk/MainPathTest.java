package az.qalxan.walk;

import static az.qalxan.walk.Chromium.choose;
import static az.qalxan.walk.Chromium.press;
import static az.qalxan.walk.Chromium.tabTo;
import static az.qalxan.walk.Chromium.type;
import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.Accounts;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import az.qalxan.access.TestAccount;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.Channel;
import az.qalxan.reporting.Contact;
import az.qalxan.reporting.Intake;
import az.qalxan.reporting.NewReport;
import az.qalxan.web.Language;
import az.qalxan.web.Text;
import az.qalxan.web.Texts;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole way of a report, by keyboard alone: a citizen reports, the report meets others that
 * share a number, a duty officer takes it into a case, the citizen reads so, the chart counts it.
 */
@PlatformTest
class MainPathTest {

    private static final String CATEGORY = "phone-fraud";

    @Autowired Accounts accounts;
    @Autowired ApplicationContext context;
    @Autowired Intake intake;
    @Autowired Jurisdiction jurisdiction;
    @Autowired Texts texts;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private record Kept(String reference, String secret) {}

    @ParameterizedTest
    @CsvSource({
        "AZ, 1280, +994105550147, 010 555 01 47",
        "EN, 390, +994105550148, (010) 555-01-48"
    })
    void aReportBecomesACase(Language language, int width, String phone, String typed) {
        Text text = texts.in(language);
        fiveEarlierReports(typed);
        try (Chromium chromium = new Chromium()) {
            Page citizen = chromium.person(width, 900);
            citizen.navigate(at("/?lang=" + language.code()));
            chromium.check(citizen);
            long counted = count(citizen);
            Kept kept = report(chromium, citizen, typed);

            Page officer = chromium.person(width, 900);
            TestAccount account = SignedIn.account(accounts, "din", Role.DUTY_OFFICER);
            door().enter(officer, language.code(), account, chromium::check);
            String number = triage(chromium, officer, phone, text);

            follow(chromium, citizen, kept);
            assertThat(citizen.locator("main").innerText())
                    .contains(text.of("follow.path.accepted", number));
            assertThat(count(citizen)).isEqualTo(counted + 1);
            chart(chromium, citizen);
            chromium.nobodyIsShutOut();
        }
    }

    /** Five of every category, so that no cell of the figure is so small that it is suppressed. */
    private void fiveEarlierReports(String phone) {
        Instant now = clock.instant();
        List<NewReport> reports =
                jurisdiction.categories().stream()
                        .flatMap(category ->
                                IntStream.rangeClosed(1, 5)
                                        .mapToObj(number ->
                                                earlier(
                                                        category.code(),
                                                        phone,
                                                        now.minus(Duration.ofHours(number)))))
                        .toList();
        ActingAs.run(TransactionIdentity.job("test"), () -> intake.receiveAll(reports));
    }

    private static NewReport earlier(String category, String phone, Instant at) {
        String used = category.equals(CATEGORY) ? phone + " nömrəsindən zəng edib " : "";
        return new NewReport(
                category,
                at,
                at,
                "baku",
                Channel.PHONE,
                "az",
                used + "özünü bank əməkdaşı kimi təqdim etdilər, kodu soruşdular.",
                null,
                List.of(),
                "",
                Contact.NONE);
    }

    /** Fills the form in, question by question. */
    private Kept report(Chromium chromium, Page page, String phone) {
        page.navigate(at("/report"));
        chromium.check(page);
        choose(page, "input[name=danger]");
        next(chromium, page, "input[name=group]");
        choose(page, "input[name=group]");
        next(chromium, page, "input[name=category]");
        choose(page, "input[name=category]");
        next(chromium, page, "input[name=day]");
        next(chromium, page, "input[name=lost]");
        choose(page, "input[name=lost]");
        type(page, "input[name=amount]", "2300");
        next(chromium, page, "textarea[name=used]");
        type(page, "textarea[name=used]", phone);
        next(chromium, page, "textarea[name=story]");
        type(page, "textarea[name=story]", "Dedilər ki, kartım bloklanıb, kodu söylədim.");
        next(chromium, page, "input[name=email]");
        next(chromium, page, "button[value=send]");
        press(page, "button[value=send]");
        page.waitForSelector("#reference");
        chromium.check(page);
        return new Kept(
                page.locator("#reference").innerText().strip(),
                page.locator("#secret").innerText().strip());
    }

    private static void next(Chromium chromium, Page page, String then) {
        press(page, "button.btn[name=go]");
        page.waitForSelector(then);
        chromium.check(page);
    }

    /** Opens the newest report of the queue, reads why others stand beside it, takes it. */
    private String triage(Chromium chromium, Page page, String phone, Text text) {
        page.navigate(at("/triage"));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        chromium.check(page);
        page.keyboard().press("j");
        tabTo(page, "[data-row-link]");
        page.keyboard().press("Enter");
        page.waitForSelector("#detail article");
        chromium.check(page);
        assertThat(page.locator("#detail .related > li").count()).isGreaterThanOrEqualTo(5);
        assertThat(page.locator("#detail details .why").first().textContent())
                .contains(text.of("case.same", text.of("identifier.phone")))
                .contains(phone);
        page.evaluate("document.activeElement.blur()");
        page.keyboard().press("a");
        page.waitForSelector("#accept[open]");
        chromium.check(page);
        tabTo(page, "#accept-name");
        page.keyboard().press("Enter");
        page.waitForURL("**/cases/K-*");
        chromium.check(page);
        return page.url().replaceAll(".*/cases/", "");
    }

    private void follow(Chromium chromium, Page page, Kept kept) {
        page.navigate(at("/follow"));
        chromium.check(page);
        type(page, "#reference", kept.reference());
        type(page, "#secret", kept.secret());
        page.keyboard().press("Enter");
        page.waitForSelector("#messages");
        chromium.check(page);
    }

    private long count(Page page) {
        JsonNode figure =
                JsonMapper.shared()
                        .readTree(page.request().get(at("/statistics/category.json")).text());
        for (int i = 0; i < figure.get("categories").size(); i++) {
            if (figure.get("categories").get(i).get("key").asString().equals(CATEGORY)) {
                return figure.get("series").get(0).get("values").get(i).asLong();
            }
        }
        throw new AssertionError("the category is not in the figure: " + figure);
    }

    private void chart(Chromium chromium, Page page) {
        page.navigate(at("/statistics"));
        page.waitForSelector("#figure-category[data-drawn]");
        page.waitForSelector("#figure-region[data-drawn]");
        assertThat(page.locator("#figure-category canvas").count()).isEqualTo(1);
        chromium.check(page);
    }

    private FrontDoor door() {
        return new FrontDoor(context, port);
    }

    private String at(String path) {
        return door().at(path);
    }
}
