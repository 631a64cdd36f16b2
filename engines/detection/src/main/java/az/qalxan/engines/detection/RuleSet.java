package az.qalxan.engines.detection;

import az.qalxan.engines.detection.RuleFlaw.Code;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rules of many files together: filters applied, references of correlations found.
 *
 * @param filters how many filters were put into the rules that they are for
 * @param flaws of each file what is wrong with it, in the order of the files
 */
public record RuleSet(
        List<DetectionRule> rules,
        List<CorrelationRule> correlations,
        int filters,
        Map<String, List<RuleFlaw>> flaws) {

    public RuleSet {
        rules = List.copyOf(rules);
        correlations = List.copyOf(correlations);
    }

    /** What the files hold together; of rules with one id the first is kept. */
    public static RuleSet of(List<RulesRead> files) {
        return new Joining(files).set();
    }

    private static final class Joining {

        private final List<RulesRead> files;
        private final Map<String, List<RuleFlaw>> flaws = new LinkedHashMap<>();
        private final Map<String, RuleHeader> byId = new HashMap<>();
        private final Map<String, CorrelationRule> correlations = new LinkedHashMap<>();
        private final Set<String> known = new HashSet<>();

        Joining(List<RulesRead> files) {
            this.files = files;
        }

        RuleSet set() {
            List<RuleFilter> filters = new ArrayList<>();
            files.forEach(file -> filters.addAll(file.filters()));
            List<DetectionRule> rules = new ArrayList<>();
            for (RulesRead file : files) {
                flaws.computeIfAbsent(file.file(), _ -> new ArrayList<>()).addAll(file.flaws());
                for (DetectionRule rule : file.rules()) {
                    if (first(rule.header())) {
                        rules.add(filtered(rule, filters));
                    }
                }
                for (CorrelationRule rule : file.correlations()) {
                    if (first(rule.header())) {
                        correlations.put(rule.header().called(), rule);
                    }
                }
            }
            List<CorrelationRule> whole = new ArrayList<>();
            for (CorrelationRule rule : correlations.values()) {
                if (complete(rule)) {
                    whole.add(rule);
                }
            }
            flaws.replaceAll((_, all) -> List.copyOf(all));
            return new RuleSet(rules, whole, filters.size(), flaws);
        }

        private boolean first(RuleHeader header) {
            if (!header.id().isEmpty()) {
                RuleHeader other = byId.putIfAbsent(header.id(), header);
                if (other != null) {
                    flaw(header, Code.ID_TWICE, header.id(), other.title());
                    return false;
                }
                known.add(header.id());
            }
            if (!header.name().isEmpty()) {
                known.add(header.name());
            }
            return true;
        }

        private void flaw(RuleHeader header, Code code, String... arguments) {
            RuleFlaw flaw =
                    new RuleFlaw(
                            header.place().line(), 1, header.called(), code, List.of(arguments));
            flaws.computeIfAbsent(header.place().file(), _ -> new ArrayList<>()).add(flaw);
        }

        private static DetectionRule filtered(DetectionRule rule, List<RuleFilter> filters) {
            Expression expression = rule.expression();
            for (RuleFilter filter : filters) {
                if (filter.concerns(rule)) {
                    Expression without = new Expression.Not(filter.expression());
                    expression = Expression.all(List.of(expression, without));
                }
            }
            return new DetectionRule(rule.header(), rule.logSource(), expression);
        }

        private boolean complete(CorrelationRule rule) {
            boolean complete = true;
            for (String name : rule.rules()) {
                if (!known.contains(name)) {
                    flaw(rule.header(), Code.UNKNOWN_RULE, name);
                    complete = false;
                }
            }
            if (circles(rule, new HashSet<>())) {
                flaw(rule.header(), Code.CYCLE, String.join(", ", rule.rules()));
                complete = false;
            }
            return complete;
        }

        /** Whether the rule is reached from itself or leads into a circle. */
        private boolean circles(CorrelationRule rule, Set<String> path) {
            if (!path.add(rule.header().called())) {
                return true;
            }
            for (CorrelationRule other : correlations.values()) {
                boolean named =
                        rule.rules().contains(other.header().id())
                                || rule.rules().contains(other.header().name());
                if (named && circles(other, path)) {
                    return true;
                }
            }
            path.remove(rule.header().called());
            return false;
        }
    }
}
