package az.qalxan.series;

import java.util.List;

/**
 * What the page of a report tells of its series.
 *
 * @param rows the other reports that are linked most strongly with this one, each with the reasons
 */
record SeriesSection(SeriesView series, String title, List<SeriesPage.Row> rows) {

    SeriesSection {
        rows = List.copyOf(rows);
    }
}
