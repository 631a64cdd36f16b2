package az.qalxan.access;

import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** What the filters answer to somebody they stop. */
@Component
final class Refusals implements AccessDeniedHandler, AuthenticationEntryPoint {

    private final FilterProblems problems;

    Refusals(FilterProblems problems) {
        this.problems = problems;
    }

    /** A missing CSRF token, or a second factor that is still to be given. */
    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (SignInSession.pending().isPresent() && request.getMethod().equals("GET")) {
            response.sendRedirect("/sign-in/second-factor");
        } else {
            problems.answer(WebProblem.FORBIDDEN, request, response);
        }
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        problems.answer(WebProblem.UNAUTHENTICATED, request, response);
    }
}
