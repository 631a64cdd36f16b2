package az.qalxan.figure;

import java.time.LocalDate;
import java.util.Locale;

/** How long the periods are that figures are told of. */
public enum Step {
    MONTH(1, 12),
    QUARTER(3, 4),
    YEAR(12, 1);

    private final int months;
    private final int ofYear;

    Step(int months, int ofYear) {
        this.months = months;
        this.ofYear = ofYear;
    }

    /** The name in files and tables; message key {@code figure.step.<code>}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Step of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    int months() {
        return months;
    }

    /** How many of them a year has: the length of a season. */
    public int ofYear() {
        return ofYear;
    }

    /** The period in which that day lies. */
    public FigurePeriod of(LocalDate day) {
        int month = (day.getMonthValue() - 1) / months * months + 1;
        return new FigurePeriod(this, LocalDate.of(day.getYear(), month, 1));
    }

    /** The last period that is over on that day. */
    public FigurePeriod overOn(LocalDate day) {
        return of(day).before(1);
    }
}
