package az.qalxan.cooperation.paper;

import az.qalxan.cooperation.paper.PaperWords.Said;
import java.util.List;

/**
 * A paper as it is laid out: every label in its languages, every value as text.
 *
 * @param letterhead the organisation that writes
 * @param trial what stands on a paper of a trial key; empty otherwise
 */
record Sheet(
        List<Said> title,
        String letterhead,
        String basis,
        String marking,
        String reference,
        List<Part> parts,
        List<Said> closing,
        String signer,
        List<Said> trial) {

    private static final int KEPT_CHARS_MAX = 900;

    Sheet {
        parts = List.copyOf(parts);
    }

    /**
     * A numbered field or a lettered content.
     *
     * @param mark its number or letter; may be empty
     * @param rows one row without a label when the field is a single value
     */
    record Part(String mark, List<Said> label, List<Row> rows) {

        Part {
            rows = List.copyOf(rows);
        }

        boolean single() {
            return rows.size() == 1 && rows.getFirst().label().isEmpty();
        }
    }

    /** A value with its label; {@code ticks} are boxes instead of a text. */
    record Row(List<Said> label, String text, List<Tick> ticks) {

        /** Whether the row stays on one page. */
        boolean kept() {
            return text.length() <= KEPT_CHARS_MAX;
        }
    }

    /** A box, ticked or not. */
    record Tick(boolean on, List<Said> label) {}
}
