package az.qalxan.exchange.notice;

import az.qalxan.access.Handling;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an owner is told at once.
 *
 * @param part what of the owner's net it is about, as a claim names it; empty where nobody else
 *     handles it
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
        String part,
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

    /** Whether the next step is to be taken. */
    boolean due(Instant now) {
        return dueAt != null && !now.isBefore(dueAt);
    }

    boolean overdue(Instant now) {
        return dueAt != null && now.isAfter(dueAt);
    }

    String path() {
        return "/notices/" + number;
    }
}
