package az.qalxan.scaleout;

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
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.TimerService;
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
            Counter taken,
            Counter late,
            Counter repeated) {}

    Correlating(JobRules rules) {
        this.rules = rules;
    }

    @Override
    public void open(OpenContext context) throws IOException {
        MetricGroup counters = getRuntimeContext().getMetricGroup();
        working =
                new Working(
                        LoadedRules.of(rules).plan(),
                        getRuntimeContext()
                                .getState(
                                        new ValueStateDescriptor<>(
                                                "group", KeptGroupSerializer.INSTANCE)),
                        counters.counter("taken"),
                        counters.counter("late"),
                        counters.counter("repeated"));
    }

    @Override
    public void processElement(Judged judged, Context context, Collector<Judged> out)
            throws IOException {
        Working at = working();
        Contribution one = Contribution.of(judged.bytes());
        TimerService time = context.timerService();
        Instant watermark = watermark(time.currentWatermark());
        KeptGroup kept = at.groups().value();
        GroupState group = kept == null ? null : kept.state(at.plan()).orElse(null);
        if (kept == null || group == null) {
            group = at.plan().state(one, watermark);
            kept = KeptGroup.of(group);
        }
        switch (group.add(one)) {
            case YES -> at.taken().inc();
            case LATE -> at.late().inc();
            case REPEATED -> at.repeated().inc();
        }
        tell(group.advance(watermark), out);
        keep(kept, group, time);
    }

    @Override
    public void onTimer(long timer, OnTimerContext context, Collector<Judged> out)
            throws IOException {
        Working at = working();
        KeptGroup kept = at.groups().value();
        GroupState group = kept == null ? null : kept.state(at.plan()).orElse(null);
        if (kept == null || group == null) {
            at.groups().clear();
            return;
        }
        if (kept.timer() <= timer) {
            kept.timer(KeptGroup.UNTIMED);
        }
        tell(group.advance(watermark(context.timerService().currentWatermark())), out);
        keep(kept, group, context.timerService());
    }

    private void keep(KeptGroup kept, GroupState group, TimerService time) throws IOException {
        if (group.done()) {
            working().groups().clear();
            return;
        }
        long due = timer(group.due());
        if (due < kept.timer()) {
            time.registerEventTimeTimer(due);
            kept.timer(due);
        }
        working().groups().update(kept);
    }

    /** A timer of Flink's sounds when its own millisecond is over. */
    private static long timer(Instant due) {
        if (due.equals(Instant.MAX)) {
            return KeptGroup.UNTIMED;
        }
        long millis = due.toEpochMilli();
        return Instant.ofEpochMilli(millis).isBefore(due) ? millis : millis - 1;
    }

    private void tell(List<CorrelationFinding> findings, Collector<Judged> out)
            throws IOException {
        for (CorrelationFinding finding : findings) {
            if (finding.alert()) {
                byte[] line = FindingJson.of(finding);
                out.collect(
                        Judged.finding(finding.at().toEpochMilli(), finding.header(), line));
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
