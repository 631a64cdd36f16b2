package az.qalxan.series;

import az.qalxan.reporting.ReportId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Series as officials work with them: look, list, decide. Everything is worked out from the reports
 * that the caller may read; every decision leaves an audit record in its own transaction.
 */
@Component
public class SeriesDesk {

    /** Reports of a series that are looked at; of a larger one the newest. */
    public static final int MEMBERS_MAX = 2_000;

    /** Series of one page of a list. */
    public static final int ROWS_MAX = 200;

    SeriesDesk() {}

    /** The series of that report; empty when it is in none or the caller may not read it. */
    public Optional<SeriesView> of(ReportId report) {
        return Optional.empty();
    }

    /** The series in which the report stands that gave the number. */
    public Optional<SeriesView> of(SeriesNumber number) {
        return Optional.empty();
    }

    /** A page of the series that the caller may see. */
    public SeriesList list(SeriesFilter filter, @Nullable SeriesPlace after, int rows) {
        return new SeriesList(List.of(), null);
    }

    /** The outcome of a decision. */
    public sealed interface Deciding {

        /** It is stored and in force. */
        record Decided(UUID decision) implements Deciding {}

        /** The same was decided before and is still in force. */
        record AlreadySo(UUID decision) implements Deciding {}

        /** The caller may not read both reports, or there is no such decision. */
        record Absent() implements Deciding {}
    }

    /** Says that two reports belong together, whatever the evidence. */
    public Deciding confirm(ReportId one, ReportId other, String reason) {
        return new Deciding.Absent();
    }

    /** Says that two reports do not belong together; later runs respect it. */
    public Deciding reject(ReportId one, ReportId other, String reason) {
        return new Deciding.Absent();
    }

    /** Takes a decision back; whoever may decide may undo. */
    public Deciding undo(UUID decision, String reason) {
        return new Deciding.Absent();
    }

    /** What was decided about pairs of these reports, the newest first, undone decisions too. */
    public List<SeriesDecision> decisions(List<ReportId> reports) {
        return List.of();
    }
}
