package az.qalxan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import az.qalxan.PlatformTest;
import az.qalxan.access.TestAccount.Browser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Accounts and tokens as their administrators keep them, and the own account. */
@PlatformTest
class AccountsPageTest {

    private static final Pattern PASSWORD = Pattern.compile("id=\"password-drawn\">([0-9a-z-]+)<");
    private static final Pattern TOKEN = Pattern.compile("id=\"token-drawn\">(qlx_[\\w-]+)<");
    private static final Pattern CLIENT = Pattern.compile("/access/clients/([0-9a-f-]{36})/revoke");
    private static final String OWN = "dörd bulud, bir çinar ağacı";

    @Autowired Accounts accounts;
    @Autowired ApplicationContext context;
    @Autowired MockMvc mvc;
    @LocalServerPort int port;
    private URI server = URI.create("http://localhost");

    @BeforeEach
    void open() {
        server = URI.create("http://localhost:" + port);
    }

    private Browser signedIn(TestAccount account) {
        return account.browser(server, TestCodes.now(context, account));
    }

    private Browser administrator(String body) {
        return signedIn(SignedIn.account(accounts, body, Role.ADMINISTRATOR));
    }

    private static String found(Pattern pattern, HttpResponse<String> page) {
        Matcher match = pattern.matcher(page.body());
        assertThat(match.find()).as(page.body()).isTrue();
        return match.group(1);
    }

