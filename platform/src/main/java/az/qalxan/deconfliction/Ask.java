package az.qalxan.deconfliction;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question of one body to another about a hit, with what became of it.
 *
 * @param asker who asked, by name
 * @param ground code of the legal basis
 * @param decider who decided, by name; empty before
 * @param decidedAt null before
 * @param words why it was refused; empty else
 * @param until when the consent ends or ended; null without one
 */
record Ask(
        UUID id,
        UUID hit,
        String asking,
        String owner,
        String asker,
        String ground,
        String purpose,
        Instant askedAt,
        Disclosure state,
        String decider,
        @Nullable Instant decidedAt,
        String words,
        @Nullable Instant until,
        int version) {}
