package az.qalxan.scaleout;

import java.time.Instant;
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
    public void initializeState(FunctionInitializationContext context) throws Exception {
        ListStateDescriptor<Long> descriptor = new ListStateDescriptor<>("watermark", Types.LONG);
        kept = context.getOperatorStateStore().getUnionListState(descriptor);
        long earliest = Long.MAX_VALUE;
        for (long one : kept.get()) {
            earliest = Math.min(earliest, one);
        }
        reached = earliest == Long.MAX_VALUE ? Long.MIN_VALUE : earliest;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        if (kept != null) {
            kept.clear();
            kept.add(reached);
        }
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
