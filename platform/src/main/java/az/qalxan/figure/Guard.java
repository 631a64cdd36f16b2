package az.qalxan.figure;

/**
 * Keeps back what could point at a person. A published cell stands for at least five records; of a
 * part neither it nor the rest may be small; and a quarter or a year is kept back when exactly one
 * of its months is, because the other months would give that one back.
 */
final class Guard {

    /** Records that a figure stands for at least; statistics publishes by the same number. */
    static final int RECORDS_MIN = 5;

    private Guard() {}

    static boolean small(long records) {
        return records > 0 && records < RECORDS_MIN;
    }

    /** Whether a part of so many gives a small number away, by itself or by the rest. */
    static boolean small(long part, long whole) {
        return small(part) || small(whole) || small(whole - part);
    }
}
