package az.qalxan.reporting;

/** A scanner for malicious files. */
interface VirusScan {

    /** Scans a whole file; a scanner that cannot answer says so and throws nothing. */
    Verdict scan(byte[] content);

    /** What the scanner says. */
    sealed interface Verdict {

        /** Scanned; nothing known was found. */
        record Clean() implements Verdict {}

        /** Something known was found. */
        record Infected(String signature) implements Verdict {}

        /** Nobody looked. */
        record NotScanned(String why) implements Verdict {}

        /** The state under which the file is kept. */
        default String state() {
            return switch (this) {
                case Clean ignored -> "clean";
                case Infected ignored -> "infected";
                case NotScanned ignored -> "quarantined";
            };
        }
    }
}
