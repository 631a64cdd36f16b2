package az.qalxan.ledger;

/**
 * The form of a proof of completeness: a ZIP with a statement, the leaves of the log from a
 * checkpoint on, and openings of those asked about.
 */
final class CompletenessFile {

    static final String FORMAT = "qalxan.az/completeness@v1";

    static final String STATEMENT = "statement.json";
    static final String KEYS = "keys";
    static final String CHECKPOINT = "checkpoint";
    static final String START = "start";
    static final String PEAKS = "peaks";
    static final String ANCHOR = "anchor/";
    static final String ENTRIES = "entries";
    static final String OPENINGS = "openings";
    static final String NAMES = "names.json";
    static final String HOW = "HOW-TO-CHECK.txt";

    static final int SMALL_BYTES_MAX = 262_144;
    static final int LINE_CHARS_MAX = 100_000;
    static final int OPENINGS_MAX = 1_000_000;
    static final int ENTRY_BYTES_MAX = 1_024;

    private CompletenessFile() {}
}
