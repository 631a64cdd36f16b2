package az.qalxan.scaleout;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.jspecify.annotations.Nullable;

/**
 * A part of the job that remembers how far time had come: Flink forgets the watermark with a
 * restart, and what was late before would be in time again.
 */
abstract class KeptWatermark extends KeyedProcessFunction<String, Judged, Judged>
        implements CheckpointedFunction {

    private static final long serialVersionUID = 1L;

    private transient @Nullable ListState<Long> kept;
    private transient long reached = Long.MIN_VALUE;

    @Override
    public void initializeState(FunctionInitializationContext context) {
        ListStateDescriptor<Long> descriptor = new ListStateDescriptor<>("watermark", Types.LONG);
        ListState<Long> state =
                FlinkEdge.asked(
                        () -> context.getOperatorStateStore().getUnionListState(descriptor));
        kept = state;
        long earliest = Long.MAX_VALUE;
        for (long one : FlinkEdge.asked(state::get)) {
            earliest = Math.min(earliest, one);
        }
        reached = earliest == Long.MAX_VALUE ? Long.MIN_VALUE : earliest;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        ListState<Long> state = Objects.requireNonNull(kept, "initialised before");
        FlinkEdge.asked(() -> {
            state.update(List.of(reached));
            return state;
        });
    }

    /** Nothing that happened before it comes any more; a watermark of Flink's still includes it. */
    final Instant watermark(long flinks) {
        reached = Math.max(reached, flinks);
        if (reached == Long.MIN_VALUE) {
            return Instant.MIN;
        }
        return reached == Long.MAX_VALUE ? Instant.MAX : Instant.ofEpochMilli(reached + 1);
    }
}
