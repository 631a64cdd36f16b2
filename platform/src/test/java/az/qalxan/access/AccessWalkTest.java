package az.qalxan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import az.qalxan.PlatformTest;
import az.qalxan.web.OpenToEveryone;
import az.qalxan.web.Requires;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint of the application with every role, of several bodies, with no sign-in and with a
 * program's token. What is expected is read from the matrix file, not from the code under test.
 */
@PlatformTest
class AccessWalkTest {

    private static final List<String> BODIES = List.of("din", "dtx", "bp", "xritdx");
    private static final Pattern VARIABLE =
            Pattern.compile("\\{\\*?(\\w+)(?::((?:[^{}]|\\{[^}]*})*))?}");
    private static final String FORBIDDEN = "urn:qalxan:problem:forbidden";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired MockMvc mvc;
    @Autowired ApiClients clients;
    private final MatrixOnPaper matrix = new MatrixOnPaper();
    private int addresses;

    /** One way to call one endpoint. */
    private record Endpoint(
            HttpMethod method, String path, @Nullable String right, String type, String name) {

        boolean api() {
            return path.startsWith("/api/")
                    || path.startsWith("/taxii2")
                    || path.startsWith("/misp/");
        }
    }

    @Test
    void everyEndpointDeclaresItsRight() {
        List<String> silent = new ArrayList<>();
        mapping.getHandlerMethods()
                .forEach((info, handler) -> {
                    boolean requires = handler.hasMethodAnnotation(Requires.class);
                    boolean open = handler.hasMethodAnnotation(OpenToEveryone.class);
                    if (ours(handler) && requires == open) {
                        silent.add(handler + " " + info);
                    }
                });
        assertThat(silent).isEmpty();
        assertThat(endpoints()).hasSizeGreaterThan(60);
    }

    @Test
    void everyRightThatAnEndpointAsksForIsGivenToSomebody() {
        List<String> orphans =
                endpoints().stream()
                        .map(Endpoint::right)
                        .filter(right -> right != null && !anybody(right))
                        .distinct()
                        .toList();
        assertThat(orphans).isEmpty();
    }

    private boolean anybody(String right) {
        return matrix.rules().stream()
                .anyMatch(rule ->
                        right.equals(
                                rule.get("module").asString() + ":" + rule.get("verb").asString()));
    }

