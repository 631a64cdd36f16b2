package az.qalxan.engines.formula;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Hostile and random formulas: each is read or refused with places, is the same after writing, and
 * comes to what a naive evaluation of the same tree comes to. {@code JAZZER_FUZZ=1} searches for
 * new inputs.
 */
@NullMarked
class FormulaFuzzTest {

    private static final List<String> PIECES =
            List.of(
                    "a.b",
                    "c.d_2",
                    "0",
                    "1",
                    "12.5",
                    "+",
                    "-",
                    "*",
                    "/",
                    "(",
                    ")",
                    ",",
                    "share(",
                    "ratio(",
                    "before(",
                    "total(",
                    "change(",
                    "odd(",
                    ", 2)",
                    ", 61)",
                    ".",
                    "ə",
                    "\n",
                    " ",
                    "1e9",
                    "'",
                    "a",
                    "..",
                    "=",
                    "99999999999999999999",
                    "\u0000");

    @FuzzTest(maxDuration = "3m")
    void anyBytesAreReadOrRefused(byte[] bytes) {
        check(new String(bytes, StandardCharsets.UTF_8));
    }

    @Test
    void heapsOfPiecesAreReadOrRefused() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int read = 0;
        for (int i = 0; i < 60_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(14); j >= 0; j--) {
                text.append(PIECES.get(random.nextInt(PIECES.size()))).append(' ');
            }
            try {
                read += check(text.toString());
            } catch (AssertionError | IllegalStateException | IllegalArgumentException e) {
                throw new AssertionError("seed " + seed + "\n" + text, e);
            }
        }
        assertThat(read).as("seed %d", seed).isGreaterThan(500);
    }

    @Test
    void wellFormedFormulasAreReadAndComeToWhatTheyShould() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String text = formula(random, 4);
            try {
                assertThat(check(text)).isEqualTo(1);
            } catch (AssertionError | IllegalStateException | IllegalArgumentException e) {
                throw new AssertionError("seed " + seed + "\n" + text, e);
            }
        }
    }

    private static String formula(Random random, int depth) {
        if (depth == 0) {
            return List.of("a.b", "c.d_2", "0", "7", "0.25").get(random.nextInt(5));
        }
        String left = formula(random, depth - 1);
        return switch (random.nextInt(10)) {
            case 0 -> left + " + " + formula(random, depth - 1);
            case 1 -> left + "-" + formula(random, depth - 1);
            case 2 -> left + "*" + formula(random, depth - 1);
            case 3 -> "(" + left + ")/" + formula(random, depth - 1);
            case 4 -> "-(" + left + ")";
            case 5 -> "ratio(" + left + ", " + formula(random, depth - 1) + ")";
            case 6 -> "share(" + left + ", " + formula(random, depth - 1) + ")";
            case 7 -> "before(" + left + ", " + (1 + random.nextInt(5)) + ")";
            case 8 -> "total(" + left + ", " + (2 + random.nextInt(4)) + ")";
            default -> "change(" + left + ", 1)";
        };
    }

    private static int check(String text) {
        return switch (Formula.read(text)) {
            case FormulaRead.Refused(List<FormulaFlaw> flaws) -> {
                assertThat(flaws).isNotEmpty().allMatch(one -> inside(one, text));
                yield 0;
            }
            case FormulaRead.Read(Formula formula) -> {
                String written = formula.toString();
                FormulaRead again = Formula.read(written);
                assertThat(again).as(written).isInstanceOf(FormulaRead.Read.class);
                Formula same = ((FormulaRead.Read) again).formula();
                assertThat(same.toString()).isEqualTo(written);
                Outcome outcome = formula.value(FormulaFuzzTest::figure);
                assertThat(plain(same.value(FormulaFuzzTest::figure))).isEqualTo(plain(outcome));
                assertThat(plain(outcome)).isEqualTo(naive(formula.whole(), 0));
                yield 1;
            }
        };
    }

    private static boolean inside(FormulaFlaw flaw, String text) {
        return flaw.line() >= 1
                && flaw.column() >= 1
                && flaw.offset() >= 0
                && flaw.offset() <= text.length();
    }

    private static @Nullable BigDecimal plain(Outcome outcome) {
        return outcome instanceof Outcome.Value(BigDecimal value)
                ? value.stripTrailingZeros()
                : null;
    }

    /** The same by definition, without caring for causes. */
    private static @Nullable BigDecimal naive(Expression part, int before) {
        @Nullable BigDecimal value = worked(part, before);
        boolean huge = value != null && value.abs().compareTo(new BigDecimal("1e18")) > 0;
        return value == null || huge ? null : value.stripTrailingZeros();
    }

    private static @Nullable BigDecimal worked(Expression part, int before) {
        return switch (part) {
            case Expression.Constant number -> number.value();
            case Expression.Figure figure -> known(figure.name(), before);
            case Expression.Negated negated -> {
                BigDecimal of = naive(negated.of(), before);
                yield of == null ? null : of.negate();
            }
            case Expression.Joined joined ->
                    both(
                            naive(joined.left(), before),
                            naive(joined.right(), before),
                            joined.sign().written());
            case Expression.Call call -> called(call, before);
        };
    }

    private static @Nullable BigDecimal called(Expression.Call call, int before) {
        return switch (call.function()) {
            case RATIO -> both(naive(call.first(), before), naive(call.second(), before), '/');
            case SHARE -> {
                BigDecimal share = naive(call.first(), before);
                BigDecimal whole = naive(call.second(), before);
                boolean odd =
                        share != null
                                && whole != null
                                && (share.signum() < 0 || share.compareTo(whole) > 0);
                yield odd ? null : both(both(share, BigDecimal.valueOf(100), '*'), whole, '/');
            }
            case BEFORE -> naive(call.first(), before + call.periods());
            case TOTAL -> {
                @Nullable BigDecimal sum = BigDecimal.ZERO;
                for (int i = 0; i < call.periods(); i++) {
                    sum = both(sum, naive(call.first(), before + i), '+');
                }
                yield sum;
            }
            case CHANGE -> {
                BigDecimal now = naive(call.first(), before);
                BigDecimal then = naive(call.first(), before + call.periods());
                @Nullable BigDecimal by = both(both(now, then, '-'), BigDecimal.valueOf(100), '*');
                yield both(by, then == null ? null : then.abs(), '/');
            }
        };
    }

    private static @Nullable BigDecimal both(
            @Nullable BigDecimal left, @Nullable BigDecimal right, char sign) {
        if (left == null || right == null || sign == '/' && right.signum() == 0) {
            return null;
        }
        return switch (sign) {
            case '+' -> left.add(right, MathContext.DECIMAL64);
            case '-' -> left.subtract(right, MathContext.DECIMAL64);
            case '*' -> left.multiply(right, MathContext.DECIMAL64);
            default -> left.divide(right, MathContext.DECIMAL64);
        };
    }

    private static @Nullable BigDecimal known(String name, int before) {
        return figure(name, before) instanceof Figures.Answer.Known(BigDecimal value)
                ? value
                : null;
    }

    /** Known figures, with zeros and gaps among them. */
    private static Figures.Answer figure(String name, int before) {
        int chosen = (name.length() + before) % 7;
        return chosen == 6
                ? new Figures.Answer.Missing("gap")
                : new Figures.Answer.Known(BigDecimal.valueOf(chosen == 5 ? 0 : chosen * 37L + 1));
    }
}
