package az.qalxan.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.Repository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pack of Azerbaijan is whole: nothing dangles, both languages stand everywhere. */
class PackTest {

    private static final PackFiles PACK = PackFiles.of("az");
    private static final Set<String> KINDS =
            Set.of(
                    "competent-body",
                    "supervisor",
                    "executor",
                    "cert",
                    "operator",
                    "association-member",
                    "foreign-counterpart");

    @Test
    void categoriesLeadFromAGroupToABodyAndToAdvice() {
        List<String> groups = PACK.groups().stream().map(CategoryGroup::code).toList();
        List<String> bodies = PACK.bodies().stream().map(Body::code).toList();
        List<String> advice = PACK.advice().stream().map(Advice::id).toList();
        for (Category category : PACK.categories()) {
            assertThat(groups).contains(category.group());
            assertThat(bodies).contains(category.defaultBody());
            assertThat(advice).containsAll(category.advice());
            assertThat(category.advice()).as(category.code()).isNotEmpty();
        }
        assertThat(PACK.categories().stream().map(Category::group).distinct())
                .containsExactlyInAnyOrderElementsOf(groups);
    }

    @Test
    void noCodeStandsTwice() {
        assertThat(PACK.groups().stream().map(CategoryGroup::code)).doesNotHaveDuplicates();
        assertThat(PACK.categories().stream().map(Category::code)).doesNotHaveDuplicates();
        assertThat(PACK.bodies().stream().map(Body::code)).doesNotHaveDuplicates();
        assertThat(PACK.bodies().stream().map(Body::acronym)).doesNotHaveDuplicates();
        assertThat(PACK.advice().stream().map(Advice::id)).doesNotHaveDuplicates();
        assertThat(PACK.regions().stream().map(Region::code)).doesNotHaveDuplicates();
    }

    @Test
    void everyTextStandsInBothLanguages() {
        assertThat(words())
                .isNotEmpty()
                .allSatisfy(words -> {
                    assertThat(words.az()).isNotBlank();
                    assertThat(words.en()).isNotBlank();
                });
    }

    @Test
    void hintsSayMoreThanTitles() {
        assertThat(PACK.categories())
                .allSatisfy(one -> assertThat(one.hint().az()).isNotEqualTo(one.title().az()));
    }

    @Test
    void theStrategysBodiesAndCertsAreThereWithKnownKinds() {
        assertThat(PACK.bodies()).hasSize(26);
        assertThat(PACK.bodies().stream().filter(one -> one.kinds().contains("executor")))
                .hasSize(23);
        assertThat(PACK.bodies().stream().filter(one -> one.kinds().contains("cert"))).hasSize(3);
        assertThat(PACK.bodies())
                .allSatisfy(one -> {
                    assertThat(one.code()).matches("[a-z0-9][a-z0-9-]{0,39}");
                    assertThat(one.kinds()).isNotEmpty().isSubsetOf(KINDS);
                    assertThat(one.source().az()).isNotBlank();
                });
    }

    @Test
    void nobodyHasTriedTheChannelsYet() {
        assertThat(PACK.bodies().stream().flatMap(one -> one.channels().stream()))
                .isNotEmpty()
                .noneMatch(BodyChannel::verified);
    }

