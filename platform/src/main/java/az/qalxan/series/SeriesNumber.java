package az.qalxan.series;

import az.qalxan.reporting.ReportReference;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a series, for example {@code S-2026-118399}: that of its first report with S in
 * front. The number of any later report of the series leads to it too, so a number that was written
 * into a file stays good when an earlier report joins.
 */
public record SeriesNumber(String value) {

    private static final Pattern FORM = Pattern.compile("S-[0-9]{4}-[0-9]{1,9}");

    /**
     * @throws IllegalArgumentException when it has another form
     */
    public SeriesNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a series' number: " + value);
        }
    }

    /** The number of the series whose first report is that one. */
    public static SeriesNumber of(ReportReference first) {
        return new SeriesNumber("S" + first.value().substring(1));
    }

    /** Reads what a person typed: spaces and lower case are tolerated, and so is a report's M. */
    public static Optional<SeriesNumber> read(String typed) {
        String upper = typed.strip().replace(" ", "").toUpperCase(Locale.ROOT);
        String named = upper.startsWith("M-") ? "S" + upper.substring(1) : upper;
        return FORM.matcher(named).matches()
                ? Optional.of(new SeriesNumber(named))
                : Optional.empty();
    }

    /** The report that gave the number. */
    public ReportReference report() {
        return new ReportReference("M" + value.substring(1));
    }

    @Override
    public String toString() {
        return value;
    }
}
