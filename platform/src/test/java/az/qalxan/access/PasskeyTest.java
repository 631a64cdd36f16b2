package az.qalxan.access;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.access.TestAccount.Browser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A passkey as second factor, from its registration to sign-in, over HTTP. */
@PlatformTest
class PasskeyTest {

    @Autowired Accounts accounts;
    @Autowired ApplicationContext context;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;
    private URI server = URI.create("http://localhost");
    private TestAccount account =
            new TestAccount(
                    new AccountId(new java.util.UUID(0, 0)),
                    new UserName("nobody"),
                    new BodyCode("din"),
                    java.util.Set.of(Role.AUDITOR));
    private SoftwareAuthenticator authenticator = new SoftwareAuthenticator("", "");

    @BeforeEach
    void open() {
        server = URI.create("http://localhost:" + port);
        account = SignedIn.account(accounts, "din", Role.DUTY_OFFICER);
        authenticator = new SoftwareAuthenticator(server.toString(), "localhost");
    }

    @Test
    void registersAndSignsIn() {
        assertThat(register().statusCode()).isEqualTo(200);
        Browser later = passwordGiven();
        HttpResponse<String> answer = answer(later, authenticator.get(challenge(later)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("next").asString()).isEqualTo("/");
        assertThat(later.get("/account").body()).contains("İş telefonu");
    }

    private HttpResponse<String> register() {
        Browser browser = account.browser(server, TestCodes.now(context, account));
        HttpResponse<String> options =
                browser.postFrom(
                        "/account",
                        "/account/passkeys/options",
                        Map.of("password", TestAccount.PASSWORD));
        assertThat(options.statusCode()).isEqualTo(200);
        String challenge = json(options).get("challenge").asString();
        return browser.postJson(
                "/account",
                "/account/passkeys?label=%C4%B0%C5%9F%20telefonu",
                authenticator.create(challenge));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private Browser passwordGiven() {
        Browser browser = new Browser(server);
        browser.post(
                "/sign-in",
                Map.of("username", account.username().value(), "password", TestAccount.PASSWORD));
        return browser;
    }

    private static String challenge(Browser browser) {
        return json(browser.postFrom(
                        "/sign-in/second-factor", "/sign-in/passkey/options", Map.of()))
                .get("challenge")
                .asString();
    }

    private static HttpResponse<String> answer(Browser browser, String json) {
        return browser.postJson("/sign-in/second-factor", "/sign-in/passkey", json);
    }

    @Test
    void anAnswerServesOnce() {
        register();
        Browser first = passwordGiven();
        String used = authenticator.get(challenge(first));
        answer(first, used);
        Browser second = passwordGiven();
        challenge(second);
        assertThat(answer(second, used).statusCode()).isEqualTo(422);
        assertThat(second.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void anotherOriginIsRefused() {
        register();
        Browser browser = passwordGiven();
        SoftwareAuthenticator phished =
                new SoftwareAuthenticator("https://qalxan.example", "localhost");
        assertThat(answer(browser, phished.get(challenge(browser))).statusCode()).isEqualTo(422);
    }

    @Test
    void anotherKeyIsRefused() {
        register();
        Browser browser = passwordGiven();
        SoftwareAuthenticator other = new SoftwareAuthenticator(server.toString(), "localhost");
        String challenge = challenge(browser);
        other.get(challenge);
        other.get(challenge);
        assertThat(answer(browser, other.get(challenge)).statusCode()).isEqualTo(422);
    }

    @Test
    void aCopiedAuthenticatorIsNoticed() {
        register();
        Browser first = passwordGiven();
        assertThat(answer(first, authenticator.get(challenge(first))).statusCode()).isEqualTo(200);
        authenticator.forgetUses();
        Browser second = passwordGiven();
        assertThat(answer(second, authenticator.get(challenge(second))).statusCode())
                .isEqualTo(422);
    }

    @Test
    void thePasswordIsAskedForBeforeRegistration() {
        Browser browser = account.browser(server, TestCodes.now(context, account));
        HttpResponse<String> options =
                browser.postFrom(
                        "/account", "/account/passkeys/options", Map.of("password", "not it"));
        assertThat(options.statusCode()).isEqualTo(403);
    }
}
