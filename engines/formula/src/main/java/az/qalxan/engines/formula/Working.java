package az.qalxan.engines.formula;

import az.qalxan.engines.formula.Expression.Call;
import az.qalxan.engines.formula.Expression.Constant;
import az.qalxan.engines.formula.Expression.Figure;
import az.qalxan.engines.formula.Expression.Joined;
import az.qalxan.engines.formula.Expression.Negated;
import az.qalxan.engines.formula.Outcome.Cause;
import az.qalxan.engines.formula.Outcome.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works a formula out once; a null stands for "unknown", whose causes are kept. */
final class Working {

    /** Sixteen digits: more than any register counts. */
    private static final MathContext DIGITS = MathContext.DECIMAL64;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal LARGEST = new BigDecimal("1e18");
    private static final int CAUSES_MAX = 20;

    private final Figures figures;
    private final Set<Cause> causes = new LinkedHashSet<>();

    Working(Figures figures) {
        this.figures = figures;
    }

    Outcome whole(Expression whole) {
        BigDecimal value = of(whole, 0);
        return value == null
                ? new Outcome.Unknown(List.copyOf(causes))
                : new Outcome.Value(value.signum() == 0 ? BigDecimal.ZERO : value);
    }

    private @Nullable BigDecimal of(Expression part, int before) {
        @Nullable BigDecimal value =
                switch (part) {
                    case Constant number -> number.value();
                    case Figure figure -> figure(figure, before);
                    case Negated negated -> negated(negated, before);
                    case Joined joined -> joined(joined, before);
                    case Call call -> call(call, before);
                };
        return value != null && value.abs().compareTo(LARGEST) > 0
                ? unknown(Kind.TOO_LARGE, part, before)
                : value;
    }

    private @Nullable BigDecimal figure(Figure figure, int before) {
        return switch (figures.figure(figure.name(), before)) {
            case Figures.Answer.Known(BigDecimal value) -> value;
            case Figures.Answer.Missing(String reason) -> {
                Cause cause =
                        new Cause(
                                Kind.MISSING_FIGURE,
                                figure.offset(),
                                before,
                                figure.name(),
                                reason);
                yield unknown(cause);
            }
        };
    }

    private @Nullable BigDecimal negated(Negated negated, int before) {
        BigDecimal value = of(negated.of(), before);
        return value == null ? null : value.negate();
    }

    /** Both sides are worked out, so that all causes are told. */
    private @Nullable BigDecimal joined(Joined joined, int before) {
        BigDecimal left = of(joined.left(), before);
        BigDecimal right = of(joined.right(), before);
        if (left == null || right == null) {
            return null;
        }
        return switch (joined.sign()) {
            case PLUS -> left.add(right, DIGITS);
            case MINUS -> left.subtract(right, DIGITS);
            case TIMES -> left.multiply(right, DIGITS);
            case DIVIDED -> divided(left, right, joined, before);
        };
    }

    private @Nullable BigDecimal call(Call call, int before) {
        return switch (call.function()) {
            case RATIO -> ratio(call, before);
            case SHARE -> share(call, before);
            case BEFORE -> of(call.first(), before + call.periods());
            case TOTAL -> total(call, before);
            case CHANGE -> change(call, before);
        };
    }

    private @Nullable BigDecimal ratio(Call call, int before) {
        BigDecimal part = of(call.first(), before);
        BigDecimal whole = of(call.second(), before);
        return part == null || whole == null ? null : divided(part, whole, call, before);
    }

    private @Nullable BigDecimal share(Call call, int before) {
        BigDecimal part = of(call.first(), before);
        BigDecimal whole = of(call.second(), before);
        if (part == null || whole == null) {
            return null;
        }
        if (whole.signum() != 0 && (part.signum() < 0 || part.compareTo(whole) > 0)) {
            return unknown(Kind.NO_PART_OF_IT, call, before);
        }
        return divided(part.multiply(HUNDRED, DIGITS), whole, call, before);
    }

    private @Nullable BigDecimal total(Call call, int before) {
        @Nullable BigDecimal sum = BigDecimal.ZERO;
        for (int back = 0; back < call.periods(); back++) {
            BigDecimal one = of(call.first(), before + back);
            sum = sum == null || one == null ? null : sum.add(one, DIGITS);
        }
        return sum;
    }

    private @Nullable BigDecimal change(Call call, int before) {
        BigDecimal now = of(call.first(), before);
        BigDecimal then = of(call.first(), before + call.periods());
        if (now == null || then == null) {
            return null;
        }
        return divided(
                now.subtract(then, DIGITS).multiply(HUNDRED, DIGITS), then.abs(), call, before);
    }

    private @Nullable BigDecimal divided(
            BigDecimal part, BigDecimal whole, Expression at, int before) {
        return whole.signum() == 0
                ? unknown(Kind.DIVISION_BY_ZERO, at, before)
                : part.divide(whole, DIGITS);
    }

    private @Nullable BigDecimal unknown(Kind kind, Expression at, int before) {
        return unknown(new Cause(kind, at.offset(), before, "", ""));
    }

    private @Nullable BigDecimal unknown(Cause cause) {
        if (causes.size() < CAUSES_MAX) {
            causes.add(cause);
        }
        return null;
    }
}
