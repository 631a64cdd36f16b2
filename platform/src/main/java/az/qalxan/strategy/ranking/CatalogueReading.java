package az.qalxan.strategy.ranking;

import az.qalxan.jurisdiction.Words;
import az.qalxan.strategy.ranking.RankingEdition.Partial;
import az.qalxan.strategy.ranking.RankingEdition.Tier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Makes the catalogue from YAML files.
 *
 * @param topics by their id
 */
record CatalogueReading(Map<String, Topic> topics) {

    /** Reads the file of topics. */
    static CatalogueReading of(JsonNode file) {
        Map<String, Topic> topics = new LinkedHashMap<>();
        for (JsonNode one : file.required("topics")) {
            Topic topic =
                    new Topic(
                            text(one, "id"),
                            words(one.required("title")),
                            words(one.required("asks")));
            if (topics.put(topic.id(), topic) != null) {
                throw new IllegalArgumentException("the topic " + topic.id() + " stands twice");
            }
        }
        return new CatalogueReading(topics);
    }

    /** Reads the file of a ranking. */
    Ranking ranking(JsonNode file) {
        String code = text(file, "ranking");
        return new Ranking(
                code,
                words(file.required("name")),
                words(file.required("publisher")),
                text(file, "address"),
                file.required("fresh_months").asInt(),
                list(file.required("editions"), one -> edition(code, one)));
    }

    private RankingEdition edition(String ranking, JsonNode one) {
        String code = text(one, "edition");
        JsonNode partial = one.required("partial");
        return new RankingEdition(
                ranking,
                code,
                words(one.required("name")),
                LocalDate.parse(text(one, "from")),
                one.has("until") ? LocalDate.parse(text(one, "until")) : null,
                words(one.required("source")),
                verified(one),
                weight(one.required("total")),
                one.required("scale").asInt(),
                one.path("levels").asInt(0),
                Partial.valueOf(text(partial, "counts").toUpperCase(Locale.ROOT)),
                words(partial.required("source")),
                list(one.path("levels_named"), CatalogueReading::tier),
                list(one.required("groups"), group -> group(ranking, code, group)));
    }

    private static Tier tier(JsonNode one) {
        return new Tier(
                text(one, "code"),
                one.required("at_least").asDouble(),
                verified(one),
                words(one.required("name")));
    }

    private QuestionGroup group(String ranking, String edition, JsonNode one) {
        String code = text(one, "code");
        return new QuestionGroup(
                code,
                words(one.required("title")),
                weight(one),
                list(
                        one.required("questions"),
                        question ->
                                question(
                                        new QuestionRef(ranking, edition, text(question, "code")),
                                        code,
                                        question)));
    }

    private Question question(QuestionRef ref, String group, JsonNode one) {
        String topic = text(one, "topic");
        return new Question(
                ref,
                group,
                Optional.ofNullable(topics.get(topic))
                        .orElseThrow(() -> new IllegalArgumentException("no topic " + topic)),
                weight(one),
                verified(one),
                list(one.path("was"), was -> earlier(ref.ranking(), was.asString())));
    }

    private static QuestionRef earlier(String ranking, String was) {
        return QuestionRef.parse(ranking + ":" + was)
                .orElseThrow(() -> new IllegalArgumentException("no question: " + was));
    }

    private static Weight weight(JsonNode one) {
        if (!one.has("points")) {
            return new Weight.Unknown();
        }
        double points = one.required("points").asDouble();
        return verified(one) ? new Weight.Known(points) : new Weight.Recalled(points);
    }

    static boolean verified(JsonNode one) {
        return one.path("standing").asString("unverified").equals("verified");
    }

    static String text(JsonNode node, String field) {
        return node.required(field).asString();
    }

    static Words words(JsonNode node) {
        return new Words(text(node, "az"), text(node, "en"));
    }

    static @Nullable Words optionalWords(JsonNode node, String field) {
        return node.has(field) ? words(node.required(field)) : null;
    }

    static <T> List<T> list(JsonNode array, Function<JsonNode, T> entry) {
        List<T> entries = new ArrayList<>();
        array.forEach(one -> entries.add(entry.apply(one)));
        return List.copyOf(entries);
    }
}
