package az.qalxan.access;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.access.TestAccount.Browser;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An empty installation: its first administrator, and sign-in through an outside provider, with
 * both servers on ports of their own.
 */
class NewInstallationTest {

    @TempDir static Path data;
    private static ConfigurableApplicationContext provider;
    private static ConfigurableApplicationContext platform;
    private static URI server = URI.create("http://localhost");
    private static String issuer = "";

    @BeforeAll
    static void start() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        provider = OutsideProvider.start(port);
        issuer =
                "http://localhost:"
                        + provider.getEnvironment().getRequiredProperty("local.server.port");
        SpringApplication application = new SpringApplication(az.qalxan.QalxanApplication.class);
        String client = "spring.security.oauth2.client.";
        application.setDefaultProperties(
                Map.of(
                        "server.port",
                        port,
                        "qalxan.data",
                        data.resolve("qalxan").toString(),
                        "qalxan.database.durable",
                        false,
                        client + "registration.test.client-id",
                        OutsideProvider.CLIENT,
                        client + "registration.test.client-secret",
                        OutsideProvider.SECRET,
                        client + "registration.test.client-name",
                        "Sınaq provayderi",
                        client + "registration.test.scope",
                        "openid",
                        client + "registration.test.provider",
                        "outside",
                        client + "provider.outside.issuer-uri",
                        issuer));
        platform = application.run();
        server = URI.create("http://localhost:" + port);
    }

    @AfterAll
    static void stop() {
        platform.close();
        provider.close();
    }

    @Test
    void theFirstAdministratorComesThroughAOneTimeLink() {
        FirstAdministratorLink links = platform.getBean(FirstAdministratorLink.class);
        String older = links.draw().orElseThrow();
        String link = links.draw().orElseThrow();
        Browser browser = new Browser(server);
        assertThat(browser.get(older).statusCode()).isEqualTo(404);
        assertThat(browser.get("/first-administrator?token=guess").statusCode()).isEqualTo(404);
        assertThat(browser.get(link).statusCode()).isEqualTo(200);
        assertThat(create(browser, link, "short").statusCode()).isEqualTo(422);
        HttpResponse<String> made = create(browser, link, TestAccount.PASSWORD);
        assertThat(made.headers().firstValue("Location")).hasValue("/sign-in");
        assertThat(create(browser, link, TestAccount.PASSWORD).statusCode()).isEqualTo(404);
        assertThat(browser.get(link).statusCode()).isEqualTo(404);
        assertThat(links.draw()).isEmpty();
        browser.post("/sign-in", Map.of("username", "birinci", "password", TestAccount.PASSWORD));
        assertThat(browser.get("/sign-in/second-factor").headers().firstValue("Location"))
                .hasValue("/sign-in/enrol");
    }

    private static HttpResponse<String> create(Browser browser, String link, String password) {
        return browser.postFrom(
                "/sign-in",
                "/first-administrator",
                Map.of(
                        "token", link.substring(link.indexOf('=') + 1),
                        "username", "birinci",
                        "name", "Birinci İnzibatçı",
                        "body", "xritdx",
                        "password", password));
    }

    @Test
    void aBoundIdentityWithSeveralFactorsSignsIn() throws Exception {
        bound("known-mfa", Role.STATISTICIAN);
        HttpClient browser = through("known-mfa");
        assertThat(get(browser, "/account").statusCode()).isEqualTo(200);
        assertThat(get(browser, "/access/accounts").statusCode())
                .as("the provider's claim of a role gives no right")
                .isEqualTo(403);
    }

    @Test
    void withOneFactorAtTheProviderOursIsAskedFor() throws Exception {
        bound("known", Role.STATISTICIAN);
        HttpClient browser = through("known");
        HttpResponse<String> page = get(browser, "/account");
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location")).hasValue("/sign-in/second-factor");
    }

    @Test
    void anIdentityWithoutAnAccountStaysOutside() throws Exception {
        HttpClient browser = through("stranger");
        HttpResponse<String> page = get(browser, "/account");
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElse("")).startsWith("/sign-in");
    }

    @Test
    void theSignInPageOffersTheProviderAndThePolicyLetsItsFormThrough() throws Exception {
        HttpResponse<String> page = get(HttpClient.newHttpClient(), "/sign-in");
        assertThat(page.body()).contains("/oauth2/authorization/test", "Sınaq provayderi");
        assertThat(page.headers().firstValue("content-security-policy").orElse(""))
                .contains("form-action 'self' " + issuer);
    }

    private static void bound(String subject, Role role) {
        Accounts accounts = platform.getBean(Accounts.class);
        TestAccount account = SignedIn.account(accounts, "din", role);
        Caller administrator = SignedIn.caller("din", Role.ADMINISTRATOR);
        ActingAs.run(
                administrator.identity(),
                () ->
                        platform.getBean(AccountAdministration.class)
                                .bind(
                                        account.id(),
                                        new OidcSubject(issuer, subject),
                                        administrator));
        assertThat(TransactionIdentity.NOBODY.account()).isEmpty();
    }

    /** Goes to the provider, signs in there and comes back, as a browser would. */
    private static HttpClient through(String subject) throws Exception {
        HttpClient browser =
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
        URI at = follow(browser, server.resolve("/oauth2/authorization/test"));
        assertThat(at.toString()).startsWith(issuer + "/login");
        HttpResponse<String> login =
                browser.send(
                        HttpRequest.newBuilder(URI.create(issuer + "/login"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "username="
                                                        + URLEncoder.encode(
                                                                subject, StandardCharsets.UTF_8)
                                                        + "&password=p"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        follow(
                browser,
                URI.create(issuer).resolve(login.headers().firstValue("Location").orElseThrow()));
        return browser;
    }

    private static URI follow(HttpClient browser, URI from) throws Exception {
        URI at = from;
        for (int i = 0; i < 12; i++) {
            HttpResponse<String> answer =
                    browser.send(
                            HttpRequest.newBuilder(at).header("Accept", "text/html").build(),
                            HttpResponse.BodyHandlers.ofString());
            String next = answer.headers().firstValue("Location").orElse("");
            if (next.isEmpty()) {
                return at;
            }
            at = at.resolve(next);
        }
        return at;
    }

    private static HttpResponse<String> get(HttpClient browser, String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(server.resolve(path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
