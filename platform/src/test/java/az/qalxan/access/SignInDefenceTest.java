package az.qalxan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import az.qalxan.PlatformTest;
import az.qalxan.access.TestAccount.Browser;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What an attacker at the door meets. */
@PlatformTest
class SignInDefenceTest {

    private static final String WRONG = "tamam başqa bir söz";

    @Autowired Accounts accounts;
    @Autowired SecondFactors factors;
    @Autowired Passwords passwords;
    @Autowired ApplicationContext context;
    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager manager;
    @LocalServerPort int port;
    private URI server = URI.create("http://localhost");
    private Browser browser = new Browser(server);

    @BeforeEach
    void open() {
        server = URI.create("http://localhost:" + port);
        browser = new Browser(server);
    }

    private TestAccount somebody() {
        return SignedIn.account(accounts, "din", Role.DUTY_OFFICER);
    }

    private HttpResponse<String> password(TestAccount account, String password) {
        return browser.post(
                "/sign-in", Map.of("username", account.username().value(), "password", password));
    }

    private HttpResponse<String> code(String code) {
        return browser.post("/sign-in/second-factor", Map.of("code", code));
    }

    @Test
    void failuresShutTheAccountForAWhileAndAreRecorded() {
        TestAccount account = somebody();
        for (int i = 0; i < LockOut.FREE_FAILURES_MAX; i++) {
            assertThat(password(account, WRONG).statusCode()).isEqualTo(401);
        }
        assertThat(password(account, TestAccount.PASSWORD).statusCode()).isEqualTo(401);
        assertThat(acts(account)).contains("access.sign-in.failed", "access.sign-in.locked");
    }

    private List<String> acts(TestAccount account) {
        return ActingAs.call(
                TransactionIdentity.job("test"),
                () ->
                        new TransactionTemplate(manager)
                                .execute(status ->
                                        jdbc.sql(
                                                        "select act from audit.event"
                                                                + " where subject_id = :id")
                                                .param("id", account.id().toString())
                                                .query(String.class)
                                                .list()));
    }

    @Test
    void wrongCodesShutTheAccountToo() {
        TestAccount account = somebody();
        password(account, TestAccount.PASSWORD);
        for (int i = 0; i < LockOut.FREE_FAILURES_MAX; i++) {
            code("00000" + i + "x");
        }
        assertThat(code(TestCodes.now(context, account)).statusCode()).isEqualTo(401);
    }

    @Test
    void failuresElsewhereDoNotShutOutAKnownBrowser() {
        LockOut shut = new LockOut(0, null);
        java.time.Instant now = java.time.Instant.parse("2026-11-25T10:00:00Z");
        for (int i = 0; i < 20; i++) {
            shut = shut.failed(now);
        }
        assertThat(shut.shut(now.plusSeconds(14 * 60))).isTrue();
        assertThat(shut.shut(now.plusSeconds(15 * 60))).isFalse();
    }

    @Test
    void anUnknownNameCostsTheSameComparisonAsAWrongPassword() {
        TestAccount account = somebody();
        long before = passwords.comparisons();
        password(account, WRONG);
        long wrong = passwords.comparisons();
        browser.post("/sign-in", Map.of("username", "nobody-at-all", "password", WRONG));
        long unknown = passwords.comparisons();
        browser.post("/sign-in", Map.of("username", "not a name!", "password", WRONG));
        assertThat(wrong - before).isEqualTo(1);
        assertThat(unknown - wrong).isEqualTo(1);
        assertThat(passwords.comparisons() - unknown).isEqualTo(1);
    }

    @Test
    void aRecoveryCodeServesOnce() {
        TestAccount account = somebody();
        List<String> codes = factors.drawRecoveryCodes(account.id());
        assertThat(codes).hasSize(RecoveryCodes.COUNT).doesNotHaveDuplicates();
        password(account, TestAccount.PASSWORD);
        assertThat(code(codes.getFirst()).statusCode()).isEqualTo(302);
        browser = new Browser(server);
        password(account, TestAccount.PASSWORD);
        assertThat(code(codes.getFirst()).statusCode()).isEqualTo(401);
        assertThat(code(codes.get(1)).statusCode()).isEqualTo(302);
        assertThat(factors.recoveryCodesLeft(account.id())).isEqualTo(RecoveryCodes.COUNT - 2);
    }

    @Test
    void newRecoveryCodesEndTheOldOnes() {
        TestAccount account = somebody();
        List<String> old = factors.drawRecoveryCodes(account.id());
        factors.drawRecoveryCodes(account.id());
        password(account, TestAccount.PASSWORD);
        assertThat(code(old.getFirst()).statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionIdFromOutsideIsNotTaken() {
        TestAccount account = somebody();
        browser.get("/sign-in");
        String planted = browser.session();
        password(account, TestAccount.PASSWORD);
        code(TestCodes.now(context, account));
        Browser attacker = new Browser(server, planted);
        assertThat(attacker.get("/account").statusCode()).isEqualTo(302);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        TestAccount account = somebody();
        Browser signedIn = account.browser(server, TestCodes.now(context, account));
        assertThat(signedIn.postWithoutToken("/account/sessions/end-others", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(new Browser(server).postWithoutToken("/sign-in", Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void signingOutEndsTheSessionOnTheServer() {
        TestAccount account = somebody();
        Browser signedIn = account.browser(server, TestCodes.now(context, account));
        String kept = signedIn.session();
        signedIn.postFrom("/account", "/sign-out", Map.of());
        assertThat(new Browser(server, kept).get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void everyPageCarriesTheHeaders() {
        for (String path : List.of("/", "/sign-in", "/nowhere-at-all", "/access/matrix")) {
            HttpResponse<String> page = browser.get(path);
            Map<String, List<String>> headers = page.headers().map();
            String policy = page.headers().firstValue("content-security-policy").orElse("");
            assertThat(policy)
                    .as(path)
                    .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers)
                    .as(path)
                    .containsEntry("x-content-type-options", List.of("nosniff"))
                    .containsEntry("x-frame-options", List.of("DENY"))
                    .containsEntry("referrer-policy", List.of("same-origin"))
                    .containsKeys("permissions-policy", "cross-origin-opener-policy");
            assertThat(page.headers().firstValue("cache-control").orElse(""))
                    .as(path)
                    .contains("no-store");
        }
    }

    @Test
    void theSessionCookieIsOutOfReachOfScripts() {
        String cookie = browser.get("/sign-in").headers().firstValue("set-cookie").orElse("");
        assertThat(cookie).contains("HttpOnly").containsIgnoringCase("SameSite=Lax");
    }

    @Test
    void aSourceThatKnocksTooFastWaits() throws Exception {
        int status = 0;
        for (int i = 0; i < 900 && status != 429; i++) {
            status =
                    mvc.perform(
                                    post("/sign-in")
                                            .with(csrf())
                                            .with(request -> {
                                                request.setRemoteAddr("192.0.2.77");
                                                return request;
                                            }))
                            .andReturn()
                            .getResponse()
                            .getStatus();
        }
        assertThat(status).isEqualTo(429);
    }

    @Test
    void signInLeadsOnlyWithinTheInstallation() {
        for (String bad :
                List.of(
                        "//evil.example",
                        "https://evil.example",
                        "/\\evil.example",
                        "javascript:x")) {
            assertThat(LocalPath.of(bad)).isEqualTo("/");
        }
        assertThat(LocalPath.of("/cases?state=open")).isEqualTo("/cases?state=open");
    }
}
