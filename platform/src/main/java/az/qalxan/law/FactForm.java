package az.qalxan.law;

import az.qalxan.engines.law.Clause;
import az.qalxan.engines.law.Period;
import az.qalxan.web.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what was filled in of a fact, and writes a fact into a form. */
final class FactForm {

    static final int TEXT_CHARS_MAX = 4_000;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final FactKind kind;
    private final Map<String, String> given;
    private final List<Violation> violations = new ArrayList<>();

    private FactForm(FactKind kind, Map<String, String> given) {
        this.kind = kind;
        this.given = Map.copyOf(given);
    }

    /** A fact as it was filled in, and all that is wrong with it. */
    record Filled(ObjectNode fact, List<Violation> violations) {

        Filled {
            violations = List.copyOf(violations);
        }
    }

    /**
     * Puts what was filled in into a fact.
     *
     * @param before the fact that is changed; null for a new one
     * @param fields those that were asked for
     */
    static Filled fill(
            FactKind kind,
            @Nullable JsonNode before,
            List<FactField> fields,
            Map<String, String> given) {
        return new FactForm(kind, given).fill(before, fields);
    }

    private Filled fill(@Nullable JsonNode before, List<FactField> fields) {
        ObjectNode fact =
                before == null ? JSON.createObjectNode() : ((ObjectNode) before).deepCopy();
        for (FactField field : fields) {
            put(fact, field, given.getOrDefault(field.name(), "").strip());
        }
        dropEmptyWordings(fact, fields);
        if (violations.isEmpty()) {
            check(fact);
        }
        return new Filled(fact, violations);
    }

    private void put(ObjectNode fact, FactField field, String text) {
        if (text.length() > TEXT_CHARS_MAX) {
            violations.add(
                    Violation.at(field.name(), "legal.too-long", text.length(), TEXT_CHARS_MAX));
        } else if (text.isEmpty() && field.required()) {
            violations.add(Violation.at(field.name(), "legal.missing"));
        } else {
            set(fact, field, text);
        }
    }

    private void set(ObjectNode fact, FactField field, String text) {
        List<String> path = List.of(field.path().split("\\."));
        ObjectNode parent = fact;
        for (String step : path.subList(0, path.size() - 1)) {
            parent = parent.get(step) instanceof ObjectNode inner ? inner : parent.putObject(step);
        }
        String name = path.getLast();
        if (text.isEmpty()
                && field.form() != FactField.Form.LINE
                && field.form() != FactField.Form.TEXT) {
            parent.putNull(name);
            return;
        }
        switch (field.form()) {
            case LINE, TEXT, CHOICE, DAY -> text(parent, name, text);
            case NUMBER -> number(parent, field, name, text);
            case CLAUSE -> clause(parent, field, name, text);
            case LIST -> list(parent.putArray(name), text);
        }
    }

    /** A state that is left out is none; other lines may stand empty. */
    private static void text(ObjectNode parent, String name, String text) {
        if (name.equals("state")) {
            if (text.isEmpty()) {
                parent.putNull(name);
            } else {
                parent.putObject(name).put("code", text.toUpperCase(java.util.Locale.ROOT));
            }
        } else {
            parent.put(name, text);
        }
    }

    private void number(ObjectNode parent, FactField field, String name, String text) {
        try {
            parent.put(name, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            violations.add(Violation.at(field.name(), "legal.no-number", text));
        }
    }

    private void clause(ObjectNode parent, FactField field, String name, String text) {
        try {
            Clause clause = Clause.of(text);
            parent.putObject(name)
                    .put("instrument", clause.instrument())
                    .put("article", clause.article());
        } catch (IllegalArgumentException e) {
            violations.add(Violation.at(field.name(), "legal.no-clause", text));
        }
    }

    private static void list(ArrayNode array, String text) {
        Arrays.stream(text.split("[,\\s]+")).filter(one -> !one.isEmpty()).forEach(array::add);
    }

    /** A wording that may be left out and was is none. */
    private static void dropEmptyWordings(ObjectNode fact, List<FactField> fields) {
        fields.stream()
                .filter(field -> !field.required() && field.path().contains(".texts."))
                .map(field -> field.path().substring(0, field.path().indexOf('.')))
                .distinct()
                .filter(name ->
                        fact.path(name)
                                .path("texts")
                                .valueStream()
                                .allMatch(one -> one.asString("").isBlank()))
                .forEach(fact::putNull);
    }

    private void check(ObjectNode fact) {
        try {
            FactJson.read(kind, fact, Period.ALWAYS);
        } catch (IllegalArgumentException e) {
            violations.add(Violation.at("fact", "legal.no-fact", String.valueOf(e.getMessage())));
        }
    }

    /** What stands in a field of a fact. */
    static String text(FactField field, JsonNode fact) {
        JsonNode node = fact;
        for (String step : field.path().split("\\.")) {
            node = node.path(step);
        }
        if (node.isNull() || node.isMissingNode()) {
            return "";
        }
        return switch (field.form()) {
            case CLAUSE ->
                    new Clause(
                                    node.path("instrument").asString(""),
                                    node.path("article").asString(""))
                            .toString();
            case LIST ->
                    String.join(", ", node.valueStream().map(one -> one.asString("")).toList());
            case LINE, TEXT, CHOICE, DAY, NUMBER ->
                    node.isObject() ? node.path("code").asString("") : node.asString("");
        };
    }
}
