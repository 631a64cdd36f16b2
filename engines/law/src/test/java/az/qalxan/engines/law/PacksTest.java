package az.qalxan.engines.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The law of the packs is whole: sources, standing and clause everywhere. */
class PacksTest {

    @Test
    void everyFactHasASourceAndAStanding() {
        assertThat(Packs.facts().rows())
                .hasSizeGreaterThan(400)
                .allSatisfy(row -> {
                    assertThat(row.citation().sources()).as(row.id()).isNotEmpty();
                    assertThat(row.citation().retrieved()).as(row.id()).isNotNull();
                    assertThat(Packs.facts().sources().stream().map(Source::id).toList())
                            .containsAll(row.citation().sources());
                });
    }
}
