package az.qalxan.access;

/**
 * How far a record may travel: the Traffic Light Protocol, version 2.0 (FIRST, 2022), from widest
 * to narrowest.
 */
public enum Handling {
    CLEAR("TLP:CLEAR"),
    GREEN("TLP:GREEN"),
    AMBER("TLP:AMBER"),
    AMBER_STRICT("TLP:AMBER+STRICT"),
    RED("TLP:RED");

    private final String label;

    Handling(String label) {
        this.label = label;
    }

    /** The marking as TLP 2.0 writes it. */
    public String label() {
        return label;
    }

    /** 0 for CLEAR to 4 for RED; the number the database holds. */
    public int rank() {
        return ordinal();
    }

    /**
     * The marking of that rank.
     *
     * @throws IndexOutOfBoundsException unless 0 to 4
     */
    public static Handling ofRank(int rank) {
        return values()[rank];
    }
}
