package az.qalxan.engines.detection.pipeline;

import az.qalxan.engines.detection.LogSource;
import az.qalxan.engines.yaml.Yaml;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a transformation does. */
final class Changing {

    private static final DraftPart GONE = new DraftPart.Any(List.of());
    private static final Pattern PLACEHOLDER = Pattern.compile("%([^%\\\\]{1,100})%");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");
    private static final int NESTED_MAX = 10;

    private final Map<String, List<String>> vars;
    private final Entry at;
    private final int depth;
    private final Set<String> known = new HashSet<>(Asking.keys());

    /**
     * @param vars values of placeholders
     * @param depth how many steps it is nested in
     */
    Changing(Entry at, Map<String, List<String>> vars, int depth) {
        this.at = at;
        this.vars = vars;
        this.depth = depth;
        known.addAll(Set.of("id", "type", "name", "description"));
    }

    Step.Change change() throws BadPipeline {
        String type = at.required("type");
        Step.Change change =
                switch (type) {
                    case "field_name_mapping" -> names(at.lists(key("mapping")));
                    case "field_name_prefix_mapping" -> prefixes(at.lists(key("mapping")));
                    case "field_name_prefix" -> name(prefix(at.required(key("prefix"))));
                    case "field_name_suffix" -> name(suffix(at.required(key("suffix"))));
                    case "drop_detection_item" -> item(_ -> GONE);
                    case "add_condition" -> condition();
                    case "change_logsource" -> source();
                    case "replace_string" -> replacing();
                    case "map_string" -> mapping(at.lists(key("mapping")));
                    case "set_value" -> value();
                    case "convert_type" -> type();
                    case "case" -> letters();
                    case "hashes_fields" -> new HashFields(at, known).change();
                    case "value_placeholders" -> placeholders();
                    case "wildcard_placeholders" -> wildcards();
                    case "nest" -> nested();
                    case "rule_failure" -> failure(at.required(key("message")));
                    case "detection_item_failure" -> itemFailure(at.required(key("message")));
                    case "set_state" -> state();
                    default ->
                            throw at.bad(
                                    "the transformation '" + type + "' is not known; remove it");
                };
        at.only(known);
        return change;
    }

    private String key(String name) {
        known.add(name);
        return name;
    }

    private static Step.Change name(UnaryOperator<String> change) {
        return (Step.Change.OfField) field -> List.of(change.apply(field));
    }

    private static UnaryOperator<String> prefix(String prefix) {
        return field -> prefix + field;
    }

    private static UnaryOperator<String> suffix(String suffix) {
        return field -> field + suffix;
    }

    private static Step.Change item(UnaryOperator<DraftPart> change) {
        return (Step.Change.OfItem) (item, _) -> change.apply(item);
    }

    private static Step.Change names(Map<String, List<String>> mapping) {
        return (Step.Change.OfField) field -> mapping.getOrDefault(field, List.of(field));
    }

    private static Step.Change prefixes(Map<String, List<String>> mapping) {
        return (Step.Change.OfField)
                field -> {
                    for (Map.Entry<String, List<String>> one : mapping.entrySet()) {
                        if (field.startsWith(one.getKey())) {
                            String rest = field.substring(one.getKey().length());
                            return one.getValue().stream().map(prefix -> prefix + rest).toList();
                        }
                    }
                    return List.of(field);
                };
    }

    private Step.Change condition() throws BadPipeline {
        Entry conditions = at.below(key("conditions"));
        String named = at.text(key("name"));
        String name = named.isEmpty() ? "_added_" + at.mapping().line() : named;
        boolean negated = at.truth(key("negated"), false);
        boolean template = at.truth(key("template"), false);
        return (Step.Change.OfRule)
                rule -> {
                    DraftPart selection = DraftPart.of(conditions.mapping());
                    if (template) {
                        selection = filled(conditions.mapping(), rule.logSource());
                    }
                    rule.demand(name, selection, negated);
                };
    }

    private static DraftPart filled(Yaml.Mapping conditions, LogSource source) {
        List<DraftPart> parts = new ArrayList<>();
        for (DraftPart part : ((DraftPart.All) DraftPart.of(conditions)).parts()) {
            parts.add(
                    part instanceof DraftPart.Item item
                            ? item.with(
                                    item.values().stream().map(one -> filled(one, source)).toList())
                            : part);
        }
        return new DraftPart.All(parts);
    }

    private static Yaml filled(Yaml value, LogSource source) {
        String text =
                value.text()
                        .replace("$product", source.product())
                        .replace("$category", source.category())
                        .replace("$service", source.service());
        return text.equals(value.text()) ? value : Values.text(value, text);
    }

    private Step.Change source() {
        LogSource other =
                new LogSource(
                        at.text(key("product")), at.text(key("category")), at.text(key("service")));
        return (Step.Change.OfRule) rule -> rule.source(other);
    }

    private Step.Change replacing() throws BadPipeline {
        BoundedRegex regex = BoundedRegex.of(at, at.required(key("regex")));
        String replacement = regex.replacement(at, at.text(key("replacement")));
        off("skip_special", "wildcards are replaced like any other text");
        off("interpret_special", "what is put in is taken as it is written");
        return texts(text -> List.of(regex.replaced(text, replacement)));
    }

