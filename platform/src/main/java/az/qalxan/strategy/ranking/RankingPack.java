package az.qalxan.strategy.ranking;

import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the packs say of rankings: their structures, and this country's part in them. */
@Component
final class RankingPack {

    private static final List<String> FILES = List.of("gci", "ncsi", "ncaf");
    private static final Words NOTHING = new Words("", "");

    /**
     * Who answers for a topic here, and which measures of the plan would do something for it.
     *
     * @param owner the code of a body
     * @param measures codes of measures
     */
    record Local(String owner, List<String> measures) {

        Local {
            measures = List.copyOf(measures);
        }
    }

    private final Catalogue catalogue;
    private final Map<String, Local> local;
    private final Set<String> targets;
    private final List<Published> results;

    RankingPack(Jurisdiction jurisdiction) {
        CatalogueReading reading = CatalogueReading.of(read("packs/rankings/topics.yaml"));
        this.catalogue =
                new Catalogue(
                        FILES.stream()
                                .map(file -> read("packs/rankings/" + file + ".yaml"))
                                .map(reading::ranking)
                                .toList(),
                        reading.topics());
        JsonNode country = read("packs/" + jurisdiction.code() + "/rankings.yaml");
        this.local = local(country.required("topics"));
        this.targets =
                Set.copyOf(CatalogueReading.list(country.path("targets"), JsonNode::asString));
        this.results = CatalogueReading.list(country.required("results"), RankingPack::published);
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** Who answers for a topic; nobody and nothing where the pack says nothing. */
    Local of(Topic topic) {
        return local.getOrDefault(topic.id(), new Local("", List.of()));
    }

    /** The targets of the strategy that rankings measure. */
    Set<String> targets() {
        return targets;
    }

    List<Published> results() {
        return results;
    }

    private static Map<String, Local> local(JsonNode topics) {
        Map<String, Local> local = new LinkedHashMap<>();
        for (JsonNode one : topics) {
            local.put(
                    CatalogueReading.text(one, "topic"),
                    new Local(
                            CatalogueReading.text(one, "owner"),
                            CatalogueReading.list(one.required("measures"), JsonNode::asString)));
        }
        return local;
    }

    private static Published published(JsonNode one) {
        @Nullable Words note = CatalogueReading.optionalWords(one, "note");
        return new Published(
                CatalogueReading.text(one, "ranking"),
                CatalogueReading.text(one, "edition"),
                LocalDate.parse(CatalogueReading.text(one, "published")),
                one.path("year_only").asBoolean(false),
                one.has("score") ? one.required("score").asDouble() : null,
                one.has("rank") ? one.required("rank").asInt() : null,
                one.has("countries") ? one.required("countries").asInt() : null,
                one.path("level").asString(""),
                points(one.path("groups")),
                points(one.path("questions")),
                CatalogueReading.words(one.required("source")),
                note == null ? NOTHING : note,
                CatalogueReading.verified(one),
                null);
    }

    private static Map<String, Double> points(JsonNode node) {
        Map<String, Double> points = new LinkedHashMap<>();
        node.properties().forEach(one -> points.put(one.getKey(), one.getValue().asDouble()));
        return points;
    }

    private static JsonNode read(String name) {
        try (InputStream file = new ClassPathResource(name).getInputStream()) {
            return new YAMLMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the packs have no readable " + name, e);
        }
    }
}
