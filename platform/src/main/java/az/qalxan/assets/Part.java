package az.qalxan.assets;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Money of one origin within a sum, in the smallest units of the sum's currency.
 *
 * @param origin the key of the victim whose money it was; {@link #OTHER} when it is nobody's known
 */
record Part(String origin, BigInteger units) {

    /** Money that no transfer of a victim explains. */
    static final String OTHER = "";

    Part {
        if (units.signum() < 0) {
            throw new IllegalArgumentException("a part is never negative: " + units);
        }
    }

    static BigInteger total(List<Part> parts) {
        return parts.stream().map(Part::units).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /**
     * Splits {@code amount} over parts in proportion to them. Every unit is given out: those that
     * rounding leaves over go to the largest remainders, the first of equals first.
     */
    static List<Part> split(BigInteger amount, List<Part> weights) {
        BigInteger total = total(weights);
        List<Part> shares = new ArrayList<>(weights.size());
        List<Integer> order = new ArrayList<>(weights.size());
        List<BigInteger> remainders = new ArrayList<>(weights.size());
        for (Part weight : weights) {
            BigInteger[] share = amount.multiply(weight.units).divideAndRemainder(total);
            order.add(shares.size());
            shares.add(new Part(weight.origin, share[0]));
            remainders.add(share[1]);
        }
        order.sort((one, other) -> remainders.get(other).compareTo(remainders.get(one)));
        int left = amount.subtract(total(shares)).intValueExact();
        for (int place : order.subList(0, left)) {
            Part share = shares.get(place);
            shares.set(place, new Part(share.origin, share.units.add(BigInteger.ONE)));
        }
        return shares;
    }
}
