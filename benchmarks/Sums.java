import az.qalxan.engines.linking.series.SeriesQuality;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The quality of several countries: B-cubed as the mean, pairs added up. */
final class Sums {

    private final List<SeriesQuality> all = new ArrayList<>();

    void add(SeriesQuality one) {
        all.add(one);
    }

    private double mean(ToDoubleFunction<SeriesQuality> figure) {
        return all.stream().mapToDouble(figure).average().orElse(0);
    }

    double precision() {
        return mean(one -> one.planted().precision());
    }

    double recall() {
        return mean(one -> one.planted().recall());
    }

    double f1() {
        return mean(one -> one.planted().f1());
    }

    double worst() {
        return all.stream().mapToDouble(one -> one.planted().f1()).min().orElse(0);
    }

    double wrong() {
        return in10000(one -> one.pairs().wrong());
    }

    double unrelated() {
        return in10000(one -> one.pairs().unrelated());
    }

    private double in10000(ToDoubleFunction<SeriesQuality> pairs) {
        double proposed = all.stream().mapToDouble(one -> one.pairs().proposed()).sum();
        return proposed == 0 ? 0 : 1e4 * all.stream().mapToDouble(pairs).sum() / proposed;
    }
}
