package az.qalxan.engines.detection;

import az.qalxan.engines.detection.CorrelationRule.Bound;
import az.qalxan.engines.detection.CorrelationRule.Type;
import az.qalxan.engines.detection.RuleFlaw.Code;
import az.qalxan.engines.detection.pipeline.Pipeline;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the part of a rule that correlates. */
final class CorrelationReading {

    private static final int TIMESPAN_MAX_DAYS = 3_660;

    /** One bit each where they have to be told apart. */
    private static final int TEMPORAL_RULES_MAX = Long.SIZE;

    private final Flaws flaws;
    private final Pipeline pipeline;

    /**
     * @param pipeline says what fields are called in the end
     */
    CorrelationReading(Flaws flaws, Pipeline pipeline) {
        this.flaws = flaws;
        this.pipeline = pipeline;
    }

    @Nullable CorrelationRule of(Part rule, RuleHeader header) {
        Part part = rule.below("correlation");
        if (part == null) {
            return null;
        }
        Type type = type(part);
        List<String> rules = part.texts("rules");
        if (rules.isEmpty()) {
            flaws.add(part.mapping(), Code.MISSING, "rules");
        }
        if (type != null && temporal(type) && rules.size() > TEMPORAL_RULES_MAX) {
            flaws.add(part.at("rules"), Code.TOO_MANY_RULES, TEMPORAL_RULES_MAX);
        }
        Part condition = part.has("condition") ? part.below("condition") : null;
        Duration timespan = timespan(part);
        if (type == null || timespan == null) {
            return null;
        }
        Map<String, Map<String, String>> aliases = aliases(part, rules);
        return new CorrelationRule(
                header,
                type,
                rules,
                called(part.texts("group-by"), aliases),
                timespan,
                bounds(part, condition, type),
                called(fields(part, condition, type), aliases),
                percentile(part, condition, type),
                aliases,
                "true".equalsIgnoreCase(part.text("generate")));
    }

    private List<String> called(List<String> fields, Map<String, ?> aliases) {
        return fields.stream()
                .map(one -> aliases.containsKey(one) ? one : pipeline.field(one))
                .toList();
    }

    private @Nullable Type type(Part part) {
        String word = part.required("type");
        for (Type one : Type.values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(word)) {
                return one;
            }
        }
        if (!word.isEmpty()) {
            flaws.add(part.at("type"), Code.UNKNOWN_TYPE, word, List.of(Type.values()));
        }
        return null;
    }

    private @Nullable Duration timespan(Part part) {
        String word = part.required("timespan");
        if (word.isEmpty()) {
            return null;
        }
        Duration span = word.matches("[0-9]{1,7}[smhd]") ? span(word) : Duration.ZERO;
        if (span.isZero() || span.toDays() > TIMESPAN_MAX_DAYS) {
            flaws.add(part.at("timespan"), Code.BAD_TIMESPAN, word);
            return null;
        }
        return span;
    }

    private static Duration span(String word) {
        long number = Long.parseLong(word.substring(0, word.length() - 1));
        return switch (word.charAt(word.length() - 1)) {
            case 's' -> Duration.ofSeconds(number);
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static boolean temporal(Type type) {
        return type == Type.TEMPORAL || type == Type.TEMPORAL_ORDERED;
    }

    private List<Bound> bounds(Part part, @Nullable Part condition, Type type) {
        List<Bound> bounds = new ArrayList<>();
        for (Bound.Kind kind : Bound.Kind.values()) {
            String key = kind.name().toLowerCase(Locale.ROOT);
            if (condition != null && condition.has(key)) {
                BigDecimal number = Numbers.parse(condition.text(key));
                if (number == null) {
                    flaws.add(condition.at(key), Code.BAD_NUMBER, condition.text(key));
                } else {
                    bounds.add(new Bound(kind, number));
                }
            }
        }
        if (bounds.isEmpty() && !temporal(type)) {
            wrong(part, "it gives no number to compare with");
        }
        if (bounds.size() > 2) {
            wrong(part, "it compares more than twice");
        }
        return bounds;
    }

    private void wrong(Part part, String why) {
        flaws.add(part.at("condition"), Code.BAD_CORRELATION_CONDITION, why);
    }

    private List<String> fields(Part part, @Nullable Part condition, Type type) {
        List<String> fields = condition == null ? List.of() : condition.texts("field");
        boolean wanted = type.name().startsWith("VALUE");
        if (wanted && fields.isEmpty()) {
            wrong(part, "it names no field");
        }
        if (!wanted && !fields.isEmpty()) {
            wrong(part, "it names a field, and nothing of fields is reckoned");
        }
        if (fields.size() > 1 && type != Type.VALUE_COUNT) {
            wrong(part, "it names several fields, and only one can be reckoned");
        }
        return fields;
    }

    private @Nullable Integer percentile(Part part, @Nullable Part condition, Type type) {
        if (type != Type.VALUE_PERCENTILE) {
            return null;
        }
        String word = condition == null ? "" : condition.text("percentile");
        if (word.isEmpty()) {
            return 50;
        }
        if (!word.matches("[0-9]{1,2}|100")) {
            wrong(part, "the percentile '" + word + "' is none from 0 to 100");
            return null;
        }
        return Integer.valueOf(word);
    }

    private Map<String, Map<String, String>> aliases(Part part, List<String> rules) {
        if (!part.has("aliases")) {
            return Map.of();
        }
        Part named = part.below("aliases");
        Map<String, Map<String, String>> aliases = new LinkedHashMap<>();
        if (named == null) {
            return aliases;
        }
        for (String alias : named.mapping().entries().keySet()) {
            Part fields = named.below(alias);
            Map<String, String> byRule = new LinkedHashMap<>();
            if (fields != null) {
                for (String rule : fields.mapping().entries().keySet()) {
                    if (!rules.contains(rule)) {
                        flaws.add(fields.at(rule), Code.UNKNOWN_ALIAS, rule);
                    }
                    byRule.put(rule, pipeline.field(fields.text(rule)));
                }
            }
            aliases.put(alias, Map.copyOf(byRule));
        }
        return aliases;
    }
}
