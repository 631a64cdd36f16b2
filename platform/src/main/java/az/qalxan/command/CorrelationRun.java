package az.qalxan.command;

import az.qalxan.engines.detection.Detector;
import az.qalxan.engines.detection.Finding;
import az.qalxan.engines.detection.RuleHeader;
import az.qalxan.engines.detection.correlation.Contribution;
import az.qalxan.engines.detection.correlation.CorrelationFinding;
import az.qalxan.engines.detection.correlation.CorrelationPlan;
import az.qalxan.engines.detection.correlation.Correlator;
import az.qalxan.engines.detection.correlation.Counters;
import az.qalxan.engines.detection.correlation.EventMoment;
import az.qalxan.engines.detection.correlation.EventRef;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Correlates what many threads find: they make contributions, one thread puts them together in the
 * order of the lines. An event that does not say when it happened is taken to have happened just
 * after the one before.
 */
final class CorrelationRun {

    private final CorrelationPlan plan;
    private final Correlator correlator;
    private final OutputStream out;
    private Instant before = Instant.EPOCH;
    private long untimed;

    CorrelationRun(CorrelationPlan plan, OutputStream out) {
        this.plan = plan;
        this.out = out;
        correlator = new Correlator(plan);
    }

    /** Whether any rule correlates. */
    boolean idle() {
        return plan.levels() == 0;
    }

    /** Whether the rule's own findings are not to be shown. */
    boolean silenced(RuleHeader rule) {
        return plan.silenced(rule);
    }

    /** What the events of a block contribute, told by the thread that judges them. */
    static final class Told {

        private record One(@Nullable Instant at, List<Contribution> contributions) {}

        private final List<One> all = new ArrayList<>();

        private Told() {}
    }

    Told begin() {
        return new Told();
    }

    /** After the detector has judged the event of a line. */
    void tell(Told told, Detector detector, List<Finding> findings, long line) {
        if (idle()) {
            return;
        }
        Instant at = detector.at();
        List<Contribution> contributions = List.of();
        if (!findings.isEmpty()) {
            EventMoment moment =
                    new EventMoment(at == null ? Instant.EPOCH : at, EventRef.of(line));
            contributions = plan.contributions(findings, detector.event(), moment);
        }
        told.all.add(new Told.One(at, contributions));
    }

    /** Takes a block's events; writes what became certain. */
    void take(Told told) throws IOException {
        for (Told.One one : told.all) {
            List<Contribution> contributions = one.contributions();
            Instant at = one.at();
            if (at == null) {
                untimed++;
                Instant after = before.plusNanos(1);
                at = after;
                contributions = contributions.stream().map(each -> each.happenedAt(after)).toList();
            }
            before = at;
            write(correlator.accept(contributions, at));
        }
    }

    void finish() throws IOException {
        write(correlator.finish());
    }

    private void write(List<CorrelationFinding> findings) throws IOException {
        for (CorrelationFinding finding : findings) {
            out.write(written(finding));
            out.write('\n');
        }
        if (!findings.isEmpty()) {
            out.flush();
        }
    }

    /** The line is that of the last event, by which the rule came to hold. */
    private static byte[] written(CorrelationFinding finding) {
        RuleHeader rule = finding.header();
        List<Long> lines = finding.events().stream().map(EventRef::low).toList();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("line", lines.isEmpty() ? 0L : lines.getLast());
        entry.put("rule_id", rule.id());
        entry.put("level", rule.level().name().toLowerCase(Locale.ROOT));
        entry.put("title", rule.title());
        entry.put("author", rule.author());
        entry.put("license", rule.license());
        entry.put("tags", rule.tags());
        entry.put("correlation", true);
        entry.put("type", finding.rule().type().name().toLowerCase(Locale.ROOT));
        Map<String, String> group = new LinkedHashMap<>();
        finding.group().forEach(one -> group.put(one.field(), one.value()));
        entry.put("group", group);
        entry.put("value", finding.value());
        entry.put("count", finding.count());
        entry.put("from", finding.from().toString());
        entry.put("at", finding.at().toString());
        entry.put("lines", lines);
        if (finding.partial()) {
            entry.put("partial", true);
        }
        return JsonMapper.shared().writeValueAsString(entry).getBytes(StandardCharsets.UTF_8);
    }

    long alerts() {
        return correlator.counters().alerts();
    }

    /** What was correlated, and what could not be. */
    List<String> summary() {
        Counters all = correlator.counters();
        List<String> told = new ArrayList<>();
        if (idle()) {
            return told;
        }
        told.add(
                "%,d correlation findings by %d rules, of %,d contributions"
                        .formatted(all.alerts(), plan.rules().size(), all.taken()));
        add(told, untimed, "events do not say when they happened; taken in the order of lines");
        add(told, plan.ungrouped(), "events lack a field to group by and do not count");
        add(told, plan.unreckoned(), "events lack a value or number to reckon and do not count");
        add(told, all.late(), "contributions came too late and do not count; see --lateness");
        add(told, all.shed(), "events were forgotten before their time, for want of room");
        add(told, all.evicted(), "groups were forgotten before their time, for want of room");
        return told;
    }

    private static void add(List<String> told, long count, String what) {
        if (count > 0) {
            told.add("  %,d %s".formatted(count, what));
        }
    }
}
