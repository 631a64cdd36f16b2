package az.qalxan.engines.plan;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The number of a measure in its plan, for example 8.1.1.1; sorts part by part, 8.2 before 8.10.
 */
public record MeasureCode(String value) implements Comparable<MeasureCode> {

    private static final Pattern FORM = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,4}){1,7}");

    /**
     * @throws IllegalArgumentException unless it is two to eight numbers with dots between them
     */
    public MeasureCode {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not a measure's number: " + value);
        }
    }

    /** Whether the text has the form of a measure's number. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(MeasureCode other) {
        int byPart = Arrays.compare(parts(), other.parts());
        return byPart == 0 ? value.compareTo(other.value) : byPart;
    }

    private int[] parts() {
        return Arrays.stream(value.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    @Override
    public String toString() {
        return value;
    }
}
