package az.qalxan.series;

import az.qalxan.reporting.ReportId;
import java.util.List;

/**
 * Two reports of a series and why they belong together.
 *
 * @param one the report with the smaller id
 * @param other the report with the greater id
 * @param score points of all reasons; {@link #ENOUGH} and more are a link
 * @param standing whether people decided about it
 * @param reasons the heaviest first; empty only when a person confirmed what nothing else shows
 */
public record SeriesLink(
        ReportId one, ReportId other, int score, LinkStanding standing, List<LinkReason> reasons) {

    /** So many points link two reports. */
    public static final int ENOUGH = 100;

    public SeriesLink {
        reasons = List.copyOf(reasons);
    }
}
