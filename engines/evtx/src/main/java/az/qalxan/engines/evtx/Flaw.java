package az.qalxan.engines.evtx;

/** Why a piece of binary XML cannot be read, and where in its chunk. */
final class Flaw extends Exception {

    private static final long serialVersionUID = 1L;

    private final int at;

    Flaw(String why, int at) {
        super(why, null, false, false);
        this.at = at;
    }

    int at() {
        return at;
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
