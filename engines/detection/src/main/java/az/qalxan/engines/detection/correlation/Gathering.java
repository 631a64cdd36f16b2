package az.qalxan.engines.detection.correlation;

import az.qalxan.engines.detection.CorrelationRule.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes contributions of one event or of one finding: one for each rule and group. */
final class Gathering {

    private static final int FEW = 16;

    private final EventMoment moment;
    private final List<EventRef> events;
    private final List<Draft> drafts = new ArrayList<>(1);

    /** Where there are many, each by its rule and group. */
    private @Nullable Map<String, Draft> byTarget;

    private final Counters passed;

    /** Tells what lacks a field. */
    interface Counters {
        void ungrouped(PlannedRule rule);

        void unreckoned(PlannedRule rule);
    }

    /** A contribution in the making. */
    private static final class Draft {
        final PlannedRule rule;
        final int position;
        final GroupKey key;
        long mask;
        List<String> values = List.of();
        List<BigDecimal> numbers = List.of();
        List<List<String>> rows = List.of();

        Draft(PlannedRule rule, int position, GroupKey key) {
            this.rule = rule;
            this.position = position;
            this.key = key;
        }
    }

    /**
     * @param events those behind a finding
     */
    Gathering(EventMoment moment, List<EventRef> events, Counters passed) {
        this.moment = moment;
        this.events = events;
        this.passed = passed;
    }

    /** Adds what the values give to a correlation. */
    void add(Feed feed, Values values) {
        PlannedRule rule = feed.rule();
        List<List<String>> groups = values.tuples(feed.group());
        if (groups.isEmpty()) {
            passed.ungrouped(rule);
            return;
        }
        List<String> texts = texts(feed, values);
        List<BigDecimal> numbers = numbers(feed, values);
        if (texts.isEmpty() && numbers.isEmpty() && !feed.fields().isEmpty()) {
            passed.unreckoned(rule);
            return;
        }
        List<List<String>> rows =
                feed.carried().isEmpty() ? List.of() : values.rows(feed.carried());
        for (List<String> group : groups) {
            GroupKey key = Keys.group(group);
            Draft draft = draft(feed, key);
            draft.mask |= feed.bit();
            if (draft.position == feed.position()) {
                draft.values = with(draft.values, texts);
                draft.numbers = draft.numbers.isEmpty() ? numbers : both(draft.numbers, numbers);
            }
            draft.rows = with(draft.rows, rows);
        }
    }

    private Draft draft(Feed feed, GroupKey key) {
        if (drafts.size() >= FEW) {
            return byTarget().computeIfAbsent(target(feed.rule(), key), _ -> added(feed, key));
        }
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            if (draft.rule == feed.rule() && draft.key.equals(key)) {
                return draft;
            }
        }
        return added(feed, key);
    }

    private Draft added(Feed feed, GroupKey key) {
        Draft draft = new Draft(feed.rule(), feed.position(), key);
        drafts.add(draft);
        return draft;
    }

    private Map<String, Draft> byTarget() {
        Map<String, Draft> all = byTarget;
        if (all == null) {
            all = new HashMap<>();
            for (Draft draft : drafts) {
                all.put(target(draft.rule, draft.key), draft);
            }
            byTarget = all;
        }
        return all;
    }

    private static String target(PlannedRule rule, GroupKey key) {
        return rule.key() + '\n' + key.text();
    }

    private static List<String> texts(Feed feed, Values values) {
        if (feed.rule().rule().type() != Type.VALUE_COUNT) {
            return List.of();
        }
        List<List<String>> tuples = values.tuples(feed.fields());
        if (tuples.size() == 1) {
            return List.of(Keys.joined(tuples.getFirst()));
        }
        Set<String> texts = new LinkedHashSet<>();
        tuples.forEach(tuple -> texts.add(Keys.joined(tuple)));
        return List.copyOf(texts);
    }

    private static List<BigDecimal> numbers(Feed feed, Values values) {
        return switch (feed.rule().rule().type()) {
            case VALUE_SUM, VALUE_AVG, VALUE_PERCENTILE -> {
                List<BigDecimal> all = new ArrayList<>(1);
                feed.fields().forEach(field -> all.addAll(values.numbers(field)));
                yield all;
            }
            case EVENT_COUNT, VALUE_COUNT, TEMPORAL, TEMPORAL_ORDERED -> List.of();
        };
    }

    private static <T> List<T> with(List<T> some, List<T> more) {
        if (some.isEmpty() || more.isEmpty()) {
            return some.isEmpty() ? more : some;
        }
        Set<T> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all.stream().limit(Values.TUPLES_MAX).toList();
    }

    private static List<BigDecimal> both(List<BigDecimal> some, List<BigDecimal> more) {
        List<BigDecimal> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    List<Contribution> contributions() {
        if (drafts.isEmpty()) {
            return List.of();
        }
        if (drafts.size() == 1) {
            return List.of(contribution(drafts.getFirst()));
        }
        List<Contribution> all = new ArrayList<>(drafts.size());
        drafts.forEach(draft -> all.add(contribution(draft)));
        return all;
    }

    private Contribution contribution(Draft draft) {
        return new Contribution(
                draft.rule.key(),
                draft.rule.level(),
                draft.key,
                moment.at(),
                moment.ref(),
                draft.mask,
                draft.values,
                draft.numbers,
                draft.rows,
                events);
    }
}
