package az.qalxan.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/** Takes the reader's language from {@code ?lang=}, else from a cookie, else Azerbaijani. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LanguageFilter extends OncePerRequestFilter {

    private static final String ATTRIBUTE = LanguageFilter.class.getName();
    private static final String COOKIE = "qalxan-lang";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    static Language of(HttpServletRequest request) {
        @Nullable Object language = request.getAttribute(ATTRIBUTE);
        return language instanceof Language known ? known : Language.AZ;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable String asked = askedFor(request);
        @Nullable Cookie remembered = WebUtils.getCookie(request, COOKIE);
        Language language =
                Language.of(
                        asked != null ? asked : remembered == null ? "" : remembered.getValue());
        request.setAttribute(ATTRIBUTE, language);
        if (asked != null) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(language).toString());
        }
        chain.doFilter(request, response);
    }

    /**
     * Read from the query alone, so that a form's body is not parsed before its size is checked.
     */
    private static @Nullable String askedFor(HttpServletRequest request) {
        @Nullable String query = request.getQueryString();
        if (query == null) {
            return null;
        }
        for (Language language : Language.values()) {
            String pair = "lang=" + language.code();
            if (query.equals(pair) || query.startsWith(pair + "&") || query.contains("&" + pair)) {
                return language.code();
            }
        }
        return null;
    }

    private static ResponseCookie cookie(Language language) {
        return ResponseCookie.from(COOKIE, language.code())
                .path("/")
                .maxAge(REMEMBERED)
                .sameSite("Lax")
                .httpOnly(true)
                .build();
    }
}
