package az.qalxan.engines.synthesis;

/** A bijection of the numbers 0 to size - 1, so that serial numbers do not look like ones. */
final class Scramble {

    /** Keeps the product of two numbers below 2^63. */
    private static final long SIZE_MAX = 3_000_000_000L;

    private final long size;
    private final long factor;
    private final long offset;

    Scramble(long size, long seed) {
        if (size < 1 || size > SIZE_MAX) {
            throw new IllegalArgumentException(
                    "A scramble holds 1 to %d numbers; %d were asked for."
                            .formatted(SIZE_MAX, size));
        }
        this.size = size;
        this.factor = coprime(size, seed);
        this.offset = Math.floorMod(Dice.mix(seed + 1), size);
    }

    private static long coprime(long size, long seed) {
        // Far from the ends, so that neighbours land far from each other.
        long candidate = size / 3 + Math.floorMod(Dice.mix(seed), size / 3 + 1) + 1;
        while (gcd(candidate, size) != 1) {
            candidate++;
        }
        return candidate % size;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    long size() {
        return size;
    }

    /** The number that stands for {@code serial}, which lies between 0 and size - 1. */
    long of(long serial) {
        if (serial < 0 || serial >= size) {
            throw new IllegalArgumentException(
                    "Serial %d lies outside 0 to %d.".formatted(serial, size - 1));
        }
        return (factor * serial + offset) % size;
    }
}
