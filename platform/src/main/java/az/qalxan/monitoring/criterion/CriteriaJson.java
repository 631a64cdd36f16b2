package az.qalxan.monitoring.criterion;

import az.qalxan.jurisdiction.Words;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Criteria as the pack writes them and the database keeps them. */
final class CriteriaJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private CriteriaJson() {}

    /**
     * Reads a set.
     *
     * @throws IllegalArgumentException when something is missing, unknown or out of bounds
     */
    static Criteria read(JsonNode root) {
        List<Criterion> criteria = new ArrayList<>();
        root.required("criteria").forEach(one -> criteria.add(criterion(one)));
        List<CategoryRule> categories = new ArrayList<>();
        root.required("categories")
                .forEach(one ->
                        categories.add(
                                new CategoryRule(text(one, "category"), texts(one.path("any")))));
        JsonNode grouping = root.required("grouping");
        return new Criteria(
                criteria,
                categories,
                new Grouping(
                        duration(text(grouping, "alert")),
                        duration(text(grouping, "incident")),
                        texts(grouping.path("common")),
                        texts(root.path("shared")),
                        grouping.required("hub").asInt()),
                paging(root.required("paging")));
    }

    static Criteria read(String json) {
        return read(JSON.readTree(json));
    }

    private static Criterion criterion(JsonNode one) {
        Map<Measure, Integer> all = new EnumMap<>(Measure.class);
        one.required("all")
                .properties()
                .forEach(least -> all.put(Measure.of(least.getKey()), least.getValue().asInt()));
        return new Criterion(
                text(one, "code"),
                words(one.required("name")),
                words(one.required("why")),
                Severity.of(text(one, "severity")),
                one.has("within") ? duration(text(one, "within")) : null,
                all);
    }

    private static Paging paging(JsonNode paging) {
        List<Paging.Step> steps = new ArrayList<>();
        paging.path("steps")
                .forEach(one ->
                        steps.add(
                                new Paging.Step(duration(text(one, "after")), text(one, "whom"))));
        return new Paging(text(paging, "coordinator"), steps);
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a span of time: " + text, e);
        }
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(one -> texts.add(one.asString()));
        return texts;
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).asString();
    }

    private static Words words(JsonNode node) {
        return new Words(text(node, "az"), text(node, "en"));
    }

    /** Writes a set; the same set is always written alike. */
    static String write(Criteria criteria) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode list = root.putArray("criteria");
        criteria.criteria().forEach(one -> write(one, list.addObject()));
        ArrayNode categories = root.putArray("categories");
        criteria.categories()
                .forEach(one -> {
                    ObjectNode node = categories.addObject().put("category", one.category());
                    ArrayNode any = node.putArray("any");
                    one.any().stream().sorted().forEach(any::add);
                });
        Grouping grouping = criteria.grouping();
        ObjectNode groups =
                root.putObject("grouping")
                        .put("alert", grouping.alert().toString())
                        .put("incident", grouping.incident().toString())
                        .put("hub", grouping.hub());
        ArrayNode common = groups.putArray("common");
        grouping.common().stream().sorted().forEach(common::add);
        ArrayNode shared = root.putArray("shared");
        grouping.shared().stream().sorted().forEach(shared::add);
        ObjectNode paging =
                root.putObject("paging").put("coordinator", criteria.paging().coordinator());
        ArrayNode steps = paging.putArray("steps");
        criteria.paging()
                .steps()
                .forEach(one ->
                        steps.addObject()
                                .put("after", one.after().toString())
                                .put("whom", one.whom()));
        return JSON.writeValueAsString(root);
    }

    private static void write(Criterion one, ObjectNode node) {
        node.put("code", one.code());
        node.putObject("name").put("az", one.name().az()).put("en", one.name().en());
        node.putObject("why").put("az", one.why().az()).put("en", one.why().en());
        node.put("severity", one.severity().code());
        @Nullable Duration within = one.within();
        if (within != null) {
            node.put("within", within.toString());
        }
        ObjectNode all = node.putObject("all");
        one.all().forEach((measure, least) -> all.put(measure.code(), least));
    }
}
