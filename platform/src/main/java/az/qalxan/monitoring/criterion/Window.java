package az.qalxan.monitoring.criterion;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The findings of a span of time, measured while it slides. */
final class Window {

    private final @Nullable Duration width;
    private final Deque<Sighting> held = new ArrayDeque<>();
    private final Map<Measure, Map<String, Integer>> tallies = new EnumMap<>(Measure.class);

    Window(@Nullable Duration width) {
        this.width = width;
    }

    /** Takes the next finding in time, and lets go of those that are too old by now. */
    void take(Sighting next) {
        held.addLast(next);
        tally(next, 1);
        while (width != null && held.getFirst().at().isBefore(next.at().minus(width))) {
            tally(held.removeFirst(), -1);
        }
    }

    int measure(Measure measure) {
        return switch (measure) {
            case FINDINGS -> held.size();
            case HOURS -> hours();
            case RULE_LEVEL, CRITICALITY ->
                    of(measure).keySet().stream().mapToInt(Integer::parseInt).max().orElse(0);
            case RULES, TECHNIQUES, TACTICS, HOSTS, BODIES -> of(measure).size();
        };
    }

    private int hours() {
        if (held.isEmpty()) {
            return 0;
        }
        Instant first = held.getFirst().at();
        return (int)
                Math.min(Integer.MAX_VALUE, Duration.between(first, held.getLast().at()).toHours());
    }

    private void tally(Sighting one, int by) {
        count(Measure.RULE_LEVEL, List.of(String.valueOf(one.level())), by);
        count(Measure.CRITICALITY, List.of(String.valueOf(one.criticality())), by);
        count(Measure.RULES, List.of(one.rule()), by);
        count(Measure.BODIES, List.of(one.body()), by);
        count(Measure.TECHNIQUES, one.techniques(), by);
        count(Measure.TACTICS, one.tactics(), by);
        count(Measure.HOSTS, one.hosts(), by);
    }

    private void count(Measure measure, Collection<String> values, int by) {
        Map<String, Integer> tally = of(measure);
        for (String value : values) {
            tally.merge(value, by, (before, more) -> before + more == 0 ? null : before + more);
        }
    }

    private Map<String, Integer> of(Measure measure) {
        return tallies.computeIfAbsent(measure, key -> new HashMap<>());
    }
}
