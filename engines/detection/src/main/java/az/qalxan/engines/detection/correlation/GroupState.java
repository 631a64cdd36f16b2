package az.qalxan.engines.detection.correlation;

import java.time.Instant;
import java.util.List;

/**
 * The state of one group of one rule. What it finds depends only on the set of contributions and on
 * the watermark, not on the order in which they are added. For one thread.
 */
public final class GroupState {

    GroupState() {}

    /** What a contribution came to. */
    public enum Taken {
        YES,
        LATE,
        REPEATED
    }

    public Taken add(Contribution contribution) {
        throw new UnsupportedOperationException("to be filled");
    }

    /**
     * Goes on to the stream's watermark: nothing that happened before it will be added any more. A
     * rule above one whose windows have to close first stays behind by as much, by itself.
     */
    public List<CorrelationFinding> advance(Instant watermark) {
        throw new UnsupportedOperationException("to be filled");
    }

    /** The watermark before which {@link #advance} has nothing to do. */
    public Instant due() {
        throw new UnsupportedOperationException("to be filled");
    }

    /** Whether nothing is left that could matter: it may be forgotten. */
    public boolean done() {
        throw new UnsupportedOperationException("to be filled");
    }

    /** Read again by {@link CorrelationPlan#state(byte[])}. */
    public byte[] bytes() {
        throw new UnsupportedOperationException("to be filled");
    }
}
