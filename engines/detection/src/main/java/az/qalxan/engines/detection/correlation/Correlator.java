package az.qalxan.engines.detection.correlation;

import az.qalxan.engines.detection.Finding;
import az.qalxan.engines.detection.LogEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All groups of all correlation rules in one process. The watermark follows the latest event, less
 * the allowed lateness; a host whose stream may pause also calls {@link #advance} by its clock. An
 * event that claims to be of the future would make all others late: a host that lives in time gives
 * no event a time beyond its own clock. For one thread.
 */
public final class Correlator {

    public Correlator(CorrelationPlan plan) {
        throw new UnsupportedOperationException("to be filled");
    }

    /** Takes the findings of an event; gives what became certain by it, in the order of time. */
    public List<CorrelationFinding> accept(
            List<Finding> findings, LogEvent event, EventMoment moment) {
        throw new UnsupportedOperationException("to be filled");
    }

    /** The same for contributions that another thread has made. */
    public List<CorrelationFinding> accept(List<Contribution> contributions, Instant at) {
        throw new UnsupportedOperationException("to be filled");
    }

    /** Nothing that happened before the watermark will come any more. */
    public List<CorrelationFinding> advance(Instant watermark) {
        throw new UnsupportedOperationException("to be filled");
    }

    /** Nothing will come any more. */
    public List<CorrelationFinding> finish() {
        throw new UnsupportedOperationException("to be filled");
    }

    public Instant watermark() {
        throw new UnsupportedOperationException("to be filled");
    }

    public Counters counters() {
        throw new UnsupportedOperationException("to be filled");
    }

    /** By rule, as {@link CorrelationPlan#rules()} calls them. */
    public Map<String, Counters> byRule() {
        throw new UnsupportedOperationException("to be filled");
    }

    /** All of its state, to go on from. */
    public byte[] snapshot() {
        throw new UnsupportedOperationException("to be filled");
    }

    /** Goes on where the snapshot was made; state of rules that are gone or changed is left out. */
    public static Correlator restore(CorrelationPlan plan, byte[] snapshot) throws BadState {
        throw new UnsupportedOperationException("to be filled");
    }
}
