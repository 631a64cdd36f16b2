package az.qalxan.scaleout;

import az.qalxan.engines.detection.correlation.BadState;
import az.qalxan.engines.detection.correlation.Contribution;
import az.qalxan.engines.detection.correlation.CorrelationFinding;
import az.qalxan.engines.detection.correlation.CorrelationPlan;
import az.qalxan.engines.detection.correlation.GroupState;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Correlates what is of one rule and one group; all of it comes to one place. */
final class Correlating extends KeptWatermark {

    private static final long serialVersionUID = 1L;

    private final JobRules rules;
    private transient @Nullable Working working;

    /** What one part of the job correlates with. */
    private record Working(
            CorrelationPlan plan,
            ValueState<KeptGroup> groups,
            GroupCounts counts,
            CorrelationCounters counters) {

        /** The group's state; none where there is none that means anything. */
        @Nullable KeptGroup kept() throws IOException {
            KeptGroup kept = groups.value();
            return kept == null || kept.state(plan).isEmpty() ? null : kept;
        }
    }

    Correlating(JobRules rules) {
        this.rules = rules;
    }

    @Override
    public void open(OpenContext context) throws IOException {
        CorrelationPlan plan = LoadedRules.of(rules).plan();
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        GroupCounts counts = new GroupCounts(plan.settings().limits().groupsPerRule());
        metrics.gauge("groups", counts::all);
        ValueState<KeptGroup> groups =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>("group", KeptGroupSerializer.INSTANCE));
        working = new Working(plan, groups, counts, new CorrelationCounters(metrics));
    }

    @Override
    public void processElement(Judged judged, Context context, Collector<Judged> out)
            throws IOException {
        Working working = working();
        Contribution one = read(judged);
        Instant watermark = watermark(context.timerService().currentWatermark());
        KeptGroup kept = working.kept();
        if (kept == null) {
            if (working.counts().full(one.rule())) {
                working.counters().refuse();
                return;
            }
            kept = KeptGroup.of(working.plan().state(one, watermark));
        }
        GroupState state = kept.state(working.plan()).orElseThrow();
        tell(state.advance(watermark), out);
        working.counters().add(state, one);
        keep(kept, context);
    }

    private static Contribution read(Judged judged) throws IOException {
        try {
            return Contribution.of(judged.bytes());
        } catch (BadState e) {
            throw new IOException("a contribution of another version", e);
        }
    }

    @Override
    public void onTimer(long timer, OnTimerContext context, Collector<Judged> out)
            throws IOException {
        Working working = working();
        KeptGroup kept = working.kept();
        if (kept == null) {
            working.groups().clear();
            return;
        }
        if (kept.timer() <= timer) {
            kept.timer(KeptGroup.UNTIMED);
        }
        GroupState state = kept.state(working.plan()).orElseThrow();
        tell(state.advance(watermark(context.timerService().currentWatermark())), out);
        keep(kept, context);
    }

    private void keep(KeptGroup kept, Context context) throws IOException {
        Working working = working();
        String rule = Judged.rule(context.getCurrentKey());
        GroupState state = kept.state(working.plan()).orElseThrow();
        if (state.done()) {
            working.counts().gone(rule, kept);
            working.groups().clear();
            return;
        }
        working.counts().there(rule, kept);
        long due = timer(state.due());
        if (due < kept.timer()) {
            context.timerService().registerEventTimeTimer(due);
            kept.timer(due);
        }
        working.groups().update(kept);
    }

    /** A timer of Flink's sounds when its own millisecond is over. */
    private static long timer(Instant due) {
        if (due.equals(Instant.MAX)) {
            return KeptGroup.UNTIMED;
        }
        long millis = due.toEpochMilli();
        return Instant.ofEpochMilli(millis).isBefore(due) ? millis : millis - 1;
    }

    private void tell(List<CorrelationFinding> findings, Collector<Judged> out) throws IOException {
        for (CorrelationFinding finding : findings) {
            if (finding.alert()) {
                byte[] line = FindingJson.of(finding);
                out.collect(Judged.finding(finding.at().toEpochMilli(), finding.header(), line));
            }
            for (Contribution one : working().plan().contributions(finding)) {
                out.collect(Judged.contribution(one));
            }
        }
    }

    private Working working() {
        return Objects.requireNonNull(working, "opened before");
    }
}
