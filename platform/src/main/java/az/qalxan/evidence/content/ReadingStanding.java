package az.qalxan.evidence.content;

/**
 * How far the reading of an exhibit is.
 *
 * @param state waiting, reading, read or failed
 * @param place at which part it is; empty unless it is read just now
 * @param whole whether everything was read that the limits allow
 * @param confined whether the process could do nothing but read
 */
record ReadingStanding(
        String state, int parts, int moments, String place, boolean whole, boolean confined) {

    boolean open() {
        return state.equals("waiting") || state.equals("reading");
    }

    boolean read() {
        return state.equals("read");
    }
}
