package az.qalxan.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sessions of everybody who is signed in; at most ten for each account. */
@Component
final class OpenSessions {

    static final int PER_ACCOUNT_MAX = 10;
    private static final int BROWSER_CHARS_MAX = 120;

    private final Map<UUID, OpenSession> open = new ConcurrentHashMap<>();
    private final Clock clock;

    OpenSessions(Clock clock) {
        this.clock = clock;
    }

    void opened(AccountId account, HttpServletRequest request) {
        HttpSession session = request.getSession();
        OpenSession opened =
                new OpenSession(
                        account,
                        session,
                        clock.instant(),
                        new OpenSession.Origin(request.getRemoteAddr(), browser(request)),
                        ended -> open.remove(ended.handle()));
        open.put(opened.handle(), opened);
        session.setAttribute(OpenSession.ATTRIBUTE, opened);
        of(account).stream().skip(PER_ACCOUNT_MAX).forEach(OpenSession::end);
    }

    /** The sessions of an account, the newest first. */
    List<OpenSession> of(AccountId account) {
        return open.values().stream()
                .filter(session -> session.account().equals(account))
                .sorted(Comparator.comparing(OpenSession::since).reversed())
                .toList();
    }

    /** Ends one of the account's sessions; false when it has none of that handle. */
    boolean end(AccountId account, UUID handle) {
        @Nullable OpenSession session = open.get(handle);
        if (session == null || !session.account().equals(account)) {
            return false;
        }
        session.end();
        return true;
    }

    /** Ends every session of the account but the one kept. */
    void endAll(AccountId account, @Nullable OpenSession kept) {
        of(account).stream().filter(session -> session != kept).forEach(OpenSession::end);
    }

    static @Nullable OpenSession here(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        return session == null ? null : (OpenSession) session.getAttribute(OpenSession.ATTRIBUTE);
    }

    private static String browser(HttpServletRequest request) {
        @Nullable String agent = request.getHeader("User-Agent");
        return agent == null ? "" : agent.substring(0, Math.min(agent.length(), BROWSER_CHARS_MAX));
    }
}
