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

/** Sign-in as a browser does it, over HTTP. */
@PlatformTest
class SignInFlowTest {

    @Autowired Accounts accounts;
    @Autowired ApplicationContext context;
    @LocalServerPort int port;
    private Browser browser = new Browser(URI.create("http://localhost"));

    @BeforeEach
    void open() {
        browser = new Browser(URI.create("http://localhost:" + port));
    }

    @Test
    void bothFactorsSignIn() {
        TestAccount account = SignedIn.account(accounts, "dtx", Role.AUDITOR);
        HttpResponse<String> first = password(account, TestAccount.PASSWORD);
        assertThat(first.headers().firstValue("Location")).hasValue("/sign-in/second-factor");
        HttpResponse<String> second = code(TestCodes.now(context, account));
        assertThat(second.statusCode()).isEqualTo(302);
        assertThat(second.headers().firstValue("Location")).hasValue("/");
        assertThat(browser.get("/access/matrix").statusCode()).isEqualTo(200);
    }

    @Test
    void passwordAloneReachesNothingButTheSecondFactor() {
        TestAccount account = SignedIn.account(accounts, "dtx", Role.AUDITOR);
        password(account, TestAccount.PASSWORD);
        HttpResponse<String> answer = browser.get("/access/matrix");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in/second-factor");
    }

    @Test
    void wrongPasswordAndUnknownNameAnswerAlike() {
        TestAccount account = SignedIn.account(accounts, "dtx", Role.AUDITOR);
        HttpResponse<String> wrong = password(account, "tamam başqa bir söz");
        HttpResponse<String> unknown =
                browser.post("/sign-in", Map.of("username", "nobody-here", "password", "x"));
        assertThat(wrong.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(401);
        assertThat(alert(wrong)).isEqualTo(alert(unknown)).isNotEmpty();
    }

    @Test
    void aCodeWorksOnce() {
        TestAccount account = SignedIn.account(accounts, "dtx", Role.AUDITOR);
        String code = TestCodes.now(context, account);
        account.cookie(URI.create("http://localhost:" + port), code);
        password(account, TestAccount.PASSWORD);
        assertThat(code(code).statusCode()).isEqualTo(401);
    }

    @Test
    void aWrongCodeDoesNotSignIn() {
        TestAccount account = SignedIn.account(accounts, "dtx", Role.AUDITOR);
        password(account, TestAccount.PASSWORD);
        assertThat(code("abcdef").statusCode()).isEqualTo(401);
        assertThat(browser.get("/access/matrix").statusCode()).isEqualTo(302);
    }

    @Test
    void theSessionIdChangesAtEachStep() {
        TestAccount account = SignedIn.account(accounts, "dtx", Role.AUDITOR);
        browser.get("/sign-in");
        String before = browser.session();
        password(account, TestAccount.PASSWORD);
        String half = browser.session();
        code(TestCodes.now(context, account));
        assertThat(before).isNotEmpty().isNotEqualTo(half);
        assertThat(half).isNotEqualTo(browser.session());
    }

    private HttpResponse<String> password(TestAccount account, String password) {
        return browser.post(
                "/sign-in", Map.of("username", account.username().value(), "password", password));
    }

    private HttpResponse<String> code(String code) {
        return browser.post("/sign-in/second-factor", Map.of("code", code));
    }

    private static String alert(HttpResponse<String> page) {
        int at = page.body().indexOf("role=\"alert\"");
        return at < 0 ? "" : page.body().substring(at, page.body().indexOf("</p>", at));
    }
}