    @Test
    void onlyArticlesThatWereReadAreVerified() {
        Map<String, Boolean> articles = new HashMap<>();
        for (Category category : PACK.categories()) {
            for (OffenceHint offence : category.offences()) {
                Boolean before = articles.put(offence.article(), offence.verified());
                assertThat(before == null || before == offence.verified())
                        .as("one status for article %s", offence.article())
                        .isTrue();
            }
        }
        assertThat(articles.keySet()).allMatch(one -> one.matches("\\d{2,3}[0-9.-]*"));
        assertThat(articles.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("271", "272");
    }

    @Test
    void everyHintedArticleIsInTheListWithTheSameStatus() {
        Map<String, Boolean> listed = new HashMap<>();
        PACK.articles().forEach(one -> listed.put(one.article(), one.basis().verified()));
        assertThat(PACK.articles().stream().map(Article::article)).doesNotHaveDuplicates();
        for (Category category : PACK.categories()) {
            for (OffenceHint hint : category.offences()) {
                assertThat(listed).containsEntry(hint.article(), hint.verified());
            }
        }
    }

    @Test
    void statusesAndOutcomesAreWholeAndSayThatNobodyReadThem() {
        assertThat(PACK.statuses().stream().map(ProceduralStatus::code))
                .doesNotHaveDuplicates()
                .contains("applicant", "victim", "witness", "suspect", "accused", "legal-person");
        assertThat(PACK.statuses())
                .allSatisfy(one -> {
                    assertThat(one.kinds()).isNotEmpty().isSubsetOf("person", "organisation");
                    assertThat(one.basis().verified()).isFalse();
                    assertThat(one.basis().source().az()).isNotBlank();
                });
        assertThat(PACK.outcomes().stream().map(CaseOutcome::code))
                .doesNotHaveDuplicates()
                .contains("suspended-other", "closed-other", "sent-to-court", "unknown-person");
        assertThat(PACK.outcomes())
                .allSatisfy(one -> {
                    assertThat(one.state()).isIn("suspended", "closed");
                    assertThat(one.basis().verified()).isFalse();
                });
    }

    @Test
    void theDrawingHasEveryRegionAndNeighboursShareTheirBorder() throws java.io.IOException {
        Path file = Repository.root().resolve("packs/az/regions.geojson");
        JsonNode drawing = JsonMapper.shared().readTree(Repository.read(file));
        List<String> drawn = new ArrayList<>();
        Map<Set<String>, Integer> edges = new HashMap<>();
        for (JsonNode feature : drawing.required("features")) {
            drawn.add(feature.at("/properties/code").asString());
            assertThat(feature.at("/properties/name_az").asString()).isNotBlank();
            assertThat(feature.at("/properties/name_en").asString()).isNotBlank();
            count(feature.at("/geometry/coordinates/0"), edges);
        }
        assertThat(drawn)
                .containsExactlyInAnyOrderElementsOf(
                        PACK.regions().stream().map(Region::code).toList());
        assertThat(edges.values()).allMatch(times -> times <= 2);
        assertThat(edges.values().stream().filter(times -> times == 2).count()).isGreaterThan(100);
    }

    /** A ring is closed, turns counter-clockwise (RFC 7946) and stays near the country. */
    private static void count(JsonNode ring, Map<Set<String>, Integer> edges) {
        double doubledArea = 0;
        assertThat(ring.get(0)).isEqualTo(ring.get(ring.size() - 1));
        for (int i = 1; i < ring.size(); i++) {
            JsonNode from = ring.get(i - 1);
            JsonNode to = ring.get(i);
            assertThat(from.get(0).asDouble()).isBetween(44.5, 50.7);
            assertThat(from.get(1).asDouble()).isBetween(38.3, 42.0);
            doubledArea +=
                    from.get(0).asDouble() * to.get(1).asDouble()
                            - to.get(0).asDouble() * from.get(1).asDouble();
            Set<String> edge = new HashSet<>(List.of(from.toString(), to.toString()));
            assertThat(edge).hasSize(2);
            edges.merge(edge, 1, Integer::sum);
        }
        assertThat(doubledArea).isPositive();
    }

    private static List<Words> words() {
        return Stream.of(
                        PACK.groups().stream().flatMap(one -> Stream.of(one.title(), one.hint())),
                        PACK.categories().stream()
                                .flatMap(one -> Stream.of(one.title(), one.hint())),
                        PACK.advice().stream()
                                .flatMap(one ->
                                        Stream.concat(
                                                Stream.of(one.title()), one.steps().stream())),
                        PACK.bodies().stream()
                                .flatMap(one ->
                                        Stream.concat(
                                                Stream.of(one.name(), one.source()),
                                                one.posts().stream()
                                                        .flatMap(post ->
                                                                Stream.of(
                                                                        post.title(),
                                                                        post.duty())))),
                        PACK.articles().stream().map(Article::title),
                        PACK.statuses().stream().map(ProceduralStatus::name),
                        PACK.outcomes().stream().flatMap(one -> Stream.of(one.name(), one.told())),
                        PACK.regions().stream().map(Region::name),
                        PACK.emergency().stream().map(EmergencyNumber::service))
                .flatMap(all -> all)
                .toList();
    }
}
