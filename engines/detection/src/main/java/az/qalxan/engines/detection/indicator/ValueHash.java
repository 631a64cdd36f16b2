package az.qalxan.engines.detection.indicator;

import az.qalxan.engines.detection.Address;
import java.util.random.RandomGenerator;

/**
 * Hashes a value as a polynomial modulo 2^61-1 at a secret point (Carter and Wegman): whoever
 * writes values but does not know the point cannot make two of them meet, save by a chance below
 * length / 2^61.
 */
final class ValueHash {

    static final int BITS = 61;

    private static final long PRIME = (1L << BITS) - 1;

    /** Words are below 2^32, what begins a kind's values is not. */
    private static final long KINDS = 1L << 33;

    private final long point;
    private final long[] starts = new long[IndicatorKind.values().length];

    ValueHash(RandomGenerator random) {
        point = random.nextLong(1L << 60, PRIME);
        for (int i = 0; i < starts.length; i++) {
            starts[i] = step(0, KINDS + i);
        }
    }

    long start(IndicatorKind kind) {
        return starts[kind.ordinal()];
    }

    /** The hash of what was hashed before and one word more, which is below 2^34. */
    long step(long hash, long word) {
        long sum = hash + word + 1;
        long low = sum * point;
        long high = Math.multiplyHigh(sum, point);
        long folded = (low & PRIME) + ((low >>> BITS) | (high << (64 - BITS)));
        folded = (folded & PRIME) + (folded >>> BITS);
        return folded >= PRIME ? folded - PRIME : folded;
    }

    /** A text from its beginning. */
    long text(IndicatorKind kind, byte[] bytes, int from, int until) {
        long hash = start(kind);
        for (int i = from; i < until; i++) {
            hash = step(hash, bytes[i] & 0xff);
        }
        return hash;
    }

    /** A name from its end, so that the hashes of all names that it is below come by the way. */
    long name(IndicatorKind kind, byte[] bytes, int from, int until) {
        long hash = start(kind);
        for (int i = until - 1; i >= from; i--) {
            hash = step(hash, bytes[i] & 0xff);
        }
        return hash;
    }

    /** Hexadecimal digits, eight at a time. */
    long digest(IndicatorKind kind, byte[] bytes, int from, int until) {
        long hash = start(kind);
        for (int i = from; i < until; i += 8) {
            long word = 0;
            for (int digit = i; digit < i + 8; digit++) {
                word = word << 4 | Letters.hex(bytes[digit]);
            }
            hash = step(hash, word);
        }
        return hash;
    }

    /** The first bits of an address. */
    long network(Address address, int bits) {
        long hash = step(start(IndicatorKind.NETWORK), address.isSix() ? 256 + bits : bits);
        if (address.isSix()) {
            long high = address.high() & Address.mask(bits);
            hash = step(step(hash, high >>> 32), high & 0xffff_ffffL);
            long low = address.low() & Address.mask(bits - 64);
            return step(step(hash, low >>> 32), low & 0xffff_ffffL);
        }
        return step(hash, address.low() & Address.mask(bits + 32));
    }
}
