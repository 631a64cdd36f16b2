package az.qalxan.access;

import java.time.Clock;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/** What the chain of the pages is put together from. */
record PageParts(
        SecurityContextRepository contexts,
        SessionAuthenticationStrategy renewal,
        CsrfTokenRepository csrfTokens,
        OidcSignIn provider,
        AccessSettings settings,
        Clock clock) {}
