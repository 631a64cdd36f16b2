package az.qalxan.engines.detection.correlation;

import java.time.Duration;

/**
 * How the time span of a rule is laid over events.
 *
 * @param kind which events count together
 * @param lateness how far behind the latest event's time one may still arrive and count; {@link
 *     #UNLIMITED} where all are to be gathered first
 */
public record WindowSettings(Kind kind, Duration lateness, StateLimits limits) {

    /** Every event counts, however late; the host says when there are no more. */
    public static final Duration UNLIMITED = Duration.ofDays(1_000_000);

    /** Sliding windows, a minute for what is late. */
    public static final WindowSettings USUAL =
            new WindowSettings(Kind.SLIDING, Duration.ofMinutes(1), StateLimits.USUAL);

    public WindowSettings {
        if (lateness.isNegative()) {
            throw new IllegalArgumentException("a lateness of " + lateness);
        }
    }

    public enum Kind {
        /** Any events no further apart than the time span: windows keep to no clock. */
        SLIDING,
        /** Events of one time span, counted from 1970: cheaper, but cut where the clock says. */
        TUMBLING,
        /** Events of which each is no further than the time span from the one before. */
        SESSION
    }

    public WindowSettings with(Kind other) {
        return new WindowSettings(other, lateness, limits);
    }

    public WindowSettings with(Duration otherLateness) {
        return new WindowSettings(kind, otherLateness, limits);
    }

    public WindowSettings with(StateLimits others) {
        return new WindowSettings(kind, lateness, others);
    }
}