    @Test
    void everyRoleOfEveryBodyReachesWhatTheMatrixSays() {
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : endpoints()) {
            for (Role role : Role.values()) {
                for (String body : bodies(endpoint)) {
                    String problem = asPerson(endpoint, role, body);
                    if (!problem.isEmpty()) {
                        wrong.add(endpoint + " as " + role + " of " + body + ": " + problem);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Every body where the right depends on it; two for the rest, one where no right is asked. */
    private List<String> bodies(Endpoint endpoint) {
        @Nullable String right = endpoint.right();
        if (right == null) {
            return List.of("din");
        }
        boolean dependsOnBody =
                matrix.rules().stream()
                        .filter(rule -> right.startsWith(rule.get("module").asString() + ":"))
                        .anyMatch(rule -> !rule.get("bodies").get(0).asString().equals("*"));
        return dependsOnBody ? BODIES : List.of("din", "dtx");
    }

    private String asPerson(Endpoint endpoint, Role role, String body) {
        return judge(endpoint, SignedIn.as(body, role), role, body);
    }

    private String judge(Endpoint endpoint, RequestPostProcessor who, Role role, String body) {
        MockHttpServletResponse answer = call(endpoint, who);
        @Nullable String right = endpoint.right();
        boolean expected = right == null || matrix.permits(body, role.code(), right);
        boolean refused = answer.getStatus() == 403 && text(answer).contains(FORBIDDEN);
        if (refused == expected) {
            return (expected ? "refused " : "allowed ") + answer.getStatus();
        }
        return answer.getStatus() >= 500 ? "failed " + answer.getStatus() : "";
    }

    @Test
    void nobodyReachesWhatAsksForARight() {
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : endpoints()) {
            MockHttpServletResponse answer = call(endpoint, request -> request);
            @Nullable String to = answer.getHeader("Location");
            boolean asked =
                    endpoint.api()
                            ? answer.getStatus() == 401
                            : to != null && to.startsWith("/sign-in?next=");
            if (asked != (endpoint.right() != null) && !endpoint.path().startsWith("/sign-in")) {
                wrong.add(endpoint + ": " + answer.getStatus() + " " + to);
            }
            if (answer.getStatus() >= 500) {
                wrong.add(endpoint + ": failed " + answer.getStatus());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aTokenOpensTheInterfaceForProgramsAlone() {
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            String token = SignedIn.token(clients, "din", role);
            RequestPostProcessor program =
                    request -> {
                        request.addHeader("Authorization", "Bearer " + token);
                        return request;
                    };
            for (Endpoint endpoint : endpoints()) {
                if (endpoint.api()) {
                    String problem = judge(endpoint, program, role, "din");
                    if (!problem.isEmpty()) {
                        wrong.add(endpoint + " by a program as " + role + ": " + problem);
                    }
                } else if (role == Role.DUTY_OFFICER
                        && endpoint.right() != null
                        && call(endpoint, program).getStatus() != 302) {
                    wrong.add(endpoint + " opened by a token");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private MockHttpServletResponse call(Endpoint endpoint, RequestPostProcessor who) {
        try {
            int n = ++addresses;
            RequestPostProcessor elsewhere =
                    request -> {
                        request.setRemoteAddr("10.77." + n / 250 % 250 + "." + n % 250);
                        return request;
                    };
            MockHttpServletRequestBuilder request =
                    MockMvcRequestBuilders.request(endpoint.method(), URI.create(endpoint.path()))
                            .header("Accept", "application/json");
            if (!endpoint.type().isEmpty()) {
                request.contentType(endpoint.type());
            }
            return mvc.perform(request.with(csrf()).with(elsewhere).with(who))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new AssertionError(endpoint.toString(), e);
        }
    }

    private static String text(MockHttpServletResponse answer) {
        try {
            return answer.getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private List<Endpoint> endpoints() {
        List<Endpoint> all = new ArrayList<>();
        mapping.getHandlerMethods()
                .forEach((info, handler) -> {
                    if (ours(handler)) {
                        for (String pattern : info.getPatternValues()) {
                            for (RequestMethod method :
                                    methods(info.getMethodsCondition().getMethods())) {
                                all.add(endpoint(info, method, pattern, handler));
                            }
                        }
                    }
                });
        return all;
    }

    private static List<RequestMethod> methods(java.util.Set<RequestMethod> declared) {
        return declared.isEmpty() ? List.of(RequestMethod.GET) : List.copyOf(declared);
    }

    private static Endpoint endpoint(
            RequestMappingInfo info, RequestMethod method, String pattern, HandlerMethod handler) {
        @Nullable Requires requires = handler.getMethodAnnotation(Requires.class);
        return new Endpoint(
                HttpMethod.valueOf(method.name()),
                filled(pattern),
                requires == null ? null : requires.value(),
                info.getConsumesCondition().getConsumableMediaTypes().stream()
                        .findFirst()
                        .map(type -> type.toString())
                        .orElse(""),
                handler.getBeanType().getSimpleName() + "." + handler.getMethod().getName());
    }

    private static boolean ours(HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith("az.qalxan.");
    }

    /** A path with a record that does not exist in every place of a variable. */
    private static String filled(String pattern) {
        Matcher variable = VARIABLE.matcher(pattern.isEmpty() ? "/" : pattern);
        return variable.replaceAll(found -> {
            @Nullable String form = found.group(2);
            if (form == null) {
                return KNOWN.getOrDefault(found.group(1), UUID.randomUUID().toString());
            }
            return form.startsWith("[0-9]") ? "99999999" : form.split("\\|")[0];
        });
    }

    private static final Map<String, String> KNOWN = Map.of("name", "by-day");
}
