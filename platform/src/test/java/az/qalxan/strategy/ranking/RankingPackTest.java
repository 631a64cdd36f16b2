package az.qalxan.strategy.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The packs' rankings are what was read of them, and say of the rest that it was not. */
class RankingPackTest {

    private final Catalogue catalogue = TestRankings.packs();
    private final JsonNode country = TestRankings.read("packs/az/rankings.yaml");

    private RankingEdition edition(String ranking, String edition) {
        return catalogue.edition(ranking, edition).orElseThrow();
    }

    @Test
    void editionsHaveAsManyQuestionsAsWereRead() {
        assertThat(sizes("gci", "2020")).containsExactly(5, 20);
        assertThat(sizes("gci", "2024")).containsExactly(5, 20);
        assertThat(sizes("ncsi", "2")).containsExactly(12, 46);
        assertThat(sizes("ncsi", "3")).containsExactly(12, 49);
        assertThat(sizes("ncaf", "1")).containsExactly(4, 17);
        assertThat(sizes("ncaf", "2.0")).containsExactly(4, 20);
        assertThat(edition("ncaf", "2.0").levels()).isEqualTo(5);
    }

    private List<Integer> sizes(String ranking, String edition) {
        RankingEdition found = edition(ranking, edition);
        return List.of(found.groups().size(), found.questions().size());
    }

    /** What was published are whole points of the totals that the packs name. */
    @Test
    void totalsFitWhatWasPublished() {
        assertThat(100 * 49 / 77.0).isCloseTo(63.64, within(0.005));
        assertThat(edition("ncsi", "2").total()).isEqualTo(new Weight.Known(77));
        for (double score : List.of(84.17, 73.33, 71.67, 37.5, 12.5, 76.67, 70.83, 69.17)) {
            double points = score * 1.2;
            assertThat(points).isCloseTo(Math.round(points), within(0.01));
        }
        assertThat(edition("ncsi", "3").total()).isEqualTo(new Weight.Known(120));
    }

    @Test
    void noQuestionOfGciHasAWeightAndNoneOfNcafHasOne() {
        for (String one : List.of("2020", "2024")) {
            assertThat(edition("gci", one).questions())
                    .allSatisfy(question ->
                            assertThat(question.weight()).isEqualTo(new Weight.Unknown()));
        }
        assertThat(edition("ncaf", "2.0").questions())
                .noneMatch(Question::verified)
                .allSatisfy(
                        question -> assertThat(question.weight()).isEqualTo(new Weight.Unknown()));
    }

    /** Recalled weights add up to what is known, or they would not be assumed. */
    @Test
    void recalledWeightsAddUp() {
        assertThat(Weights.of(edition("ncsi", "2")).assumption())
                .isEqualTo(Estimate.Assumption.RECALLED);
        assertThat(Weights.of(edition("ncsi", "3")).assumption())
                .isEqualTo(Estimate.Assumption.RECALLED);
        assertThat(Weights.of(edition("gci", "2024")).assumption())
                .isEqualTo(Estimate.Assumption.EQUAL);
    }

    @Test
    void everyQuestionBeforeIsOneOfTheEditionBefore() {
        for (Ranking ranking : catalogue.rankings()) {
            for (RankingEdition edition : ranking.editions()) {
                for (Question question : edition.questions()) {
                    for (QuestionRef was : question.was()) {
                        assertThat(catalogue.question(was)).as(was.toString()).isPresent();
                        assertThat(ranking.before(edition).orElseThrow().code())
                                .isEqualTo(was.edition());
                    }
                }
            }
        }
        Catalogue.Changes changes = catalogue.changes(edition("ncsi", "3"));
        assertThat(changes.split())
                .extracting(one -> one.before().question())
                .containsExactly("3.1");
        assertThat(changes.dropped())
                .extracting(QuestionRef::question)
                .containsExactly("4.3", "5.1", "5.3", "7.1", "7.2");
    }

    @Test
    void everyTopicHasSomebodyWhoAnswersAndMeasuresOfThePlan() {
        Set<String> measures =
                StreamSupport.stream(
                                TestRankings.read("packs/az/strategy.yaml")
                                        .required("priorities")
                                        .spliterator(),
                                false)
                        .flatMap(one ->
                                StreamSupport.stream(one.required("measures").spliterator(), false))
                        .map(one -> one.required("id").asString())
                        .collect(Collectors.toSet());
        Set<String> topics = new TreeSet<>();
        for (JsonNode one : country.required("topics")) {
            topics.add(one.required("topic").asString());
            one.required("measures")
                    .forEach(code -> assertThat(measures).contains(code.asString()));
        }
        assertThat(topics).isEqualTo(new TreeSet<>(catalogue.topics().keySet()));
    }

    /** The check of imports takes what the pack itself says. */
    @Test
    void theResultsOfThePackPassTheCheckOfImports() {
        ResultReading.Read read =
                ResultReading.read(
                        new tools.jackson.dataformat.yaml.YAMLMapper()
                                .writeValueAsString(Map.of("results", country.get("results"))),
                        new ResultCheck(catalogue, java.time.LocalDate.of(2026, 11, 27)));
        assertThat(read)
                .isInstanceOfSatisfying(
                        ResultReading.Read.Fine.class,
                        fine -> {
                            assertThat(fine.results()).hasSize(6);
                            Published gci =
                                    fine.results().stream()
                                            .filter(one -> one.edition().equals("2020"))
                                            .findFirst()
                                            .orElseThrow();
                            assertThat(gci.score()).isEqualTo(89.31);
                            assertThat(gci.rank()).isEqualTo(40);
                            assertThat(gci.groups().values().stream().mapToDouble(one -> one).sum())
                                    .isCloseTo(89.31, within(0.011));
                        });
    }
}
