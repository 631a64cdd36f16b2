package az.qalxan.access;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An account that a test may sign in with over HTTP, as a person would. */
public record TestAccount(AccountId id, UserName username, BodyCode body, Set<Role> roles) {

    public static final String PASSWORD = "üç bənövşə, bir çinar";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    public TestAccount {
        roles = Set.copyOf(roles);
    }

    /**
     * Signs in with both factors.
     *
     * @param code the code that the account's app shows: {@link TestCodes}
     * @return the session cookie as a header's value, for example {@code JSESSIONID=…}
     */
    public String cookie(URI server, String code) {
        Browser browser = new Browser(server);
        browser.post("/sign-in", Map.of("username", username.value(), "password", PASSWORD));
        browser.post("/sign-in/second-factor", Map.of("code", code));
        return browser.session();
    }

    /** Signs in with both factors and goes on with that browser. */
    Browser browser(URI server, String code) {
        Browser browser = new Browser(server);
        browser.post("/sign-in", Map.of("username", username.value(), "password", PASSWORD));
        browser.post("/sign-in/second-factor", Map.of("code", code));
        return browser;
    }

    /** A client that keeps the session's cookie and sends the CSRF token of the page before. */
    static final class Browser {

        private final URI server;
        private final HttpClient http = HttpClient.newHttpClient();
        private String cookie = "";
        private String csrf = "";

        Browser(URI server) {
            this.server = server;
        }

        Browser(URI server, String cookie) {
            this.server = server;
            this.cookie = cookie;
        }

        HttpResponse<String> get(String path) {
            return send(HttpRequest.newBuilder(server.resolve(path)).GET());
        }

        HttpResponse<String> post(String path, Map<String, String> fields) {
            return postFrom(path, path, fields);
        }

        /** Sends the form to an address that has no page of its own; the token is of another. */
        HttpResponse<String> postFrom(String page, String path, Map<String, String> fields) {
            get(page);
            return form(path, fields);
        }

        HttpResponse<String> postWithoutToken(String path, Map<String, String> fields) {
            csrf = "";
            return form(path, fields);
        }

        private HttpResponse<String> form(String path, Map<String, String> fields) {
            String form =
                    fields.entrySet().stream()
                            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                            .collect(Collectors.joining("&", "", "&_csrf=" + encoded(csrf)));
            return send(
                    HttpRequest.newBuilder(server.resolve(path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form)));
        }

        HttpResponse<String> postJson(String page, String path, String json) {
            get(page);
            return send(
                    HttpRequest.newBuilder(server.resolve(path))
                            .header("Content-Type", "application/json")
                            .header("Accept", "application/json")
                            .header("X-CSRF-TOKEN", csrf)
                            .POST(HttpRequest.BodyPublishers.ofString(json)));
        }

        String session() {
            return cookie;
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            if (!cookie.isEmpty()) {
                request.header("Cookie", cookie);
            }
            try {
                HttpResponse<String> answer =
                        http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                answer.headers().allValues("Set-Cookie").stream()
                        .filter(set -> set.startsWith("JSESSIONID="))
                        .forEach(set -> cookie = set.substring(0, set.indexOf(';')));
                Matcher token = CSRF.matcher(answer.body());
                csrf = token.find() ? token.group(1) : csrf;
                return answer;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private static String encoded(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }
}
