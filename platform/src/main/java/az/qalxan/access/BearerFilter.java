package az.qalxan.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Recognises a program by the token in its Authorization header (RFC 6750 section 2.1). A wrong one
 * leaves the caller unknown; the endpoint then refuses as it does without a token.
 */
@Component
final class BearerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";
    private static final int TOKEN_CHARS_MAX = 200;

    private final ApiClients clients;
    private final Clock clock;

    BearerFilter(ApiClients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null
                && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && header.length() <= TOKEN_CHARS_MAX) {
            clients.caller(header.substring(SCHEME.length()).strip()).ifPresent(this::keep);
        }
        chain.doFilter(request, response);
    }

    private void keep(Caller caller) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(Proof.of(new SignedInProgram(caller), Set.of(), clock.instant()));
        SecurityContextHolder.setContext(context);
    }

    /** Keeps Spring Boot from running the filter outside its chain as well. */
    @Configuration(proxyBeanMethods = false)
    static class OnlyInItsChain {

        @Bean
        FilterRegistrationBean<BearerFilter> bearerFilterRegistration(BearerFilter filter) {
            FilterRegistrationBean<BearerFilter> registration =
                    new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }
    }
}
