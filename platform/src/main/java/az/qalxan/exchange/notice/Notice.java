package az.qalxan.exchange.notice;

import az.qalxan.access.Handling;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an owner is told at once.
 *
 * @param state waiting, sent, stuck, opened, acknowledged, fixed, disputed or closed; key {@code
 *     notice.state.<state>}
 * @param level how often it went further for want of an answer
 * @param dueAt when the next step is due; null when an answer came
 */
record Notice(
        UUID id,
        String number,
        String body,
        Handling handling,
        UUID owner,
        boolean grave,
        int items,
        String state,
        int level,
        Instant madeAt,
        @Nullable Instant dueAt,
        @Nullable Instant sentAt,
        @Nullable Instant openedAt,
        @Nullable Instant acknowledgedAt) {

    boolean answered() {
        return switch (state) {
            case "acknowledged", "fixed", "disputed", "closed" -> true;
            default -> false;
        };
    }

    boolean closed() {
        return state.equals("closed");
    }

    boolean overdue(Instant now) {
        return dueAt != null && now.isAfter(dueAt);
    }

    String path() {
        return "/notices/" + number;
    }
}
