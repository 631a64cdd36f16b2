package az.qalxan.statistics.measure;

import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the country's pack says about measuring: classes, stages, the minimum set. */
@Component
final class MeasurePack {

    /** Where a list of the pack comes from, and whether anybody read it there. */
    record Origin(Words source, boolean verified) {}

    /** A class of the ICCS. */
    record IccsClass(String code, Words title) {}

    /**
     * Which class an article counts as.
     *
     * @param tag a tag of the ICCS such as {@code Cy}; empty for none
     */
    record Classified(String article, String category, String tag) {}

    /** By which outcomes and statuses a case has come to a stage. */
    record Stage(List<String> outcomes, List<String> statuses) {

        Stage {
            outcomes = List.copyOf(outcomes);
            statuses = List.copyOf(statuses);
        }
    }

    /**
     * One item of the minimum set.
     *
     * @param counted what the program counts for it; empty when it is not collected
     * @param missing why it is not collected; null when it is
     */
    record Item(String code, Words title, String counted, @Nullable Words missing) {

        Item {
            if (counted.isEmpty() == (missing == null)) {
                throw new IllegalArgumentException(code + " is either counted or missing");
            }
        }
    }

    private final Origin iccs;
    private final List<IccsClass> classes;
    private final List<Classified> articles;
    private final Origin stages;
    private final Stage prosecuted;
    private final Stage cleared;
    private final Stage noOffence;
    private final Origin minimum;
    private final List<Item> items;

    MeasurePack(Jurisdiction jurisdiction) {
        JsonNode file = read("packs/" + jurisdiction.code() + "/measures.yaml");
        JsonNode classification = file.required("iccs");
        this.iccs = origin(classification);
        this.classes =
                list(
                        classification.required("categories"),
                        one -> new IccsClass(text(one, "code"), words(one.required("title"))));
        this.articles =
                list(
                        classification.required("articles"),
                        one ->
                                new Classified(
                                        text(one, "article"),
                                        text(one, "category"),
                                        one.path("tag").asString("")));
        JsonNode told = file.required("stages");
        this.stages = origin(told);
        this.prosecuted = stage(told.required("prosecuted"));
        this.cleared = stage(told.required("cleared"));
        this.noOffence = stage(told.required("no_offence"));
        JsonNode set = file.required("minimum_set");
        this.minimum = origin(set);
        this.items =
                list(
                        set.required("items"),
                        one ->
                                new Item(
                                        text(one, "code"),
                                        words(one.required("title")),
                                        one.path("counted").asString(""),
                                        one.has("missing") ? words(one.path("missing")) : null));
    }

    Origin iccs() {
        return iccs;
    }

    List<IccsClass> classes() {
        return classes;
    }

    Optional<IccsClass> ofCode(String code) {
        return classes.stream().filter(one -> one.code().equals(code)).findAny();
    }

    List<Classified> articles() {
        return articles;
    }

    /** Whether some article of that class carries that tag. */
    boolean tagged(String category, String tag) {
        return articles.stream()
                .anyMatch(one -> one.category().equals(category) && one.tag().equals(tag));
    }

    Origin stages() {
        return stages;
    }

    Stage prosecuted() {
        return prosecuted;
    }

    Stage cleared() {
        return cleared;
    }

    Stage noOffence() {
        return noOffence;
    }

    Origin minimum() {
        return minimum;
    }

    List<Item> items() {
        return items;
    }

    private static Stage stage(JsonNode node) {
        return new Stage(
                list(node.path("outcomes"), JsonNode::asString),
                list(node.path("statuses"), JsonNode::asString));
    }

    private static Origin origin(JsonNode node) {
        return new Origin(
                words(node.required("source")),
                node.path("status").asString("unverified").equals("verified"));
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).asString();
    }

    private static Words words(JsonNode node) {
        return new Words(text(node, "az"), text(node, "en"));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> entry) {
        List<T> entries = new ArrayList<>();
        array.forEach(one -> entries.add(entry.apply(one)));
        return List.copyOf(entries);
    }

    private static JsonNode read(String name) {
        try (InputStream file = new ClassPathResource(name).getInputStream()) {
            return new YAMLMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the pack has no readable " + name, e);
        }
    }
}
