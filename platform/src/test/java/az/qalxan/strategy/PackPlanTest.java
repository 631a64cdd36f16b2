package az.qalxan.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import az.qalxan.PlatformTest;
import az.qalxan.access.BodyCode;
import az.qalxan.engines.language.Folding;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.PlanComparison;
import az.qalxan.engines.plan.PlanFile;
import az.qalxan.engines.plan.PlanRead;
import az.qalxan.engines.plan.PlanReader;
import az.qalxan.engines.plan.Span;
import az.qalxan.jurisdiction.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the pack knows of the plan before anybody brings its wording in. */
@PlatformTest
class PackPlanTest {

    @Autowired Plans plans;

    private Plan plan() {
        return plans.of(EditionId.PACK).orElseThrow();
    }

    @Test
    void everyPartHasATitleOfOurOwnInBothLanguages() {
        Plan plan = plan();
        Stream.of(
                        plan.priorities().stream().map(PlanPriority::shortTitle),
                        plan.groups().stream().map(PlanGroup::shortTitle),
                        plan.measures().stream().map(PlanMeasure::shortTitle),
                        plan.coverage().stream().map(PlanAim::shortTitle))
                .flatMap(titles -> titles)
                .forEach(title -> {
                    assertThat(title.az()).isNotBlank().hasSizeLessThan(80);
                    assertThat(title.en()).isNotBlank().hasSizeLessThan(90);
                    assertThat(title.az()).isNotEqualTo(title.en());
                });
        assertThat(plan.measures()).hasSize(56);
        assertThat(plan.edition().wording()).isFalse();
    }

    @Test
    void threeTargetsHaveNoMeasureAndEveryMeasureServesSomething() {
        Plan plan = plan();
        assertThat(plan.coverage().stream().filter(PlanAim::uncovered).map(PlanAim::id))
                .containsExactly("4.1.6", "4.1.17", "4.1.24");
        assertThat(plan.coverage()).allMatch(aim -> aim.standing().equals("unverified"));
        Set<MeasureCode> served =
                plan.coverage().stream()
                        .flatMap(aim -> aim.measures().stream())
                        .collect(Collectors.toSet());
        assertThat(plan.measures()).allMatch(one -> served.contains(one.code()));
    }

    @Test
    void everyBodyButTheClassOfBodiesIsInTheDirectory() {
        Set<String> unknown =
                plan().measures().stream()
                        .flatMap(one -> one.bodies().stream())
                        .filter(body -> body.body() == null)
                        .map(PlanBody::acronym)
                        .collect(Collectors.toSet());
        assertThat(unknown).containsExactly("İnfrastruktur subyektləri");
        assertThat(plan().of(new BodyCode("dtx"))).hasSize(50);
        assertThat(plan().of(new BodyCode("bp")))
                .allMatch(one -> one.executors().stream().anyMatch(PlanBody::recommended));
    }

    @Test
    void theLoadIsCountedPerQuarterAndOpenMeasuresApart() {
        Plan plan = plan();
        LoadTable table = LoadTable.of(plan);
        assertThat(table.quarters().getFirst()).isEqualTo(new LoadTable.Quarter(2023, 3));
        assertThat(table.quarters().getLast()).isEqualTo(new LoadTable.Quarter(2027, 4));
        for (LoadTable.Row row : table.rows()) {
            for (int i = 0; i < table.quarters().size(); i++) {
                int year = table.quarters().get(i).year();
                LoadTable.Load load = row.loads().get(i);
                assertThat(load.open()).isEqualTo(running(plan, row, year, true));
                assertThat(load.dated()).isEqualTo(running(plan, row, year, false));
            }
        }
    }

    private static int running(Plan plan, LoadTable.Row row, int year, boolean open) {
        int count = 0;
        for (PlanMeasure one : plan.measures()) {
            Span span = one.measure().span();
            boolean has =
                    one.bodies().stream()
                            .anyMatch(body -> body.acronym().equals(row.body().acronym()));
            boolean runs =
                    span.fromYear() == null
                            || span.fromYear() <= year
                                    && (span.untilYear() == null || year <= span.untilYear());
            if (has && runs && open == (span.untilYear() == null)) {
                count++;
            }
        }
        return count;
    }

    /** The facts are those of the official plan, and none of our titles is its wording. */
    @Test
    void theFactsAreThePlansAndTheTitlesAreOurs() throws IOException {
        assumeTrue(
                Files.isReadable(TestPlans.official()),
                "outside data is absent; set QALXAN_OUTSIDE_DATA to its folder");
        PlanRead read = PlanReader.read(Files.readAllBytes(TestPlans.official()));
        PlanFile official = ((PlanRead.Read) read).file();
        assertThat(PlanComparison.between(plan().file(), official)).isEmpty();
        Set<String> wording = new HashSet<>();
        official.measures().forEach(one -> wording.add(Folding.fold(one.text())));
        official.groups().forEach(one -> wording.add(Folding.fold(one.title())));
        official.priorities().forEach(one -> wording.add(Folding.fold(one.title())));
        official.priorities().forEach(one -> wording.add(Folding.fold(one.planTitle())));
        official.targets().forEach(one -> wording.add(Folding.fold(one.text())));
        official.objectives().forEach(one -> wording.add(Folding.fold(one.text())));
        Stream.of(
                        plan().priorities().stream().map(PlanPriority::shortTitle),
                        plan().groups().stream().map(PlanGroup::shortTitle),
                        plan().measures().stream().map(PlanMeasure::shortTitle),
                        plan().coverage().stream().map(PlanAim::shortTitle))
                .flatMap(titles -> titles)
                .map(Words::az)
                .forEach(title -> assertThat(wording).doesNotContain(Folding.fold(title)));
    }
}
