package az.qalxan.access;

import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Answers 429 (RFC 6585 section 4) to a source that knocks too fast. */
@Component
final class RateInterceptor implements HandlerInterceptor {

    private static final String RETRY_SECONDS = "60";

    private final Map<Door, RateLimiter> limiters = new EnumMap<>(Door.class);
    private final CurrentCaller caller;

    RateInterceptor(AccessSettings settings, Clock clock, CurrentCaller caller) {
        this.caller = caller;
        for (Door door : Door.values()) {
            limiters.put(door, new RateLimiter(settings.rate(door), clock));
        }
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        Optional<Door> door = door(request);
        if (door.isPresent() && !admits(door.get(), request)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            throw ProblemFound.of(WebProblem.TOO_MANY_REQUESTS);
        }
        return true;
    }

    private boolean admits(Door door, HttpServletRequest request) {
        RateLimiter limiter = limiters.get(door);
        String source =
                door == Door.API ? caller.require().account().toString() : request.getRemoteAddr();
        return limiter == null || limiter.admits(source);
    }

    private Optional<Door> door(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean known = caller.get().isPresent();
        if (path.startsWith("/api/")) {
            return Optional.of(known ? Door.API : Door.API_STRANGER);
        }
        if (!request.getMethod().equals("POST")) {
            return !known && isWorkedOut(path) ? Optional.of(Door.PUBLIC_PAGE) : Optional.empty();
        }
        if (path.startsWith("/sign-in") || path.startsWith("/first-administrator")) {
            return Optional.of(Door.SIGN_IN);
        }
        return known ? Optional.empty() : Optional.of(Door.PUBLIC_FORM);
    }

    /** Pages and open data of the law and of the plan are worked out for whoever asks. */
    private static boolean isWorkedOut(String path) {
        return List.of("/law", "/plan").stream()
                .anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }
}
