package az.qalxan.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session that has lasted too long, however busy it is. */
final class SessionLimitFilter extends OncePerRequestFilter {

    private final Clock clock;
    private final Duration max;

    SessionLimitFilter(Clock clock, Duration max) {
        this.clock = clock;
        this.max = max;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable OpenSession session = OpenSessions.here(request);
        Instant now = clock.instant();
        if (session != null && now.isAfter(session.since().plus(max))) {
            session.end();
        } else if (session != null) {
            session.usedAt(now);
        }
        chain.doFilter(request, response);
    }
}
