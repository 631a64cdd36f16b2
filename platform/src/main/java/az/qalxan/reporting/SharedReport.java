package az.qalxan.reporting;

import java.util.List;

/** Another report that shares identifiers with the one at hand, and which. */
public record SharedReport(ReportRow report, List<Shared> reasons) {

    public SharedReport {
        reasons = List.copyOf(reasons);
    }

    /**
     * An identifier that stands in both.
     *
     * @param everywhere in how many reports it stands, counted up to {@link ReportRow#LINKED_MAX}
     */
    public record Shared(String kind, String value, int everywhere) {

        /** Whether so many reports have it that it tells nothing: a bank's own number. */
        public boolean common() {
            return everywhere >= ReportRow.LINKED_MAX;
        }
    }
}
