package az.qalxan.database;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/**
 * The system's clock, which a piece of work may be told to read as another moment: the synthetic
 * country's past is played through the same code as the present.
 */
public final class WorkTime extends Clock {

    private static final ScopedValue<Instant> BOUND = ScopedValue.newInstance();

    private final Clock clock;

    WorkTime(Clock clock) {
        this.clock = clock;
    }

    /** Runs the work as if it were that moment. */
    public static void run(Instant moment, Runnable work) {
        ScopedValue.where(BOUND, moment).run(work);
    }

    /** The same for work that answers something. */
    public static <T> T call(Instant moment, Supplier<T> work) {
        return ScopedValue.where(BOUND, moment).call(work::get);
    }

    @Override
    public Instant instant() {
        return BOUND.isBound() ? BOUND.get() : clock.instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return clock.withZone(zone);
    }
}
