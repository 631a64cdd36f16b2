package az.qalxan.engines.caseontology;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The moment after which judging stops; asked at every look into the graph. */
final class Deadline {

    private final LongSupplier nanos;
    private final long start;
    private final Duration time;

    Deadline(LongSupplier nanos, Duration time) {
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.time = time;
    }

    void check() {
        if (nanos.getAsLong() - start > time.toNanos()) {
            throw new TooMuch("judging takes longer than " + time.toSeconds() + " s");
        }
    }
}
