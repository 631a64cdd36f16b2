package az.qalxan.engines.detection.correlation;

import az.qalxan.engines.detection.CorrelationRule;
import az.qalxan.engines.detection.CorrelationRule.Bound;
import az.qalxan.engines.detection.CorrelationRule.Type;
import az.qalxan.engines.detection.correlation.CorrelationFinding.GroupValue;
import az.qalxan.engines.detection.correlation.CorrelationFinding.Use;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reckons over the whole list of what there was, by the words of the definitions: for each instant
 * the window is made anew.
 */
final class Naive {

    private final CorrelationPlan plan;
    private final List<CorrelationFinding> alerts = new ArrayList<>();

    Naive(CorrelationPlan plan) {
        this.plan = plan;
    }

    /** The alerts of all contributions of events, in any order. */
    List<CorrelationFinding> alerts(List<Contribution> contributions) {
        List<Contribution> all = new ArrayList<>(contributions);
        for (PlannedRule rule : plan.planned()) {
            Map<String, Map<List<Object>, Contribution>> groups = new LinkedHashMap<>();
            for (Contribution one : all) {
                if (one.rule().equals(rule.key())) {
                    groups.computeIfAbsent(one.key().text(), _ -> new LinkedHashMap<>())
                            .put(List.of(one.at(), one.ref()), one);
                }
            }
            for (Map<List<Object>, Contribution> group : groups.values()) {
                for (CorrelationFinding finding : group(rule, List.copyOf(group.values()))) {
                    all.addAll(plan.contributions(finding));
                    if (finding.alert()) {
                        alerts.add(finding);
                    }
                }
            }
        }
        return alerts;
    }

    private static List<CorrelationFinding> group(PlannedRule rule, List<Contribution> some) {
        TreeMap<Instant, List<Contribution>> instants = new TreeMap<>();
        some.forEach(one -> instants.computeIfAbsent(one.at(), _ -> new ArrayList<>()).add(one));
        instants.values().forEach(all -> all.sort(Comparator.comparing(Contribution::ref)));
        List<CorrelationFinding> found = new ArrayList<>();
        Instant told = null;
        for (Instant at : instants.keySet()) {
            Instant from = from(rule, instants, at);
            Instant next = instants.higherKey(at);
            List<Contribution> window =
                    instants.subMap(from, true, at, true).values().stream()
                            .flatMap(List::stream)
                            .toList();
            boolean whole =
                    next == null || from(rule, instants, next).isAfter(window.getFirst().at());
            if ((rule.closing() && !whole) || !holds(rule.rule(), window)) {
                continue;
            }
            boolean silent = told != null && !told.isBefore(from);
            if (!silent) {
                told = at;
            }
            if (!silent || rule.repeats()) {
                found.add(finding(rule, window, silent ? Use.REPEAT : rule.use()));
            }
        }
        return found;
    }

