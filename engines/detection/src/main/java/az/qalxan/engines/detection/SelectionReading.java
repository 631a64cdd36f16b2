package az.qalxan.engines.detection;

import az.qalxan.engines.detection.RuleFlaw.Code;
import az.qalxan.engines.detection.pipeline.DraftPart;
import az.qalxan.engines.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the selections of a rule (Sigma 2.1.0, "Detection", "Search identifiers"). */
final class SelectionReading {

    private final RuleReading reading;
    private final Flaws flaws;
    private final Yaml at;

    /**
     * @param at where the selections stand
     */
    SelectionReading(RuleReading reading, Yaml at) {
        this.reading = reading;
        this.at = at;
        this.flaws = reading.flaws();
    }

    /** All selections. */
    Map<String, Expression> of(Map<String, DraftPart> drafted) {
        Map<String, Expression> selections = new LinkedHashMap<>();
        drafted.forEach((name, part) -> selections.put(name, part(name, part)));
        return selections;
    }

    private Expression part(String name, DraftPart part) {
        return switch (part) {
            case DraftPart.All(List<DraftPart> parts) -> Expression.all(parts(name, parts));
            case DraftPart.Any(List<DraftPart> parts) -> Expression.any(parts(name, parts));
            case DraftPart.Item item -> item(item);
        };
    }

    private List<Expression> parts(String name, List<DraftPart> parts) {
        if (parts.isEmpty()) {
            flaws.add(at, Code.EMPTY_LIST, name);
        }
        return parts.stream().map(part -> part(name, part)).toList();
    }

    /** One key with its values. */
    private Expression item(DraftPart.Item item) {
        List<Modifier> modifiers = new ArrayList<>();
        for (String word : item.modifiers()) {
            Modifier modifier = Modifier.named(word).orElse(null);
            if (modifier == null) {
                flaws.add(item.key(), Code.UNKNOWN_MODIFIER, word);
                return new Expression.Any(List.of());
            }
            modifiers.add(modifier);
        }
        if (item.values().isEmpty()) {
            flaws.add(item.key(), Code.EMPTY_LIST, item.field());
        }
        if (modifiers.contains(Modifier.ALL) && item.values().size() == 1) {
            flaws.add(item.key(), Code.ALL_OF_ONE);
        }
        return item.field().isEmpty()
                ? keywords(item.key(), modifiers, item.values())
                : field(item.field(), item.key(), modifiers, item.values());
    }

    private Expression field(String field, Yaml at, List<Modifier> modifiers, List<Yaml> values) {
        List<Expression> parts = new ArrayList<>();
        boolean all = modifiers.contains(Modifier.ALL);
        if (all) {
            // Each value by itself, so that the variants of one are alternatives.
            for (Yaml value : values) {
                parts.add(alternatives(field, at, modifiers, List.of(value), false));
            }
        } else {
            parts.add(alternatives(field, at, modifiers, values, values.size() > 1));
        }
        Expression expression = Expression.all(parts);
        return modifiers.contains(Modifier.NEQ) ? new Expression.Not(expression) : expression;
    }

    private Expression alternatives(
            String field, Yaml at, List<Modifier> modifiers, List<Yaml> values, boolean several) {
        List<RuleValue> ruleValues = values(modifiers, values, several);
        List<Expression> parts = new ArrayList<>();
        for (ValueTest test : new FieldItem(at, modifiers, ruleValues, reading, false).tests()) {
            parts.add(new Expression.Field(field, test));
        }
        return Expression.any(parts);
    }

    private Expression keywords(Yaml at, List<Modifier> modifiers, List<Yaml> values) {
        List<Expression> parts = new ArrayList<>();
        for (Yaml value : values) {
            List<RuleValue> ruleValues = values(modifiers, List.of(value), false);
            List<Expression> variants = new ArrayList<>();
            for (ValueTest test : new FieldItem(at, modifiers, ruleValues, reading, true).tests()) {
                variants.add(new Expression.Keyword(test));
            }
            parts.add(Expression.any(variants));
        }
        return modifiers.contains(Modifier.ALL) ? Expression.all(parts) : Expression.any(parts);
    }

    private List<RuleValue> values(List<Modifier> modifiers, List<Yaml> values, boolean several) {
        boolean asWritten = modifiers.contains(Modifier.RE) || modifiers.contains(Modifier.CIDR);
        List<RuleValue> read = new ArrayList<>();
        for (Yaml value : values) {
            if (!(value instanceof Yaml.Scalar scalar)) {
                flaws.add(value, Code.NOT_TEXT, "a value");
                continue;
            }
            RuleValue one = value(scalar, asWritten);
            if (several && one instanceof RuleValue.Nothing) {
                flaws.add(value, Code.NULL_IN_LIST);
                continue;
            }
            read.add(one);
        }
        return read;
    }

    private static RuleValue value(Yaml.Scalar scalar, boolean asWritten) {
        if (scalar.nothing()) {
            return new RuleValue.Nothing();
        }
        Boolean truth = scalar.truth();
        if (truth != null) {
            return new RuleValue.Truth(truth);
        }
        var number = scalar.quoted() || asWritten ? null : Numbers.parse(scalar.text());
        if (number != null) {
            return new RuleValue.Amount(number, scalar.text());
        }
        return new RuleValue.Words(
                asWritten ? SigmaText.plain(scalar.text()) : SigmaText.parse(scalar.text()));
    }
}
