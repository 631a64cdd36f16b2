package az.qalxan.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Writes into the browser's session who has proved what. */
@Component
final class SignInSession {

    private final SecurityContextRepository contexts;
    private final SessionAuthenticationStrategy renewal;
    private final OpenSessions sessions;
    private final DeviceCookie devices;
    private final Clock clock;

    SignInSession(
            SecurityContextRepository contexts,
            SessionAuthenticationStrategy renewal,
            OpenSessions sessions,
            DeviceCookie devices,
            Clock clock) {
        this.contexts = contexts;
        this.renewal = renewal;
        this.sessions = sessions;
        this.devices = devices;
        this.clock = clock;
    }

    /** The right password was given. */
    void half(Account account, String next, Exchange exchange) {
        HalfSignedIn principal = new HalfSignedIn(account.id(), account.username(), next);
        keep(Proof.of(principal, Set.of(Factor.PASSWORD), clock.instant()), exchange);
    }

    /** Both factors were given. */
    void full(Account account, Factor second, Exchange exchange) {
        open(account, Set.of(Factor.PASSWORD, second), exchange);
    }

    /** An outside provider asked for several factors itself. */
    void throughProvider(Account account, Exchange exchange) {
        open(account, Set.of(Factor.PROVIDER), exchange);
    }

    private void open(Account account, Set<Factor> factors, Exchange exchange) {
        SignedInPerson principal = new SignedInPerson(account.caller());
        keep(Proof.of(principal, factors, clock.instant()), exchange);
        sessions.opened(account.id(), exchange.request());
        devices.give(exchange.response(), account.username());
    }

    /** Who has given the password in this browser and nothing more. */
    static Optional<HalfSignedIn> pending() {
        Authentication now = SecurityContextHolder.getContext().getAuthentication();
        return now != null && now.getPrincipal() instanceof HalfSignedIn half
                ? Optional.of(half)
                : Optional.empty();
    }

    private void keep(Authentication proof, Exchange exchange) {
        exchange.request().getSession();
        renewal.onAuthentication(proof, exchange.request(), exchange.response());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(proof);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, exchange.request(), exchange.response());
    }

    /** A request and its answer. */
    record Exchange(HttpServletRequest request, HttpServletResponse response) {}
}
