package az.qalxan.strategy.ranking;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether a piece of evidence still counts on a day. */
sealed interface Holding {

    /**
     * It counts.
     *
     * @param until the last day; null while nothing ends it
     */
    record Counts(@Nullable LocalDate until) implements Holding {}

    /** It is too old. */
    record Stale(LocalDate since) implements Holding {}

    /**
     * What it rests on is no longer so.
     *
     * @param reason message key {@code ranking.gone.<reason>}
     */
    record Gone(String reason) implements Holding {}

    /**
     * Nobody can tell.
     *
     * @param reason message key {@code ranking.gone.<reason>}
     */
    record Unclear(String reason) implements Holding {}

    default boolean counts() {
        return this instanceof Counts;
    }

    /** Its code for filters and files. */
    default String code() {
        return switch (this) {
            case Counts ignored -> "counts";
            case Stale ignored -> "stale";
            case Gone ignored -> "gone";
            case Unclear ignored -> "unclear";
        };
    }
}
