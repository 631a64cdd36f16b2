package az.qalxan.cooperation;

import az.qalxan.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has typed into the new-request form so far. It lives in the person's own session
 * and nowhere else: nobody else sees it, and it is gone with the session.
 *
 * @param account whose it is; a session that changes hands hands on nothing
 * @param caseNumber of the case that it was opened from; empty for none
 */
record FormDraft(String account, String caseNumber, Map<String, String> fields, Instant at) {

    /** Longer drafts are not kept. */
    static final int CHARS_MAX = 60_000;

    private static final String PLACE = "duty.draft";

    /** What is not worth keeping, or is nobody's words. */
    private static final Set<String> LEFT_OUT = Set.of("_csrf", "key", "case");

    FormDraft {
        fields = Map.copyOf(fields);
    }

    /** Keeps what was typed; a form in which nothing is written keeps nothing. */
    static void keep(
            HttpServletRequest request, Caller caller, Map<String, String> typed, Instant now) {
        Map<String, String> fields = new HashMap<>(typed);
        fields.keySet().removeAll(LEFT_OUT);
        int chars = fields.values().stream().mapToInt(String::length).sum();
        if (chars > CHARS_MAX || !written(fields)) {
            return;
        }
        request.getSession()
                .setAttribute(
                        PLACE,
                        new FormDraft(
                                caller.account().toString(),
                                typed.getOrDefault("case", ""),
                                fields,
                                now));
    }

    private static boolean written(Map<String, String> fields) {
        return Set.of("data", "authority", "facts", "necessity", "offence", "reference", "state")
                .stream()
                .anyMatch(name -> !fields.getOrDefault(name, "").isBlank());
    }

    /** The caller's draft for that case, or for none. */
    static Optional<FormDraft> of(HttpServletRequest request, Caller caller, String caseNumber) {
        @Nullable HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(PLACE) instanceof FormDraft draft
                        && draft.account().equals(caller.account().toString())
                        && draft.caseNumber().equals(caseNumber)
                ? Optional.of(draft)
                : Optional.empty();
    }

    static void drop(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(PLACE);
        }
    }
}
