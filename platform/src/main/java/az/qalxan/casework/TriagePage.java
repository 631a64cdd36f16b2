package az.qalxan.casework;

import az.qalxan.jurisdiction.Category;
import az.qalxan.jurisdiction.Region;
import az.qalxan.reporting.QueueFilter;
import az.qalxan.reporting.ReportRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The triage page: a body's reports on the left, one of them on the right.
 *
 * @param query the filters as they stand in the address, without the page's place
 * @param next the place of the next page; empty on the last one
 * @param selected the report on the right; null for none
 */
record TriagePage(
        QueueFilter filter,
        String query,
        List<Row> rows,
        String next,
        long waiting,
        List<SavedViews.SavedView> views,
        List<Category> categories,
        List<Region> regions,
        @Nullable UUID selected,
        ZoneId zone) {

    TriagePage {
        rows = List.copyOf(rows);
        views = List.copyOf(views);
        categories = List.copyOf(categories);
        regions = List.copyOf(regions);
    }

    /** Whether anything but the state narrows the list. */
    boolean filtered() {
        return !filter.equals(new QueueFilter(filter.state(), "", "", "", null, false));
    }

    /** The first day of the list as the date field wants it; empty for any. */
    String since() {
        var since = filter.since();
        return since == null ? "" : LocalDate.ofInstant(since, zone).toString();
    }

    /** A report with its names in the reader's language and its clock. */
    record Row(ReportRow report, String title, String region, Instant dueAt) {

        boolean isOf(@Nullable UUID id) {
            return report.id().value().equals(id);
        }
    }
}
