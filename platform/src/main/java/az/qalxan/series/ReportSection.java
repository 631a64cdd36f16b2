package az.qalxan.series;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a report tells of others.
 *
 * @param series null when the report is in none
 * @param alike reports whose stories read alike, in no series with it
 */
record ReportSection(@Nullable SeriesSection series, List<Alike> alike) {

    ReportSection {
        alike = List.copyOf(alike);
    }

    /** A proposed report, with the percentage. */
    record Alike(SeriesPage.Row row, int percent) {}
}
