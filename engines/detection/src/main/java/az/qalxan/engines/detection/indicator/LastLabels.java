package az.qalxan.engines.detection.indicator;

/**
 * Which last labels ({@code com}, {@code az}) the names of a set have: most words with a point in
 * an event are names of files and end otherwise. May say yes wrongly, never no.
 */
final class LastLabels {

    private static final int BITS = 1 << 16;

    private final long[] marks = new long[BITS / 64];

    void add(byte[] name, int from, int until) {
        int mark = mark(name, begin(name, from, until), until);
        marks[mark / 64] |= 1L << mark;
    }

    boolean has(byte[] name, int from, int until) {
        int mark = mark(name, from, until);
        return (marks[mark / 64] & 1L << mark) != 0;
    }

    private static int begin(byte[] name, int from, int until) {
        int begin = until;
        while (begin > from && name[begin - 1] != '.') {
            begin--;
        }
        return begin;
    }

    private static int mark(byte[] label, int from, int until) {
        int hash = until - from;
        for (int i = from; i < until; i++) {
            hash = hash * 31 + Letters.lower(label[i]);
        }
        return (hash ^ hash >>> 16) & BITS - 1;
    }
}