    private static Instant from(
            PlannedRule rule, TreeMap<Instant, List<Contribution>> instants, Instant at) {
        long span = rule.rule().timespan().toSeconds();
        return switch (rule.settings().kind()) {
            case SLIDING -> at.minusSeconds(span);
            case TUMBLING -> Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), span) * span);
            case SESSION -> {
                Instant from = at;
                Instant before = instants.lowerKey(from);
                while (before != null && !before.plusSeconds(span).isBefore(from)) {
                    from = before;
                    before = instants.lowerKey(from);
                }
                yield from;
            }
        };
    }

    private static boolean holds(CorrelationRule rule, List<Contribution> window) {
        BigDecimal value = value(rule, window);
        if (rule.type() == Type.VALUE_AVG) {
            List<BigDecimal> numbers = numbers(window);
            BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal count = BigDecimal.valueOf(numbers.size());
            return rule.bounds().stream()
                    .allMatch(
                            one -> new Bound(one.kind(), one.number().multiply(count)).holds(sum));
        }
        boolean temporal = rule.type() == Type.TEMPORAL || rule.type() == Type.TEMPORAL_ORDERED;
        boolean all = temporal && rule.bounds().isEmpty();
        return all
                ? value.intValue() == rule.rules().size()
                : rule.bounds().stream().allMatch(bound -> bound.holds(value));
    }

    private static List<BigDecimal> numbers(List<Contribution> window) {
        return window.stream().flatMap(one -> one.numbers().stream()).toList();
    }

    static BigDecimal value(CorrelationRule rule, List<Contribution> window) {
        List<BigDecimal> numbers = numbers(window);
        BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return switch (rule.type()) {
            case EVENT_COUNT -> BigDecimal.valueOf(window.size());
            case VALUE_COUNT -> {
                Set<String> values = new HashSet<>();
                window.forEach(one -> values.addAll(one.values()));
                yield BigDecimal.valueOf(values.size());
            }
            case VALUE_SUM -> sum;
            case VALUE_AVG -> sum.divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL64);
            case VALUE_PERCENTILE -> percentile(rule, numbers.stream().sorted().toList());
            case TEMPORAL -> {
                long mask = 0;
                for (Contribution one : window) {
                    mask |= one.mask();
                }
                yield BigDecimal.valueOf(Long.bitCount(mask));
            }
            case TEMPORAL_ORDERED ->
                    BigDecimal.valueOf(longest(rule.rules().size(), window, 0, Instant.MIN));
        };
    }

    private static BigDecimal percentile(CorrelationRule rule, List<BigDecimal> sorted) {
        Integer given = rule.percentile();
        BigDecimal place =
                BigDecimal.valueOf(given == null ? 50 : given)
                        .multiply(BigDecimal.valueOf(sorted.size() - 1))
                        .movePointLeft(2);
        BigDecimal low = sorted.get(place.intValue());
        BigDecimal part = place.subtract(BigDecimal.valueOf(place.intValue()));
        if (part.signum() == 0) {
            return low;
        }
        return low.add(sorted.get(place.intValue() + 1).subtract(low).multiply(part));
    }

    /** How many rules from one on can be found in order, none before the moment. */
    private static int longest(int rules, List<Contribution> window, int rule, Instant after) {
        if (rule == rules) {
            return 0;
        }
        int without = longest(rules, window, rule + 1, after);
        for (Contribution one : window) {
            if ((one.mask() >>> rule & 1) != 0 && !one.at().isBefore(after)) {
                return Math.max(without, 1 + longest(rules, window, rule + 1, one.at()));
            }
        }
        return without;
    }

    private static CorrelationFinding finding(
            PlannedRule rule, List<Contribution> window, Use use) {
        Instant at = window.getLast().at();
        Contribution shown =
                window.stream().filter(one -> one.at().equals(at)).findFirst().orElseThrow();
        List<GroupValue> group = new ArrayList<>();
        for (int i = 0; i < rule.rule().groupBy().size(); i++) {
            group.add(new GroupValue(rule.rule().groupBy().get(i), shown.key().shown().get(i)));
        }
        Set<EventRef> events = new LinkedHashSet<>();
        Set<List<String>> rows = new LinkedHashSet<>();
        List<Contribution> telling =
                rule.rule().type() == Type.TEMPORAL ? latest(rule, window) : window;
        for (Contribution one : telling.reversed()) {
            List<EventRef> behind = one.events().isEmpty() ? List.of(one.ref()) : one.events();
            events.addAll(behind.reversed());
            rows.addAll(one.rows());
        }
        return new CorrelationFinding(
                rule.key(),
                rule.rule(),
                group,
                window.getFirst().at(),
                at,
                value(rule.rule(), window),
                window.size(),
                List.copyOf(events).reversed(),
                List.copyOf(rows),
                use,
                false);
    }

    /** Of each rule the last event; of those at one instant the first. */
    private static List<Contribution> latest(PlannedRule rule, List<Contribution> window) {
        Set<Contribution> latest = new LinkedHashSet<>();
        for (int i = 0; i < rule.rule().rules().size(); i++) {
            long bit = 1L << i;
            window.stream()
                    .filter(one -> (one.mask() & bit) != 0)
                    .reduce((one, other) -> other.at().isAfter(one.at()) ? other : one)
                    .ifPresent(latest::add);
        }
        return latest.stream()
                .sorted(Comparator.comparing(Contribution::at).thenComparing(Contribution::ref))
                .toList();
    }

    /** What has to be the same of a finding, as text. */
    static String told(CorrelationFinding finding) {
        boolean temporal = PlannedRule.temporal(finding.rule());
        boolean chained = finding.rule().rules().stream().anyMatch(one -> one.startsWith("c"));
        return "%s %s %s %s %s %s"
                .formatted(
                        finding.at(),
                        finding.key(),
                        finding.group(),
                        finding.value().stripTrailingZeros().toPlainString(),
                        temporal ? "" : finding.from(),
                        temporal || chained ? "" : finding.events());
    }
}
