package az.qalxan.engines.linking.record;

/** Distances between two values of a pool, over their bytes; nothing is allocated. */
final class Similarity {

    /** Letters that are compared; the rest of a longer value is left out. */
    static final int COMPARED_BYTES_MAX = 64;

    private static final int PREFIX_MAX = 4;
    private static final double PREFIX_SHARE = 0.1;

    private Similarity() {}

    /**
     * Whether one insertion, deletion, replacement or exchange of neighbours leads from one value
     * to the other (distance 1 after Damerau and Levenshtein); false for equal values.
     */
    static boolean oneSlip(ValuePool pool, int first, int second) {
        int longer = pool.length(first);
        int shorter = pool.length(second);
        if (longer < shorter) {
            return oneSlip(pool, second, first);
        }
        if (longer - shorter > 1 || Long.bitCount(pool.letters(first) ^ pool.letters(second)) > 2) {
            return false;
        }
        byte[] bytes = pool.bytes();
        int a = pool.start(first);
        int b = pool.start(second);
        int at = 0;
        while (at < shorter && bytes[a + at] == bytes[b + at]) {
            at++;
        }
        if (longer != shorter) {
            return same(bytes, a + at + 1, b + at, shorter - at);
        }
        return same(bytes, a + at + 1, b + at + 1, shorter - at - 1)
                || exchanged(bytes, a + at, b + at, shorter - at);
    }

    private static boolean exchanged(byte[] bytes, int a, int b, int left) {
        return left >= 2
                && bytes[a] == bytes[b + 1]
                && bytes[a + 1] == bytes[b]
                && same(bytes, a + 2, b + 2, left - 2);
    }

    private static boolean same(byte[] bytes, int a, int b, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[a + i] != bytes[b + i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether at most two such steps are needed, found by trying the steps at each difference. */
    static boolean twoSlips(ValuePool pool, int first, int second) {
        if (Math.abs(pool.length(first) - pool.length(second)) > 2
                || Long.bitCount(pool.letters(first) ^ pool.letters(second)) > 4) {
            return false;
        }
        byte[] bytes = pool.bytes();
        return within(
                bytes,
                new Span(pool.start(first), pool.end(first)),
                new Span(pool.start(second), pool.end(second)),
                2);
    }

    private record Span(int start, int end) {

        int length() {
            return end - start;
        }

        Span from(int skipped) {
            return new Span(Math.min(end, start + skipped), end);
        }
    }

    private static boolean within(byte[] bytes, Span a, Span b, int steps) {
        int at = 0;
        int common = Math.min(a.length(), b.length());
        while (at < common && bytes[a.start + at] == bytes[b.start + at]) {
            at++;
        }
        if (at == a.length() && at == b.length()) {
            return true;
        }
        if (steps == 0 || Math.abs(a.length() - b.length()) > steps) {
            return false;
        }
        boolean exchanged =
                at + 1 < common
                        && bytes[a.start + at] == bytes[b.start + at + 1]
                        && bytes[a.start + at + 1] == bytes[b.start + at];
        return within(bytes, a.from(at + 1), b.from(at + 1), steps - 1)
                || within(bytes, a.from(at + 1), b.from(at), steps - 1)
                || within(bytes, a.from(at), b.from(at + 1), steps - 1)
                || exchanged && within(bytes, a.from(at + 2), b.from(at + 2), steps - 1);
    }

    /** Similarity after Jaro and Winkler, from 0 to 1; 0 where it cannot reach {@code least}. */
    static double jaroWinkler(ValuePool pool, int first, int second, double least) {
        int lengthA = Math.min(COMPARED_BYTES_MAX, pool.length(first));
        int lengthB = Math.min(COMPARED_BYTES_MAX, pool.length(second));
        byte[] bytes = pool.bytes();
        int a = pool.start(first);
        int b = pool.start(second);
        int prefix = 0;
        int prefixMax = Math.min(PREFIX_MAX, Math.min(lengthA, lengthB));
        while (prefix < prefixMax && bytes[a + prefix] == bytes[b + prefix]) {
            prefix++;
        }
        int onlyA = Long.bitCount(pool.letters(first) & ~pool.letters(second));
        int onlyB = Long.bitCount(pool.letters(second) & ~pool.letters(first));
        double common = Math.max(0, Math.min(lengthA - onlyA, lengthB - onlyB));
        if (winkler((common / lengthA + common / lengthB + 1) / 3, prefix) < least) {
            return 0;
        }
        return winkler(jaro(bytes, new Span(a, a + lengthA), new Span(b, b + lengthB)), prefix);
    }

    private static double winkler(double jaro, int prefix) {
        return jaro + prefix * PREFIX_SHARE * (1 - jaro);
    }

    private static double jaro(byte[] bytes, Span a, Span b) {
        int reach = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        long takenA = 0;
        long takenB = 0;
        int matches = 0;
        for (int i = 0; i < a.length(); i++) {
            int last = Math.min(b.length() - 1, i + reach);
            for (int j = Math.max(0, i - reach); j <= last; j++) {
                if ((takenB >>> j & 1) == 0 && bytes[a.start + i] == bytes[b.start + j]) {
                    takenA |= 1L << i;
                    takenB |= 1L << j;
                    matches++;
                    break;
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        double half = transposed(bytes, a.start, takenA, b.start, takenB) / 2.0;
        return ((double) matches / a.length()
                        + (double) matches / b.length()
                        + (matches - half) / matches)
                / 3;
    }

    private static int transposed(byte[] bytes, int a, long takenA, int b, long takenB) {
        int moved = 0;
        long leftA = takenA;
        long leftB = takenB;
        while (leftA != 0) {
            int i = Long.numberOfTrailingZeros(leftA);
            int j = Long.numberOfTrailingZeros(leftB);
            if (bytes[a + i] != bytes[b + j]) {
                moved++;
            }
            leftA &= leftA - 1;
            leftB &= leftB - 1;
        }
        return moved;
    }
}
