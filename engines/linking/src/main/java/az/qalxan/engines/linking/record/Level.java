package az.qalxan.engines.linking.record;

/**
 * How far two cells of one field agree, from the best to the worst; each kind uses some of them.
 */
enum Level {
    /** One of the cells is empty: no evidence in either direction. */
    MISSING("missing"),
    EXACT("equal"),
    /** Another spelling or form of the same value. */
    VARIANT("other form"),
    /** The two fields of a pair have changed places. */
    SWAPPED("swapped"),
    /** One letter or digit wrong, missing or too many, or two neighbours exchanged. */
    SLIP("one slip"),
    NEAR("close"),
    ALIKE("alike"),
    PART("shares a part"),
    DIFFERENT("different");

    static final int COUNT = values().length;

    private static final Level[] ALL = values();

    private final String label;

    Level(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    static Level of(int ordinal) {
        return ALL[ordinal];
    }
}
