package az.qalxan.engines.detection.correlation;

import java.math.BigDecimal;
import java.util.List;

/** What only some events of a window have. */
final class Extra {

    private static final int WEIGHT_BYTES = 64;

    private final List<String> shown;
    private final List<String> values;
    private final List<BigDecimal> numbers;
    private final List<List<String>> rows;
    private final List<EventRef> events;

    /** How many events of the window share it; for {@link Distinct} alone. */
    int tally;

    /**
     * @param shown the group's values as the event wrote them, where they differ; empty otherwise
     */
    Extra(
            List<String> shown,
            List<String> values,
            List<BigDecimal> numbers,
            List<List<String>> rows,
            List<EventRef> events) {
        this.shown = shown;
        this.values = values;
        this.numbers = numbers;
        this.rows = rows;
        this.events = events;
    }

    List<String> shown() {
        return shown;
    }

    List<String> values() {
        return values;
    }

    List<BigDecimal> numbers() {
        return numbers;
    }

    List<List<String>> rows() {
        return rows;
    }

    List<EventRef> events() {
        return events;
    }

    /** Whether it is one counted value and nothing else. */
    boolean oneValue() {
        return values.size() == 1
                && shown.isEmpty()
                && numbers.isEmpty()
                && rows.isEmpty()
                && events.isEmpty();
    }

    /** For how many more events it counts, by what it needs of memory. */
    int weight() {
        int bytes = 16 * events.size() + 40 * numbers.size();
        for (String value : values) {
            bytes += value.length();
        }
        for (List<String> row : rows) {
            for (String value : row) {
                bytes += 32 + value.length();
            }
        }
        return bytes / WEIGHT_BYTES;
    }

    void write(Writing out) {
        out.texts(shown);
        out.texts(values);
        out.decimals(numbers);
        out.rows(rows);
        out.refs(events);
    }

    static Extra read(Reading in) throws BadState {
        return new Extra(in.texts(), in.texts(), in.decimals(), in.rows(), in.refs());
    }
}