    /** An option that can only be left as it is when nothing is said. */
    private void off(String option, String instead) throws BadPipeline {
        Yaml written = at.mapping().at(key(option));
        if (written != null && at.truth(option, false)) {
            throw new BadPipeline(
                    written, "'%s' cannot be true here: %s; remove it".formatted(option, instead));
        }
    }

    private interface TextChange {
        List<String> of(String text);
    }

    private static Step.Change texts(TextChange change) {
        return (Step.Change.OfItem)
                (item, _) -> {
                    List<Yaml> values = new ArrayList<>();
                    for (Yaml value : item.values()) {
                        if (!Values.isText(value)) {
                            values.add(value);
                            continue;
                        }
                        List<String> changed = change.of(value.text());
                        boolean same = changed.equals(List.of(value.text()));
                        changed.forEach(
                                text -> values.add(same ? value : Values.text(value, text)));
                    }
                    return item.with(values);
                };
    }

    private static Step.Change mapping(Map<String, List<String>> mapping) {
        return texts(text -> mapping.getOrDefault(text, List.of(text)));
    }

    private Step.Change value() throws BadPipeline {
        String value = at.required(key("value"));
        boolean text = forced(value).equals("str");
        return (Step.Change.OfItem)
                (item, _) -> {
                    if (item.values().isEmpty()) {
                        return item;
                    }
                    Yaml place = item.values().getFirst();
                    return item.with(
                            List.of(text ? Values.text(place, value) : Values.plain(place, value)));
                };
    }

    /** The type that the value is to have; empty where it has the one that it looks like. */
    private String forced(String value) throws BadPipeline {
        Yaml written = at.mapping().at(key("force_type"));
        if (written == null) {
            return "";
        }
        String type = written.text();
        if (!Set.of("str", "num").contains(type)) {
            throw new BadPipeline(
                    written, "'force_type' is '" + type + "'; write str or num, or remove it");
        }
        if (type.equals("num") && !NUMBER.matcher(value).matches()) {
            throw new BadPipeline(
                    written, "'" + value + "' is no number; write one, or the type str");
        }
        return type;
    }

    private Step.Change type() throws BadPipeline {
        String target = at.required(key("target_type"));
        if (!Set.of("str", "num").contains(target)) {
            throw at.bad("the type '" + target + "' is not known; write str or num");
        }
        boolean number = target.equals("num");
        return (Step.Change.OfItem)
                (item, _) ->
                        item.with(
                                item.values().stream()
                                        .map(one ->
                                                number
                                                        ? Values.plain(one, one.text())
                                                        : Values.text(one, one.text()))
                                        .toList());
    }

    private Step.Change letters() throws BadPipeline {
        String method = at.has(key("method")) ? at.text("method") : "lower";
        return switch (method) {
            case "lower" -> texts(text -> List.of(text.toLowerCase(Locale.ROOT)));
            case "upper" -> texts(text -> List.of(text.toUpperCase(Locale.ROOT)));
            default ->
                    throw at.bad("the method '" + method + "' is not known; write lower or upper");
        };
    }

    private Step.Change placeholders() throws BadPipeline {
        List<String> include = at.texts(key("include"));
        List<String> exclude = at.texts(key("exclude"));
        Map<String, List<String>> values = new LinkedHashMap<>(vars);
        values.keySet().removeIf(name -> exclude.contains(name) || !in(include, name));
        return (Step.Change.OfRule) rule -> rule.placeholders().putAll(values);
    }

    private static boolean in(List<String> include, String name) {
        return include.isEmpty() || include.contains(name);
    }

    /** Whatever stands there may stand there. */
    private Step.Change wildcards() throws BadPipeline {
        List<String> include = at.texts(key("include"));
        List<String> exclude = at.texts(key("exclude"));
        return (Step.Change.OfRule)
                rule -> {
                    for (DraftPart.Item item : rule.items()) {
                        for (Yaml value : item.values()) {
                            Matcher names = PLACEHOLDER.matcher(value.text());
                            while (item.modifiers().contains("expand") && names.find()) {
                                String name = names.group(1);
                                if (!exclude.contains(name) && in(include, name)) {
                                    rule.placeholders().putIfAbsent(name, List.of("*"));
                                }
                            }
                        }
                    }
                };
    }

    private Step.Change nested() throws BadPipeline {
        if (depth == NESTED_MAX) {
            throw at.bad("nested deeper than " + NESTED_MAX + "; flatten it");
        }
        List<Step> steps = new ArrayList<>();
        for (Entry one : at.entries(key("items"))) {
            steps.add(PipelineReader.step(one, vars, depth + 1));
        }
        return new Step.Change.Nested(steps);
    }

    private static Step.Change failure(String message) {
        return (Step.Change.OfRule) rule -> rule.refusals().add(message);
    }

    private static Step.Change itemFailure(String message) {
        return (Step.Change.OfItem)
                (item, rule) -> {
                    rule.refusals().add(message);
                    return item;
                };
    }

    private Step.Change state() throws BadPipeline {
        String name = at.required(key("key"));
        String value = at.text(key("val"));
        return (Step.Change.OfRule) rule -> rule.state().put(name, value);
    }
}
