package az.qalxan.engines.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A choice among values that are not equally likely. */
final class Weighted<T> {

    private final List<T> values;
    private final double[] upTo;

    private Weighted(List<T> values, double[] upTo) {
        this.values = values;
        this.upTo = upTo;
    }

    /** Values whose weight is zero are never picked; at least one weight is greater. */
    static <T> Weighted<T> of(Iterable<T> values, ToDoubleFunction<T> weight) {
        List<T> kept = new ArrayList<>();
        values.forEach(kept::add);
        double[] upTo = new double[kept.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += weight.applyAsDouble(kept.get(i));
            upTo[i] = sum;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("A weighted choice needs a weight above zero.");
        }
        return new Weighted<>(List.copyOf(kept), upTo);
    }

    T pick(Dice dice) {
        double aim = dice.unit() * upTo[upTo.length - 1];
        int i = 0;
        while (upTo[i] <= aim) {
            i++;
        }
        return values.get(i);
    }
}
