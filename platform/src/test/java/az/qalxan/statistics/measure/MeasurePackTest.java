package az.qalxan.statistics.measure;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import az.qalxan.jurisdiction.Article;
import az.qalxan.jurisdiction.CaseOutcome;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.jurisdiction.ProceduralStatus;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the pack says of measuring names what the pack has. */
@NullUnmarked // a null here fails the test anyway
@PlatformTest
class MeasurePackTest {

    @Autowired MeasurePack pack;
    @Autowired Jurisdiction jurisdiction;

    @Test
    void everyArticleIsClassifiedOnceAndEveryClassExists() {
        assertThat(pack.articles())
                .extracting(MeasurePack.Classified::article)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        jurisdiction.articles().stream().map(Article::article).toList());
        assertThat(pack.articles()).allMatch(one -> pack.ofCode(one.category()).isPresent());
        assertThat(pack.iccs().verified()).isFalse();
    }

    @Test
    void stagesNameOutcomesAndStatusesOfThePack() {
        List<String> outcomes = jurisdiction.outcomes().stream().map(CaseOutcome::code).toList();
        List<String> statuses =
                jurisdiction.statuses().stream().map(ProceduralStatus::code).toList();
        Stream.of(pack.prosecuted(), pack.cleared(), pack.noOffence())
                .forEach(stage -> {
                    assertThat(outcomes).containsAll(stage.outcomes());
                    assertThat(statuses).containsAll(stage.statuses());
                });
        assertThat(pack.items()).hasSizeGreaterThan(5);
    }
}
