package az.qalxan.deconfliction;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.PlatformTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pack's rules between bodies are whole, dated, and say what nobody has verified. */
@PlatformTest
class RuleBookTest {

    @Autowired RuleBook book;

    @Test
    void everyGroundHasItsWordsItsSourceAndATerm() {
        assertThat(book.grounds())
                .isNotEmpty()
                .allSatisfy(ground -> {
                    assertThat(ground.name().az()).isNotBlank();
                    assertThat(ground.name().en()).isNotBlank();
                    assertThat(ground.source().az()).isNotBlank();
                    assertThat(ground.source().en()).isNotBlank();
                    assertThat(ground.watchDaysMax()).isBetween(1, 366);
                });
        assertThat(book.grounds().stream().map(Ground::code)).doesNotHaveDuplicates();
        assertThat(book.grounds()).as("no article was read yet").noneMatch(Ground::verified);
    }

    @Test
    void aGroundHoldsInItsDays() {
        Ground ground = book.grounds().getFirst();
        Ground ended =
                new Ground(
                        ground.code(),
                        ground.name(),
                        ground.source(),
                        false,
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 6, 30),
                        30);
        assertThat(ended.inForce(LocalDate.of(2025, 12, 31))).isFalse();
        assertThat(ended.inForce(LocalDate.of(2026, 1, 1))).isTrue();
        assertThat(ended.inForce(LocalDate.of(2026, 6, 30))).isTrue();
        assertThat(ended.inForce(LocalDate.of(2026, 7, 1))).isFalse();
    }

    @Test
    void theSameVersionHoldsUntilTheNextOne() {
        Rules first = book.rules(LocalDate.of(2000, 1, 1));
        assertThat(book.rules(first.from())).isEqualTo(first);
        assertThat(first.budget().toldPerDay()).isLessThan(first.budget().toldPer30Days());
        assertThat(first.verified()).isFalse();
    }

    @Test
    void commonIdentifiersAreKnownByTheirKeys() {
        assertThat(book.common("domain:instagram.com")).isTrue();
        assertThat(book.common("domain:bank-tesdiq.example")).isFalse();
    }
}
