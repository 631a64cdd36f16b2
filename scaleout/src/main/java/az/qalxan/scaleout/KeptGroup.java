package az.qalxan.scaleout;

import az.qalxan.engines.detection.correlation.BadState;
import az.qalxan.engines.detection.correlation.CorrelationPlan;
import az.qalxan.engines.detection.correlation.GroupState;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of one rule and group as Flink keeps it: an object on the heap, bytes in a checkpoint,
 * read again when it is first needed.
 */
final class KeptGroup {

    /** No timer waits for the group. */
    static final long UNTIMED = Long.MAX_VALUE;

    private static final byte[] NOTHING = {};

    private @Nullable GroupState state;
    private byte[] written;
    private long timer;
    private boolean counted;

    KeptGroup(byte[] written, long timer) {
        this.written = written;
        this.timer = timer;
    }

    static KeptGroup of(GroupState state) {
        KeptGroup group = new KeptGroup(NOTHING, UNTIMED);
        group.state = state;
        return group;
    }

    /** The state; none where its rule was changed since it was written. */
    Optional<GroupState> state(CorrelationPlan plan) throws IOException {
        if (state == null) {
            try {
                state = plan.state(written).orElse(null);
            } catch (BadState e) {
                throw new IOException("a group of a checkpoint cannot be read", e);
            }
            written = NOTHING;
        }
        return Optional.ofNullable(state);
    }

    /**
     * Of a moment: a checkpoint writes in the background what the job goes on changing copies of.
     */
    synchronized byte[] bytes() {
        return state == null ? written : state.bytes();
    }

    KeptGroup copy() {
        KeptGroup copy = new KeptGroup(bytes(), timer);
        copy.counted = counted;
        return copy;
    }

    long timer() {
        return timer;
    }

    void timer(long at) {
        timer = at;
    }

    boolean counted() {
        return counted;
    }

    void counted(boolean now) {
        counted = now;
    }
}
