package az.qalxan.engines.detection.pipeline;

import az.qalxan.engines.detection.LogSource;
import az.qalxan.engines.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a transformation is asked for. */
final class Asking {

    private final Entry step;

    Asking(Entry step) {
        this.step = step;
    }

    private interface Reading<A> {
        A of(Entry condition, String type) throws BadPipeline;
    }

    Step.Asked asked() throws BadPipeline {
        return new Step.Asked(
                joined("rule_conditions", "rule_cond", Asking::rule),
                joined("detection_item_conditions", "detection_item_cond", Asking::item),
                joined("field_name_conditions", "field_name_cond", Asking::field));
    }

    private <A> Step.Joined<A> joined(String key, String how, Reading<A> reading)
            throws BadPipeline {
        List<A> conditions = new ArrayList<>();
        for (Entry one : step.entries(key)) {
            conditions.add(reading.of(one, one.required("type")));
        }
        String op = step.text(how + "_op").toLowerCase(Locale.ROOT);
        if (!Set.of("", "and", "or").contains(op)) {
            throw step.bad("'" + how + "_op' is '" + op + "'; write and or or");
        }
        return new Step.Joined<>(conditions, op.equals("or"), step.truth(how + "_not", false));
    }

    private static BadPipeline unknown(Entry at, String kind, String type) {
        return at.bad("the " + kind + " '" + type + "' is not known; remove it");
    }

    private static Step.RuleAsked rule(Entry at, String type) throws BadPipeline {
        return switch (type) {
            case "logsource" -> {
                at.only(Set.of("type", "product", "category", "service"));
                yield source(
                        new LogSource(at.text("product"), at.text("category"), at.text("service")));
            }
            case "contains_field" -> {
                String field = at.required("field");
                yield rule -> rule.items().stream().anyMatch(one -> one.field().equals(field));
            }
            case "contains_detection_item" -> {
                String field = at.required("field");
                String value = at.text("value");
                yield rule ->
                        rule.items().stream()
                                .anyMatch(one -> one.field().equals(field) && holds(one, value));
            }
            case "processing_item_applied" -> {
                String id = at.required("processing_item_id");
                yield rule -> rule.done().contains(id);
            }
            case "processing_state" -> state(at)::holds;
            case "is_sigma_rule" -> rule -> true;
            case "is_sigma_correlation_rule" -> rule -> false;
            case "rule_attribute" -> attribute(at);
            case "tag" -> {
                String tag = at.required("tag");
                yield rule -> texts(rule.rule().at("tags")).contains(tag);
            }
            default -> throw unknown(at, "rule condition", type);
        };
    }

    private static Step.RuleAsked source(LogSource asked) {
        return rule ->
                fits(asked.product(), rule.logSource().product())
                        && fits(asked.category(), rule.logSource().category())
                        && fits(asked.service(), rule.logSource().service());
    }

    private static boolean fits(String asked, String held) {
        return asked.isEmpty() || asked.equalsIgnoreCase(held);
    }

    private static boolean holds(DraftPart.Item item, String value) {
        return item.values().stream().anyMatch(one -> one.text().equals(value));
    }

    private static Step.RuleAsked attribute(Entry at) throws BadPipeline {
        String attribute = at.required("attribute");
        String value = at.text("value");
        String op = at.has("op") ? at.text("op") : "eq";
        if (!Set.of("eq", "ne", "in", "not_in").contains(op)) {
            throw at.bad("the comparison '" + op + "' is not known; write eq, ne, in or not_in");
        }
        List<String> values = at.texts("value");
        boolean negated = op.equals("ne") || op.equals("not_in");
        return rule -> {
            List<String> held = texts(rule.rule().at(attribute));
            boolean found = held.contains(value) || values.stream().anyMatch(held::contains);
            return found != negated;
        };
    }

    private static List<String> texts(@Nullable Yaml value) {
        if (value == null) {
            return List.of();
        }
        return value.items().isEmpty()
                ? List.of(value.text())
                : value.items().stream().map(Yaml::text).toList();
    }

    /** One entry of what steps noted. */
    private record State(String key, String value) {

        boolean holds(RuleDraft rule) {
            return value.equals(rule.state().get(key));
        }
    }

    private static State state(Entry at) throws BadPipeline {
        return new State(at.required("key"), at.text("val"));
    }

    private static Step.ItemAsked item(Entry at, String type) throws BadPipeline {
        return switch (type) {
            case "match_string" -> {
                BoundedRegex pattern = BoundedRegex.of(at, at.required("pattern"));
                boolean negated = at.truth("negate", false);
                yield values(at, value -> pattern.begins(value.text()) != negated);
            }
            case "is_null" ->
                    values(at, value -> value instanceof Yaml.Scalar one && one.nothing());
            case "contains_wildcard" -> values(at, value -> wildcard(value.text()));
            case "processing_item_applied" -> {
                String id = at.required("processing_item_id");
                yield (_, item) -> item.done().contains(id);
            }
            case "processing_state" -> {
                State state = state(at);
                yield (rule, _) -> state.holds(rule);
            }
            default -> throw unknown(at, "condition of an item", type);
        };
    }

    private static boolean wildcard(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*' || c == '?') {
                return true;
            }
            i += c == '\\' ? 1 : 0;
        }
        return false;
    }

    private interface ValueAsked {
        boolean of(Yaml value);
    }

    private static Step.ItemAsked values(Entry at, ValueAsked asked) throws BadPipeline {
        String cond = at.has("cond") ? at.text("cond") : "any";
        if (!Set.of("any", "all").contains(cond)) {
            throw at.bad("'cond' is '" + cond + "'; write any or all");
        }
        return cond.equals("any")
                ? (_, item) -> item.values().stream().anyMatch(asked::of)
                : (_, item) -> item.values().stream().allMatch(asked::of);
    }

    private static Step.FieldAsked field(Entry at, String type) throws BadPipeline {
        return switch (type) {
            case "include_fields" -> named(at);
            case "exclude_fields" -> {
                Step.FieldAsked named = named(at);
                yield (rule, field, item) -> !named.of(rule, field, item);
            }
            case "processing_item_applied" -> {
                String id = at.required("processing_item_id");
                yield (_, _, item) -> item.done().contains(id);
            }
            case "processing_state" -> {
                State state = state(at);
                yield (rule, _, _) -> state.holds(rule);
            }
            default -> throw unknown(at, "condition of a field's name", type);
        };
    }

    private static Step.FieldAsked named(Entry at) throws BadPipeline {
        List<String> fields = at.texts("fields");
        String mode = at.has("mode") ? at.text("mode") : "plain";
        if (!mode.equals("re")) {
            return (_, field, _) -> fields.contains(field);
        }
        List<BoundedRegex> patterns = new ArrayList<>();
        for (String one : fields) {
            patterns.add(BoundedRegex.of(at, one));
        }
        return (_, field, _) -> patterns.stream().anyMatch(one -> one.begins(field));
    }

    /** The keys that say when a step is done. */
    static Set<String> keys() {
        return Set.of(
                "rule_conditions",
                "rule_cond_op",
                "rule_cond_not",
                "detection_item_conditions",
                "detection_item_cond_op",
                "detection_item_cond_not",
                "field_name_conditions",
                "field_name_cond_op",
                "field_name_cond_not");
    }
}
