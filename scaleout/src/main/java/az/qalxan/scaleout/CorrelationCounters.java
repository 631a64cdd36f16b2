package az.qalxan.scaleout;

import az.qalxan.engines.detection.correlation.Contribution;
import az.qalxan.engines.detection.correlation.GroupState;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** What correlation did and what it could not do, as Flink shows it. */
final class CorrelationCounters {

    private final Counter taken;
    private final Counter late;
    private final Counter repeated;
    private final Counter shed;
    private final Counter refused;

    CorrelationCounters(MetricGroup metrics) {
        taken = metrics.counter("taken");
        late = metrics.counter("late");
        repeated = metrics.counter("repeated");
        shed = metrics.counter("shed");
        refused = metrics.counter("refused");
    }

    void add(GroupState state, Contribution one) {
        long before = state.shed();
        switch (state.add(one)) {
            case YES -> taken.inc();
            case LATE -> late.inc();
            case REPEATED -> repeated.inc();
        }
        shed.inc(state.shed() - before);
    }

    /** A group more than a rule may have. */
    void refuse() {
        refused.inc();
    }
}
