package az.qalxan.monitoring;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That what a rule finds is known to be none, said by a person until a day.
 *
 * @param endedAt null while it was not ended by hand
 */
record Suppression(
        UUID id,
        String body,
        Terms terms,
        Instant madeAt,
        String madeBy,
        @Nullable Instant endedAt,
        String endedBy) {

    /**
     * What it covers.
     *
     * @param source null for any source of the body
     * @param entity null for whomever the event speaks of
     */
    record Terms(
            String rule,
            String title,
            @Nullable UUID source,
            @Nullable Entity entity,
            String reason,
            Instant until) {}

    boolean covers(Draft draft) {
        return terms.rule().equals(draft.rule().id())
                && (terms.source() == null || terms.source().equals(draft.source().id()))
                && (terms.entity() == null || draft.entities().contains(terms.entity()));
    }

    boolean live(Instant now) {
        return endedAt == null && now.isBefore(terms.until());
    }
}
