package az.qalxan.strategy.progress;

import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Stage;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the record of progress.
 *
 * @param place its measure, and its stage unless it tells of the whole
 * @param claim the claim that it tells of; null for criteria and free words
 * @param about the line that it answers; null if none
 */
record Entry(
        long sequence,
        Instant at,
        ProgressKind kind,
        Place place,
        @Nullable UUID claim,
        @Nullable Long about,
        Author author,
        String words) {

    /** A stage of a measure; null where the whole measure is meant. */
    record Place(MeasureCode measure, @Nullable Stage stage) {}

    String body() {
        return author.body();
    }

    /** Whether somebody judges a claim here. */
    boolean isVerdict() {
        return switch (kind) {
            case CONFIRMED, DISPUTED, TAKEN_BACK -> true;
            case CRITERION, PROPOSED, EVIDENCE, ANSWERED, WITHDRAWN, REOPENED, SAID -> false;
        };
    }

    StageEvent event() {
        return new StageEvent(
                sequence, at, kind, place.measure(), place.stage(), author.body(), words);
    }
}
