package az.qalxan.casework;

import java.util.List;

/**
 * The reports of a case, a page at a time.
 *
 * @param skipped how many stand on the pages before
 * @param detached reports that were taken out and can be put back
 */
record CaseReportsPage(
        CaseTop top,
        List<Held> reports,
        long count,
        int skipped,
        List<Held> detached,
        List<String> series) {

    static final int ROWS = 50;

    CaseReportsPage {
        reports = List.copyOf(reports);
        detached = List.copyOf(detached);
        series = List.copyOf(series);
    }

    /** A report and its place in the case. */
    record Held(HeldReport place, TriagePage.Row row) {}

    boolean more() {
        return skipped + reports.size() < count;
    }
}
