package az.qalxan.access;

import az.qalxan.web.OpenToEveryone;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Lets a request reach an endpoint only when the endpoint is open to everyone or its caller holds
 * the right it declares. What declares neither is refused to all.
 */
@Component
final class RightsInterceptor implements HandlerInterceptor {

    private static final String OURS = "az.qalxan.";

    /** Where programs knock, which have no use for a form to sign in. */
    private static final java.util.List<String> PROGRAMS =
            java.util.List.of("/api/", "/taxii2", "/misp/");

    /**
     * Endpoints of libraries that answer without sign-in: the error page, the API's description.
     */
    private static final java.util.List<String> OPEN_LIBRARIES =
            java.util.List.of(
                    "org.springframework.boot.webmvc.autoconfigure.error.", "org.springdoc.");

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final Map<String, Right> parsed = new ConcurrentHashMap<>();

    RightsInterceptor(CurrentCaller current, AccessPolicy policy) {
        this.current = current;
        this.policy = policy;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (open(handler)) {
            return true;
        }
        Optional<Caller> caller = current.get();
        if (caller.isEmpty()) {
            return askToSignIn(request, response);
        }
        @Nullable Right right = right(handler);
        if (right == null || !policy.permits(caller.get(), right)) {
            throw ProblemFound.of(WebProblem.FORBIDDEN);
        }
        return true;
    }

    private static boolean open(Object handler) {
        if (handler instanceof HandlerMethod method) {
            return method.hasMethodAnnotation(OpenToEveryone.class)
                    || OPEN_LIBRARIES.stream().anyMatch(method.getBeanType().getName()::startsWith);
        }
        return handler instanceof ResourceHttpRequestHandler;
    }

    private @Nullable Right right(Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)) {
            @Nullable Requires requires = method.getMethodAnnotation(Requires.class);
            return requires == null ? null : parsed.computeIfAbsent(requires.value(), Right::parse);
        }
        return null;
    }

    private static boolean askToSignIn(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (PROGRAMS.stream().anyMatch(request.getRequestURI()::startsWith)) {
            throw ProblemFound.of(WebProblem.UNAUTHENTICATED);
        }
        String page = "/sign-in?next=" + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8);
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", page);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(page);
        }
        return false;
    }

    /** Where to go after sign-in: the page asked for, or home when it was no page. */
    private static String wanted(HttpServletRequest request) {
        @Nullable String query = request.getQueryString();
        return request.getMethod().equals("GET") && request.getHeader("HX-Request") == null
                ? request.getRequestURI() + (query == null ? "" : "?" + query)
                : "/";
    }
}
