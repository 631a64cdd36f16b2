package az.qalxan.deconfliction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is held, and when. */
class TallyTest {

    private static final Rules.Budget BUDGET = new Rules.Budget(3, 8, 5, 4, 120, 10);
    private static final Source PERSON = new Source("3f2504e0-4f89-41d3-9a0c-0305e82c3301", "din");
    private static final Source OUTSIDE = Source.outside("din");

    private final List<String> opened = new ArrayList<>();

    private Tally tally(Map<Source, Tally.Count> counts, Map<Source, UUID> holds) {
        return new Tally(
                BUDGET,
                counts,
                holds,
                (source, why) -> {
                    opened.add(source.account() + why.code());
                    return UUID.randomUUID();
                });
    }

    @Test
    void aSourceIsHeldFromTheLastMatchItsBudgetAllows() {
        Tally tally = tally(Map.of(), Map.of());
        tally.charge(PERSON, false);
        tally.charge(PERSON, false);
        assertThat(tally.hold(PERSON)).isNull();
        tally.charge(PERSON, false);
        assertThat(tally.hold(PERSON)).isNotNull();
        assertThat(opened).containsExactly(PERSON.account() + "told");
    }

    @Test
    void lateMatchesCountInTheLongRunOnly() {
        Tally tally = tally(Map.of(), Map.of());
        for (int i = 0; i < 7; i++) {
            tally.charge(PERSON, true);
        }
        assertThat(tally.hold(PERSON)).isNull();
        tally.charge(PERSON, true);
        assertThat(opened).containsExactly(PERSON.account() + "told-30-days");
    }

    @Test
    void bareReportsHoldASourceBeforeAnyMatch() {
        Tally tally = tally(Map.of(PERSON, new Tally.Count(0, 0, 4, false)), Map.of());
        assertThat(tally.hold(PERSON)).isNotNull();
        assertThat(opened).containsExactly(PERSON.account() + "bare");
    }

    @Test
    void aSourceThatWasAnsweredForIsNotHeldAgainThatDay() {
        Tally tally = tally(Map.of(PERSON, new Tally.Count(50, 50, 50, true)), Map.of());
        tally.charge(PERSON, false);
        assertThat(tally.hold(PERSON)).isNull();
        assertThat(opened).isEmpty();
    }

    @Test
    void anOpenHoldIsNotOpenedTwice() {
        UUID hold = UUID.randomUUID();
        Tally tally =
                tally(Map.of(PERSON, new Tally.Count(50, 50, 50, false)), Map.of(PERSON, hold));
        assertThat(tally.hold(PERSON)).isEqualTo(hold);
        assertThat(opened).isEmpty();
    }

    @Test
    void theOutsideHasABudgetOfItsOwnAndNoBareReports() {
        Tally tally = tally(Map.of(OUTSIDE, new Tally.Count(4, 400, 400, false)), Map.of());
        assertThat(tally.hold(OUTSIDE)).isNull();
        tally.charge(OUTSIDE, false);
        assertThat(tally.hold(OUTSIDE)).isNotNull();
    }
}
