package az.qalxan.reporting;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The number that people quote, for example {@code M-2026-118399}: M for müraciət, year, count. */
public record ReportReference(String value) {

    private static final Pattern FORM = Pattern.compile("M-[0-9]{4}-[0-9]{1,9}");

    /**
     * @throws IllegalArgumentException when it has another form
     */
    public ReportReference {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a report's reference: " + value);
        }
    }

    /** Reads what a person typed: spaces and lower case are tolerated. */
    public static Optional<ReportReference> read(String typed) {
        String upper = typed.strip().replace(" ", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(upper).matches()
                ? Optional.of(new ReportReference(upper))
                : Optional.empty();
    }

    static ReportReference of(int year, long count) {
        return new ReportReference("M-" + year + "-" + count);
    }

    @Override
    public String toString() {
        return value;
    }
}
