package az.qalxan.engines.detection;

import az.qalxan.engines.detection.RuleFlaw.Code;
import az.qalxan.engines.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the selections of a rule (Sigma 2.1.0, "Detection", "Search identifiers"). */
final class SelectionReading {

    private final RuleReading reading;
    private final Flaws flaws;

    SelectionReading(RuleReading reading) {
        this.reading = reading;
        this.flaws = reading.flaws();
    }

    /** All selections: every key but those that say how and for how long. */
    Map<String, Expression> of(Yaml.Mapping detection) {
        Map<String, Expression> selections = new LinkedHashMap<>();
        detection
                .entries()
                .forEach((name, value) -> {
                    if (!name.equals("condition") && !name.equals("timeframe")) {
                        selections.put(name, selection(name, value));
                    }
                });
        return selections;
    }

    Expression selection(String name, Yaml value) {
        return switch (value) {
            case Yaml.Mapping mapping -> mapping(name, mapping);
            case Yaml.Sequence list -> list(name, list);
            case Yaml.Scalar scalar -> keywords(scalar, List.of(), List.of(scalar));
        };
    }

    private Expression list(String name, Yaml.Sequence list) {
        if (list.items().isEmpty()) {
            flaws.add(list, Code.EMPTY_LIST, name);
        }
        List<Expression> parts = new ArrayList<>();
        for (Yaml item : list.items()) {
            parts.add(selection(name, item));
        }
        return Expression.any(parts);
    }

    private Expression mapping(String name, Yaml.Mapping mapping) {
        if (mapping.entries().isEmpty()) {
            flaws.add(mapping, Code.EMPTY_LIST, name);
        }
        List<Expression> parts = new ArrayList<>();
        mapping.entries().forEach((key, value) -> parts.add(item(key, value)));
        return Expression.all(parts);
    }

    /** One key with its values. */
    private Expression item(String key, Yaml value) {
        String[] words = key.split("\\|", -1);
        List<Modifier> modifiers = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            Modifier modifier = Modifier.named(words[i]).orElse(null);
            if (modifier == null) {
                flaws.add(value, Code.UNKNOWN_MODIFIER, words[i]);
                return new Expression.Any(List.of());
            }
            modifiers.add(modifier);
        }
        List<Yaml> values = value instanceof Yaml.Sequence list ? flattened(list) : List.of(value);
        if (values.isEmpty()) {
            flaws.add(value, Code.EMPTY_LIST, key);
        }
        if (modifiers.contains(Modifier.ALL) && values.size() == 1) {
            flaws.add(value, Code.ALL_OF_ONE);
        }
        return words[0].isEmpty()
                ? keywords(value, modifiers, values)
                : field(words[0], value, modifiers, values);
    }

    private static List<Yaml> flattened(Yaml.Sequence list) {
        List<Yaml> values = new ArrayList<>();
        for (Yaml item : list.items()) {
            if (item instanceof Yaml.Sequence inner) {
                values.addAll(flattened(inner));
            } else {
                values.add(item);
            }
        }
        return values;
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
