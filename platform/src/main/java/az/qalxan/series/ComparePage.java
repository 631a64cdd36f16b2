package az.qalxan.series;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two reports side by side.
 *
 * @param series the number of the series in which both stand; null when they stand in none together
 * @param decision what is in force about them; null when nobody decided
 */
record ComparePage(
        Side one,
        Side other,
        SeriesLink link,
        List<SeriesPage.Reason> reasons,
        @Nullable SeriesNumber series,
        @Nullable SeriesDecision decision,
        List<SeriesPage.DecisionRow> history) {

    ComparePage {
        reasons = List.copyOf(reasons);
        history = List.copyOf(history);
    }

    /**
     * A report of the two.
     *
     * @param story with the evidence marked; empty when the report is opened for a purpose only
     */
    record Side(
            SeriesMember member,
            String title,
            String region,
            String language,
            List<MarkedText> story,
            boolean purposeNeeded) {

        Side {
            story = List.copyOf(story);
        }

        String number() {
            return member.report().reference().value();
        }
    }
}
