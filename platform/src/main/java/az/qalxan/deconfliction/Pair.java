package az.qalxan.deconfliction;

/**
 * An identifier that two bodies hold.
 *
 * @param low the body whose code comes first
 */
record Pair(String linkKey, String low, String high) {

    Pair {
        if (low.compareTo(high) >= 0) {
            throw new IllegalArgumentException(low + " does not come before " + high);
        }
    }

    static Pair of(String linkKey, String one, String another) {
        return one.compareTo(another) < 0
                ? new Pair(linkKey, one, another)
                : new Pair(linkKey, another, one);
    }

    String other(String body) {
        return body.equals(low) ? high : low;
    }
}
