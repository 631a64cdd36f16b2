package az.qalxan.strategy.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that shows that a stage is reached.
 *
 * @param entry the line of the record that brought it; says who and when
 * @param title what it is, in the words of whoever gave it
 */
record Evidence(UUID id, long entry, UUID claim, String title, Item item) {

    /** What was given. */
    sealed interface Item {

        EvidenceKind kind();
    }

    /** A file that is kept here, known by its SHA-256. */
    record Document(String name, long bytes, String sha256) implements Item {

        static final int BYTES_MAX = 20 << 20;

        @Override
        public EvidenceKind kind() {
            return EvidenceKind.DOCUMENT;
        }
    }

    /** A page elsewhere; what stands there is not kept. */
    record Link(String address) implements Item {

        @Override
        public EvidenceKind kind() {
            return EvidenceKind.LINK;
        }
    }

    /**
     * A figure of a register, as it was when it was given.
     *
     * @param period the last day of the period that it tells of
     * @param trueOn the day on which the register said so
     */
    record Figure(String code, LocalDate period, BigDecimal value, String unit, LocalDate trueOn)
            implements Item {

        @Override
        public EvidenceKind kind() {
            return EvidenceKind.FIGURE;
        }
    }

    /** A decision that can be found by its number and day. */
    record Decision(String number, LocalDate decidedOn) implements Item {

        @Override
        public EvidenceKind kind() {
            return EvidenceKind.DECISION;
        }
    }

    /** Something to be given, with the content of a document; empty for all else. */
    static final class Given {

        private final String title;
        private final Item item;
        private final byte[] content;

        Given(String title, Item item, byte[] content) {
            this.title = title;
            this.item = item;
            this.content = content.clone();
        }

        String title() {
            return title;
        }

        Item item() {
            return item;
        }

        byte[] content() {
            return content.clone();
        }
    }
}
