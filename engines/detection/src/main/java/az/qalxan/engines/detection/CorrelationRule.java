package az.qalxan.engines.detection;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule over what other rules find (Sigma 2.1.0, "Correlation rules").
 *
 * @param type what is reckoned
 * @param rules ids or names of the rules whose findings count, in their order
 * @param groupBy fields whose values keep findings apart
 * @param timespan how far apart findings may lie
 * @param bounds what the reckoned number must meet; none for the temporal types
 * @param fields the fields whose values are reckoned; several count as one value together
 * @param percentile which percentile, from 0 to 100; null but for that type
 * @param aliases a name for fields that have different names in different rules: alias, rule, field
 * @param generate whether the rules referred to also find by themselves
 */
public record CorrelationRule(
        RuleHeader header,
        Type type,
        List<String> rules,
        List<String> groupBy,
        Duration timespan,
        List<Bound> bounds,
        List<String> fields,
        @Nullable Integer percentile,
        Map<String, Map<String, String>> aliases,
        boolean generate) {

    public CorrelationRule {
        rules = List.copyOf(rules);
        groupBy = List.copyOf(groupBy);
        bounds = List.copyOf(bounds);
        fields = List.copyOf(fields);
        aliases = Map.copyOf(aliases);
    }

    /** The fields of events that it may need: of groups, of what is reckoned, behind aliases. */
    public Set<String> asked() {
        Set<String> asked = new LinkedHashSet<>(groupBy);
        asked.addAll(fields);
        aliases.values().forEach(byRule -> asked.addAll(byRule.values()));
        return asked;
    }

    public enum Type {
        EVENT_COUNT,
        VALUE_COUNT,
        VALUE_SUM,
        VALUE_AVG,
        VALUE_PERCENTILE,
        TEMPORAL,
        TEMPORAL_ORDERED
    }

    /** A limit of the reckoned number. */
    public record Bound(Kind kind, BigDecimal number) {

        public enum Kind {
            GT,
            GTE,
            LT,
            LTE,
            EQ,
            NEQ
        }

        public boolean holds(BigDecimal value) {
            int compared = value.compareTo(number);
            return switch (kind) {
                case GT -> compared > 0;
                case GTE -> compared >= 0;
                case LT -> compared < 0;
                case LTE -> compared <= 0;
                case EQ -> compared == 0;
                case NEQ -> compared != 0;
            };
        }
    }
}
