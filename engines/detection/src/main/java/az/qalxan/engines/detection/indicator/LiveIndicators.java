package az.qalxan.engines.detection.indicator;

import java.util.concurrent.atomic.AtomicReference;

/** The set that is matched just now; another takes its place between two events. */
public final class LiveIndicators {

    private final AtomicReference<IndicatorSet> now;

    public LiveIndicators(IndicatorSet first) {
        now = new AtomicReference<>(first);
    }

    public IndicatorSet now() {
        return now.get();
    }

    /** Every event from now on is matched against that set; returns the one before. */
    public IndicatorSet swap(IndicatorSet next) {
        return now.getAndSet(next);
    }
}
