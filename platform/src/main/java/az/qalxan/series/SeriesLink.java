package az.qalxan.series;

import az.qalxan.reporting.ReportId;
import java.util.List;

/**
 * Two reports of a series and why they belong together.
 *
 * @param one the older report
 * @param other the newer report
 * @param score 0 to 100; a confirmed link has 100
 * @param standing whether people decided about it
 * @param reasons strongest first; never empty unless a person confirmed what the engine did not find
 */
public record SeriesLink(
        ReportId one,
        ReportId other,
        int score,
        LinkStanding standing,
        List<LinkReason> reasons) {

    public SeriesLink {
        reasons = List.copyOf(reasons);
    }
}
