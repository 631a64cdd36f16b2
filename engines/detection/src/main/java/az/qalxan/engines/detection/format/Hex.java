package az.qalxan.engines.detection.format;

/** Digits to the base of sixteen. */
final class Hex {

    private Hex() {}

    /** The octet that two digits are; -1 where they are none. */
    static int octet(byte[] bytes, int from, int until) {
        if (from + 2 > until) {
            return -1;
        }
        int high = Character.digit(bytes[from], 16);
        int low = Character.digit(bytes[from + 1], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    /** Whether there are digits only, two of them for each octet. */
    static boolean is(byte[] bytes, int from, int until) {
        if (from == until || (until - from) % 2 != 0) {
            return false;
        }
        for (int i = from; i < until; i++) {
            if (Character.digit(bytes[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