    @Test
    void aNewAccountBeginsWithATemporaryPasswordAndAnEnrolment() {
        String name = "n-" + UUID.randomUUID().toString().substring(0, 8);
        HttpResponse<String> made =
                administrator("din")
                        .postFrom(
                                "/access/accounts/new",
                                "/access/accounts",
                                Map.of(
                                        "username", name,
                                        "name", "Yeni Əməkdaş",
                                        "body", "din",
                                        "roles", "duty-officer"));
        assertThat(made.statusCode()).isEqualTo(200);
        String temporary = found(PASSWORD, made);
        Browser browser = new Browser(server);
        browser.post("/sign-in", Map.of("username", name, "password", temporary));
        assertThat(location(browser.get("/sign-in/second-factor")))
                .isEqualTo("/sign-in/new-password");
        assertThat(location(browser.get("/sign-in/enrol"))).isEqualTo("/sign-in/second-factor");
        assertThat(
                        browser.post("/sign-in/new-password", Map.of("wanted", "too short"))
                                .statusCode())
                .isEqualTo(422);
        browser.post("/sign-in/new-password", Map.of("wanted", OWN));
        assertThat(location(browser.get("/sign-in/second-factor"))).isEqualTo("/sign-in/enrol");
        assertThat(browser.get("/sign-in/enrol").body()).contains("otpauth://totp/Qalxan");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    void aForeignAccountAndNoAccountLookTheSame() throws Exception {
        TestAccount foreign = SignedIn.account(accounts, "dtx", Role.INVESTIGATOR);
        Caller administrator = SignedIn.caller("din", Role.ADMINISTRATOR);
        for (String step : new String[] {"", "/lock", "/password", "/factors/drop"}) {
            String real = answer("/access/accounts/" + foreign.id() + step, administrator, step);
            String none =
                    answer("/access/accounts/" + UUID.randomUUID() + step, administrator, step);
            assertThat(real).isEqualTo(none).startsWith("404");
        }
    }

    /** The status and the page without what differs by request: token, address. */
    private String answer(String path, Caller caller, String step) throws Exception {
        MockHttpServletResponse answer =
                mvc.perform(
                                (step.isEmpty() ? get(path) : post(path))
                                        .with(csrf())
                                        .with(SignedIn.as(caller)))
                        .andReturn()
                        .getResponse();
        return answer.getStatus()
                + answer.getContentAsString()
                        .replaceAll("(name=\"_csrf\" value|csrf-token\" content)=\"[^\"]*\"", "")
                        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID");
    }

    @Test
    void lockingEndsTheSessionAndTheSignIn() {
        TestAccount account = SignedIn.account(accounts, "din", Role.DUTY_OFFICER);
        Browser person = signedIn(account);
        String page = "/access/accounts/" + account.id();
        administrator("din").postFrom(page, page + "/lock", Map.of());
        assertThat(person.get("/account").statusCode()).isEqualTo(302);
        assertThat(passwordOf(account).statusCode()).isEqualTo(401);
        administrator("din").postFrom(page, page + "/unlock", Map.of());
        assertThat(passwordOf(account).statusCode()).isEqualTo(302);
    }

    private HttpResponse<String> passwordOf(TestAccount account) {
        return new Browser(server)
                .post(
                        "/sign-in",
                        Map.of(
                                "username",
                                account.username().value(),
                                "password",
                                TestAccount.PASSWORD));
    }

    @Test
    void changedRolesEndTheSession() {
        TestAccount account = SignedIn.account(accounts, "din", Role.DUTY_OFFICER);
        Browser person = signedIn(account);
        String page = "/access/accounts/" + account.id();
        administrator("din")
                .postFrom(page, page, Map.of("name", "Ad", "body", "din", "roles", "statistician"));
        assertThat(person.get("/account").statusCode()).isEqualTo(302);
        assertThat(signedIn(account).get("/triage").statusCode()).isEqualTo(403);
    }

    @Test
    void nobodyGivesTheOwnAccountMoreRights() {
        TestAccount self = SignedIn.account(accounts, "din", Role.ADMINISTRATOR);
        String page = "/access/accounts/" + self.id();
        HttpResponse<String> answer =
                signedIn(self)
                        .postFrom(
                                page,
                                page,
                                Map.of("name", "Ad", "body", "din", "roles", "investigator"));
        assertThat(answer.statusCode()).isEqualTo(409);
    }

    @Test
    void anAccountOfAnotherBodyIsNotMade() {
        HttpResponse<String> answer =
                administrator("din")
                        .postFrom(
                                "/access/accounts/new",
                                "/access/accounts",
                                Map.of(
                                        "username", "x-" + UUID.randomUUID().toString().charAt(0),
                                        "name", "Ad",
                                        "body", "dtx",
                                        "roles", "investigator"));
        assertThat(answer.statusCode()).isEqualTo(422);
    }

    @Test
    void aTokenIsShownOnceAndEndsAtOnce() throws Exception {
        Browser administrator = administrator("din");
        HttpResponse<String> made =
                administrator.post(
                        "/access/clients",
                        Map.of("name", "Sınaq", "body", "din", "days", "30", "roles", "reporter"));
        String token = found(TOKEN, made);
        assertThat(administrator.get("/access/clients").body()).doesNotContain(token);
        assertThat(status(token)).isNotEqualTo(401);
        String id = found(CLIENT, made);
        administrator.postFrom("/access/clients", "/access/clients/" + id + "/revoke", Map.of());
        assertThat(status(token)).isEqualTo(401);
    }

    private int status(String token) throws Exception {
        return mvc.perform(post("/api/reports").header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    @Test
    void aPersonEndsTheOtherSession() {
        TestAccount account = SignedIn.account(accounts, "din", Role.DUTY_OFFICER);
        Browser one = signedIn(account);
        Browser other = signedIn(account);
        assertThat(one.get("/account").statusCode()).isEqualTo(200);
        other.postFrom("/account", "/account/sessions/end-others", Map.of());
        assertThat(one.get("/account").statusCode()).isEqualTo(302);
        assertThat(other.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void aChangedPasswordEndsTheOthersAndCounts() {
        TestAccount account = SignedIn.account(accounts, "din", Role.DUTY_OFFICER);
        Browser one = signedIn(account);
        Browser other = signedIn(account);
        HttpResponse<String> wrong =
                other.postFrom(
                        "/account",
                        "/account/password",
                        Map.of("password", "not it", "wanted", OWN));
        assertThat(wrong.statusCode()).isEqualTo(403);
        HttpResponse<String> right =
                other.postFrom(
                        "/account",
                        "/account/password",
                        Map.of("password", TestAccount.PASSWORD, "wanted", OWN));
        assertThat(right.statusCode()).isEqualTo(302);
        assertThat(one.get("/account").statusCode()).isEqualTo(302);
        assertThat(passwordOf(account).statusCode()).isEqualTo(401);
    }

    @Test
    void theLastSecondFactorStays() {
        TestAccount account = SignedIn.account(accounts, "din", Role.DUTY_OFFICER);
        HttpResponse<String> answer =
                signedIn(account)
                        .postFrom(
                                "/account",
                                "/account/app/remove",
                                Map.of("password", TestAccount.PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(409);
    }
}
