package az.qalxan.statistics;

import az.qalxan.jurisdiction.Jurisdiction;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The few figures that other pages show. */
@Component
public class PublicFigures {

    private static final int DAYS = 30;

    private final Figures figures;
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    PublicFigures(Figures figures, Jurisdiction jurisdiction, Clock clock) {
        this.figures = figures;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    /**
     * The last 30 days.
     *
     * @param loss whole units of {@code currency}
     */
    public record Month(long reports, long accepted, long loss, String currency) {}

    /** Counts of the last 30 days, today included; 0 where fewer than five stand behind a count. */
    public Month lastMonth() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), jurisdiction.zone());
        FactCounts.Totals totals = figures.totals(new Period(today.minusDays(DAYS - 1), today));
        return new Month(
                safe(totals.reports()), safe(totals.accepted()), totals.loss(), figures.currency());
    }

    private static long safe(long count) {
        return count < SmallCells.K_MIN ? 0 : count;
    }
}
