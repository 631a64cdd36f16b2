package az.qalxan.access;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * One browser in which somebody is signed in. It lies in the session itself and hears when that
 * ends.
 */
final class OpenSession implements HttpSessionBindingListener {

    static final String ATTRIBUTE = OpenSession.class.getName();

    private final UUID handle = UUID.randomUUID();
    private final AccountId account;
    private final HttpSession session;
    private final Instant since;
    private final Origin origin;
    private final Consumer<OpenSession> ended;
    private volatile Instant lastUsed;

    /**
     * Where a session was opened.
     *
     * @param address the client's address
     * @param browser what the browser says of itself, cut to 120 characters
     */
    record Origin(String address, String browser) {}

    OpenSession(
            AccountId account,
            HttpSession session,
            Instant since,
            Origin origin,
            Consumer<OpenSession> ended) {
        this.account = account;
        this.session = session;
        this.since = since;
        this.origin = origin;
        this.ended = ended;
        this.lastUsed = since;
    }

    /** A name for the session that does not let its holder take it over. */
    UUID handle() {
        return handle;
    }

    AccountId account() {
        return account;
    }

    Instant since() {
        return since;
    }

    Instant lastUsed() {
        return lastUsed;
    }

    Origin origin() {
        return origin;
    }

    void usedAt(Instant now) {
        lastUsed = now;
    }

    void end() {
        session.invalidate();
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        ended.accept(this);
    }
}
