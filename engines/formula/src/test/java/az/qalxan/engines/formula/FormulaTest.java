package az.qalxan.engines.formula;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.formula.FormulaFlaw.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What a formula comes to, and what is said of a broken one. */
@NullMarked
class FormulaTest {

    private static final Map<String, String> FIGURES =
            Map.of("r.received", "40", "r.answered", "30", "r.none", "0", "r.loss", "100.5");

    @Test
    void productsBindBeforeSumsAndEqualSignsFromTheLeft() {
        assertThat(value("r.received - r.answered * 2 / 4 - 1")).isEqualByComparingTo("24");
        assertThat(value("-(r.received - 50) * 2")).isEqualByComparingTo("20");
        assertThat(value("2 - -3")).isEqualByComparingTo("5");
    }

    @Test
    void aShareIsInHundredthsAndARatioIsNot() {
        assertThat(value("share(r.answered, r.received)")).isEqualByComparingTo("75");
        assertThat(value("ratio(r.loss, r.received)")).isEqualByComparingTo("2.5125");
    }

    @Test
    void earlierPeriodsAreAskedFor() {
        Formula formula = read("total(before(r.received, 1), 3) + change(r.received, 2)");
        Outcome outcome =
                formula.value((name, before) ->
                        new Figures.Answer.Known(BigDecimal.valueOf(10 + before)));
        // 11 + 12 + 13, and 10 is by 16.67 hundredths less than 12.
        assertThat(((Outcome.Value) outcome).value())
                .isCloseTo(
                        new BigDecimal("19.3333"),
                        org.assertj.core.data.Offset.offset(new BigDecimal("0.001")));
        assertThat(formula.figures()).containsExactly(Map.entry("r.received", 3));
    }

    @Test
    void aDivisionByZeroIsUnknownAndNeverNought() {
        for (String text :
                List.of(
                        "r.received / r.none",
                        "ratio(r.received, r.none)",
                        "share(r.none, r.none)",
                        "change(r.none, 1)",
                        "0 * (r.received / r.none)",
                        "r.none / r.none")) {
            assertThat(causes(text)).as(text).containsExactly(Outcome.Kind.DIVISION_BY_ZERO);
        }
    }

    @Test
    void aMissingFigureIsUnknownWithItsReasonAndItsPeriod() {
        Outcome outcome = read("r.received + total(r.gone, 2) * 0").value(FormulaTest::figure);
        assertThat(((Outcome.Unknown) outcome).causes())
                .extracting(Outcome.Cause::figure, Outcome.Cause::before, Outcome.Cause::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("r.gone", 0, "nobody counts it"),
                        org.assertj.core.groups.Tuple.tuple("r.gone", 1, "nobody counts it"));
    }

    @Test
    void allCausesAreToldAndNotTheFirstOnly() {
        assertThat(causes("r.gone / r.none + r.received / r.none"))
                .containsExactly(Outcome.Kind.MISSING_FIGURE, Outcome.Kind.DIVISION_BY_ZERO);
    }

    @Test
    void whatIsNoPartOfAWholeHasNoShare() {
        assertThat(causes("share(r.received, r.answered)"))
                .containsExactly(Outcome.Kind.NO_PART_OF_IT);
        assertThat(causes("share(-1, r.answered)")).containsExactly(Outcome.Kind.NO_PART_OF_IT);
    }

    @Test
    void whatGrowsBeyondMeasureIsUnknown() {
        assertThat(causes("9999999999 * 9999999999")).containsExactly(Outcome.Kind.TOO_LARGE);
    }

    @Test
    void aBrokenFormulaIsRefusedWithThePlace() {
        assertFlaw("r.received +", Kind.UNFINISHED, 1, 13);
        assertFlaw("r.received\n  ) 1", Kind.UNEXPECTED, 2, 3);
        assertFlaw("median(r.received)", Kind.UNKNOWN_FUNCTION, 1, 1);
        assertFlaw("share(r.received)", Kind.WRONG_ARGUMENTS, 1, 1);
        assertFlaw("before(r.received, r.answered)", Kind.WRONG_PERIODS, 1, 20);
        assertFlaw("before(r.received, 61)", Kind.WRONG_PERIODS, 1, 20);
        assertFlaw("total(r.received, 1)", Kind.WRONG_PERIODS, 1, 19);
        assertFlaw("r.received + 1.2.3", Kind.BAD_NUMBER, 1, 14);
        assertFlaw("r.received + « 1", Kind.STRANGE_SIGN, 1, 14);
        assertFlaw("received", Kind.UNKNOWN_FIGURE, 1, 1);
        assertFlaw("  ", Kind.EMPTY, 1, 1);
        assertFlaw("1".repeat(20) + "1", Kind.BAD_NUMBER, 1, 1);
    }

    @Test
    void figuresThatNobodyHasAreRefusedAllAtOnce() {
        FormulaRead read = Formula.read("a.b + c.d * e.f", Set.of("c.d"));
        assertThat(((FormulaRead.Refused) read).flaws())
                .extracting(FormulaFlaw::said)
                .containsExactly("a.b", "e.f");
    }

    @Test
    void depthPartsReachWorkAndLengthAreBounded() {
        assertFlaw("(".repeat(25) + "1", Kind.TOO_DEEP, 1, 25);
        assertFlaw("-".repeat(900) + "1", Kind.TOO_DEEP, 1, 25);
        assertFlaw("1" + "+1".repeat(150), Kind.TOO_MANY_PARTS, 1, 200);
        assertFlaw("before(before(r.received, 40), 40)", Kind.REACHES_TOO_FAR, 1, 1);
        assertFlaw("total(total(total(r.received, 20), 20), 20)", Kind.TOO_MUCH_WORK, 1, 1);
        assertFlaw("1".repeat(Formula.CHARS_MAX + 1), Kind.TOO_LONG, 1, Formula.CHARS_MAX + 1);
    }

    private static void assertFlaw(String text, Kind kind, int line, int column) {
        FormulaRead read = Formula.read(text);
        assertThat(read).as(text).isInstanceOf(FormulaRead.Refused.class);
        FormulaFlaw flaw = ((FormulaRead.Refused) read).flaws().getFirst();
        assertThat(flaw.kind()).as(text).isEqualTo(kind);
        assertThat(flaw.line() + ":" + flaw.column()).as(text).isEqualTo(line + ":" + column);
    }

    private static List<Outcome.Kind> causes(String text) {
        Outcome outcome = read(text).value(FormulaTest::figure);
        assertThat(outcome).as(text).isInstanceOf(Outcome.Unknown.class);
        return ((Outcome.Unknown) outcome)
                .causes().stream().map(Outcome.Cause::kind).distinct().toList();
    }

    private static BigDecimal value(String text) {
        return ((Outcome.Value) read(text).value(FormulaTest::figure)).value();
    }

    private static Formula read(String text) {
        return ((FormulaRead.Read) Formula.read(text)).formula();
    }

    private static Figures.Answer figure(String name, int before) {
        String value = FIGURES.get(name);
        return value == null
                ? new Figures.Answer.Missing("nobody counts it")
                : new Figures.Answer.Known(new BigDecimal(value));
    }
}
