package az.qalxan.strategy.progress;

import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a body said about a measure.
 *
 * @param sequence its place among everything that was said
 * @param stage null for words about the measure as a whole
 * @param body the code of the body that said it
 */
public record StageEvent(
        long sequence,
        Instant at,
        ProgressKind kind,
        MeasureCode measure,
        @Nullable Stage stage,
        String body,
        String words) {}
