package az.qalxan.engines.synthesis;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What is to be generated: the same plan always gives the same reports.
 *
 * @param seed any number; another seed gives another country
 * @param reports how many reports, {@value #REPORTS_MIN} to {@value #REPORTS_MAX}
 * @param from first day on which reports arrive
 * @param to last day on which reports arrive, at most {@value #DAYS_MAX} days after the first
 * @param seriesShare share of the reports that belong to planted series, 0 to 0.9
 * @param identifierReuse chance, 0 to 1, that a member of a series states an identifier of the
 *     ring's current stock instead of one that nobody else meets; {@link #MIXED_REUSE} lets every
 *     ring draw its own
 * @param typists with which letters people type
 * @param misleading what makes unrelated reports look related, beyond hubs and bridges
 */
public record CountryPlan(
        long seed,
        int reports,
        LocalDate from,
        LocalDate to,
        double seriesShare,
        double identifierReuse,
        Typists typists,
        Misleading misleading) {

    /** Every ring draws its own reuse between 0.75 and 1. */
    public static final double MIXED_REUSE = -1;

    static final int REPORTS_MIN = 10;
    static final int REPORTS_MAX = 12_000_000;
    static final int DAYS_MAX = 3_660;

    private static final int DEFAULT_MONTHS = 24;
    private static final double DEFAULT_SERIES_SHARE = 0.35;
    private static final double SERIES_SHARE_MAX = 0.9;

    /** Refuses counts, spans and shares outside their ranges. */
    public CountryPlan {
        if (reports < REPORTS_MIN || reports > REPORTS_MAX) {
            throw new IllegalArgumentException(
                    "A country has %d to %d reports; %d were asked for."
                            .formatted(REPORTS_MIN, REPORTS_MAX, reports));
        }
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= DAYS_MAX) {
            throw new IllegalArgumentException(
                    "The days %s to %s are not a span of 1 to %d days."
                            .formatted(from, to, DAYS_MAX));
        }
        if (!(seriesShare >= 0 && seriesShare <= SERIES_SHARE_MAX)) {
            throw new IllegalArgumentException(
                    "The share of series lies between 0 and 0.9; it was " + seriesShare + ".");
        }
        if (identifierReuse != MIXED_REUSE && !(identifierReuse >= 0 && identifierReuse <= 1)) {
            throw new IllegalArgumentException(
                    "Identifier reuse is MIXED_REUSE or between 0 and 1; it was "
                            + identifierReuse
                            + ".");
        }
    }

    /** People type as they usually do, and nothing misleads beyond hubs and bridges. */
    public CountryPlan(
            long seed,
            int reports,
            LocalDate from,
            LocalDate to,
            double seriesShare,
            double identifierReuse) {
        this(
                seed,
                reports,
                from,
                to,
                seriesShare,
                identifierReuse,
                Typists.MIXED,
                Misleading.NOTHING);
    }

    /** 24 months that end with {@code lastDay}, 35 % in series, mixed reuse of identifiers. */
    public static CountryPlan of(long seed, int reports, LocalDate lastDay) {
        LocalDate from = lastDay.minusMonths(DEFAULT_MONTHS).plusDays(1);
        return new CountryPlan(seed, reports, from, lastDay, DEFAULT_SERIES_SHARE, MIXED_REUSE);
    }

    /** The same country with another reuse of identifiers. */
    public CountryPlan withIdentifierReuse(double reuse) {
        return new CountryPlan(seed, reports, from, to, seriesShare, reuse, typists, misleading);
    }

    /** The same country, typed with other letters; nothing else differs. */
    public CountryPlan withTypists(Typists others) {
        return new CountryPlan(
                seed, reports, from, to, seriesShare, identifierReuse, others, misleading);
    }

    /** The same rings in a country where more looks related that is not. */
    public CountryPlan withMisleading(Misleading more) {
        return new CountryPlan(
                seed, reports, from, to, seriesShare, identifierReuse, typists, more);
    }

    int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to)) + 1;
    }

    int seriesReports() {
        int wanted = (int) (reports * seriesShare);
        return wanted < Ring.SIZE_MIN ? 0 : wanted;
    }
}
