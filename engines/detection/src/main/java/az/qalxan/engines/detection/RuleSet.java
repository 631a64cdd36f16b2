package az.qalxan.engines.detection;

import az.qalxan.engines.detection.RuleFlaw.Code;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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
        private final List<CorrelationRule> correlations = new ArrayList<>();
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
                        correlations.add(rule);
                    }
                }
            }
            List<CorrelationRule> whole = whole();
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

        /**
         * The correlations of which everything that they refer to is there: those are taken again
         * and again that refer only to rules taken before. What is left refers to itself, or to
         * what is left.
         */
        private List<CorrelationRule> whole() {
            List<CorrelationRule> left = new ArrayList<>();
            for (CorrelationRule rule : correlations) {
                if (complete(rule)) {
                    left.add(rule);
                }
            }
            Set<CorrelationRule> taken = Collections.newSetFromMap(new IdentityHashMap<>());
            boolean more = true;
            while (more) {
                Set<String> open = new HashSet<>();
                correlations.stream()
                        .filter(rule -> !taken.contains(rule))
                        .forEach(rule -> open.addAll(words(rule.header())));
                List<CorrelationRule> next =
                        left.stream()
                                .filter(rule -> rule.rules().stream().noneMatch(open::contains))
                                .toList();
                taken.addAll(next);
                left.removeIf(taken::contains);
                more = !next.isEmpty();
            }
            left.forEach(rule -> flaw(rule.header(), Code.CYCLE, String.join(", ", rule.rules())));
            return correlations.stream().filter(taken::contains).toList();
        }

        private static List<String> words(RuleHeader header) {
            return Stream.of(header.id(), header.name()).filter(one -> !one.isEmpty()).toList();
        }

        private boolean complete(CorrelationRule rule) {
            boolean complete = true;
            for (String name : rule.rules()) {
                if (!known.contains(name)) {
                    flaw(rule.header(), Code.UNKNOWN_RULE, name);
                    complete = false;
                }
            }
            return complete;
        }
    }
}
