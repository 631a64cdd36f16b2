package az.qalxan.strategy.progress;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far a stage of a measure is.
 *
 * @param since when it came to that; null while nobody has proposed it
 * @param byBody the code of the body that proposed it; null while nobody has
 * @param evidence how many pieces of evidence its standing claims have
 */
public record StageStanding(
        State state, @Nullable Instant since, @Nullable String byBody, int evidence) {

    /** Nobody says that it is reached. */
    static final StageStanding NONE = new StageStanding(State.OPEN, null, null, 0);

    /** In the order in which one claim outweighs another. */
    public enum State {
        OPEN,
        PROPOSED,
        DISPUTED,
        REACHED;

        /** Message key {@code progress.state.<code>}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean reached() {
        return state == State.REACHED;
    }
}
