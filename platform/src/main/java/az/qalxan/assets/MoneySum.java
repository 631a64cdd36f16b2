package az.qalxan.assets;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A trail's sums in one currency: never added to another.
 *
 * @param lost what left the victims
 * @param left what of it is still in holdings, as far as known
 * @param frozen what is held in these holdings
 * @param returned what came back to victims
 */
record MoneySum(
        String currency, BigDecimal lost, BigDecimal left, BigDecimal frozen, BigDecimal returned) {

    static List<MoneySum> of(Trail trail) {
        Map<String, MoneySum> sums = new TreeMap<>();
        for (Trail.Place place : trail.places()) {
            boolean victim = place.holding().isVictim();
            if (place.holding().key().equals(Trail.OTHER_VICTIMS)) {
                continue;
            }
            for (Trail.Totals totals : place.totals()) {
                sums.merge(totals.currency(), of(totals, victim), MoneySum::plus);
            }
        }
        return sums.values().stream().filter(MoneySum::saysSomething).toList();
    }

    private static MoneySum of(Trail.Totals totals, boolean victim) {
        return new MoneySum(
                totals.currency(),
                victim ? totals.out() : BigDecimal.ZERO,
                victim ? BigDecimal.ZERO : totals.left(),
                totals.frozen(),
                totals.returned());
    }

    private MoneySum plus(MoneySum other) {
        return new MoneySum(
                currency,
                lost.add(other.lost),
                left.add(other.left),
                frozen.add(other.frozen),
                returned.add(other.returned));
    }

    private boolean saysSomething() {
        return lost.add(left).add(frozen).add(returned).signum() > 0;
    }
}
