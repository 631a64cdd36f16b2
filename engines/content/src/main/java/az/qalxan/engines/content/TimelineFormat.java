package az.qalxan.engines.content;

/** The forms of a timeline that other tools read. */
public enum TimelineFormat {
    /** Seventeen fixed columns, as log2timeline has them. */
    L2TCSV("csv"),
    /** Eight columns, the usual output of plaso. */
    DYNAMIC("csv"),
    /** One JSON object a line, as plaso and Timesketch have it. */
    JSONL("jsonl");

    private final String ending;

    TimelineFormat(String ending) {
        this.ending = ending;
    }

    /** What a file name ends with. */
    public String ending() {
        return ending;
    }
}
