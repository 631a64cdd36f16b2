package az.qalxan.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
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
 * leaves the caller unknown; the endpoint then refuses as it does without a token. At the TAXII
 * server a program may give its name and token as user and password, at the door of MISP the token
 * alone.
 */
@Component
final class BearerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";
    private static final int TOKEN_CHARS_MAX = 200;

    /** TAXII clients know no tokens, but names and passwords (TAXII 2.1, section 1.6.9). */
    private static final String TAXII = "/taxii2";

    /** Programs of MISP give their key as it is. */
    private static final String MISP = "/misp/";

    private static final String BASIC = "Basic ";
    private static final int BASIC_CHARS_MAX = 2_000;

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
        if (header != null && request.getRequestURI().startsWith(TAXII)) {
            basic(header).ifPresent(this::keep);
        }
        if (header != null
                && request.getRequestURI().startsWith(MISP)
                && header.length() <= TOKEN_CHARS_MAX
                && header.indexOf(' ') < 0) {
            clients.caller(header.strip()).ifPresent(this::keep);
        }
        chain.doFilter(request, response);
    }

    /** The program that gives its name, or its account's id, and its token (RFC 7617). */
    private Optional<Caller> basic(String header) {
        if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())
                || header.length() > BASIC_CHARS_MAX) {
            return Optional.empty();
        }
        byte[] given;
        try {
            given = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        String text = new String(given, StandardCharsets.UTF_8);
        int colon = text.lastIndexOf(':');
        return colon < 0
                ? Optional.empty()
                : clients.caller(text.substring(colon + 1))
                        .filter(caller -> named(caller, text.substring(0, colon)));
    }

    private static boolean named(Caller caller, String user) {
        return user.equals(caller.name()) || user.equals(caller.account().toString());
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
