package az.qalxan.assets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A trail's sums in one currency: never added to another.
 *
 * @param lost what left the victims
 * @param left what of it is still in holdings, as far as known
 * @param frozen what of it is held
 * @param returned what came back to victims
 */
record MoneySum(
        String currency, BigDecimal lost, BigDecimal left, BigDecimal frozen, BigDecimal returned) {

    /** What of the money that this is about is held and came back. */
    record Saved(List<Money> frozen, List<Money> returned) {

        Saved {
            frozen = List.copyOf(frozen);
            returned = List.copyOf(returned);
        }
    }

    static List<MoneySum> of(Trail trail, Saved saved) {
        Map<String, MoneySum> sums = new TreeMap<>();
        for (Trail.Place place : trail.places()) {
            boolean victim = place.holding().isVictim();
            if (!place.holding().key().equals(Trail.OTHER_VICTIMS)) {
                place.totals().forEach(one -> add(sums, of(one, victim)));
            }
        }
        BigDecimal none = BigDecimal.ZERO;
        for (Money one : saved.frozen()) {
            add(sums, new MoneySum(one.currency(), none, none, one.amount(), none));
        }
        for (Money one : saved.returned()) {
            add(sums, new MoneySum(one.currency(), none, none, none, one.amount()));
        }
        return sums.values().stream().filter(MoneySum::saysSomething).toList();
    }

    private static void add(Map<String, MoneySum> sums, MoneySum one) {
        sums.merge(one.currency(), one, MoneySum::plus);
    }

    private static MoneySum of(Trail.Totals totals, boolean victim) {
        return new MoneySum(
                totals.currency(),
                victim ? totals.out() : BigDecimal.ZERO,
                victim ? BigDecimal.ZERO : totals.left(),
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }

    /** As a tile shows it: whole units of a chain's money need no eight decimals. */
    static BigDecimal rounded(BigDecimal amount) {
        return amount.compareTo(BigDecimal.ONE) < 0
                ? amount
                : amount.setScale(2, RoundingMode.HALF_UP);
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
