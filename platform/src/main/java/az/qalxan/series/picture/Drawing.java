package az.qalxan.series.picture;

import az.qalxan.access.Handling;
import az.qalxan.reporting.ReportId;
import az.qalxan.series.SeriesMember;
import az.qalxan.series.SeriesView;
import java.util.List;

/**
 * A series as one caller may see it, ready to be drawn or written into a file.
 *
 * @param members the reports in it: all that the caller may read, or of these what may go into
 *     files
 * @param kept how many reports the caller may read and not put into files
 */
record Drawing(SeriesView series, List<SeriesMember> members, SeriesGraph graph, int kept) {

    Drawing {
        members = List.copyOf(members);
    }

    String number() {
        return series.number().value();
    }

    /** The narrowest marking of what is in it. */
    Handling handling() {
        return members.stream()
                .map(member -> Handling.ofRank(member.report().handling()))
                .max(Handling::compareTo)
                .orElse(Handling.CLEAR);
    }

    List<ReportId> reports() {
        return members.stream().map(SeriesMember::id).toList();
    }
}
