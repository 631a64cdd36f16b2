package az.qalxan.deconfliction;

import az.qalxan.directory.ContactPoint;
import az.qalxan.reporting.ReportRow;
import az.qalxan.web.Text;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one side sees of a hit.
 *
 * @param contact whom to ask; null when the directory does not know the body
 * @param reports the own reports in which the identifier stands, as far as the caller may read them
 * @param watches the own entries of the watch list
 * @param questions the asks in both directions, the latest first
 * @param lastDay the last day that a consent may name
 */
record HitPage(
        HitRow row,
        String otherName,
        @Nullable ContactPoint contact,
        List<OwnReport> reports,
        List<Watch> watches,
        List<Question> questions,
        List<AskStore.Happening> happenings,
        List<Ground> grounds,
        LocalDate firstDay,
        LocalDate lastDay) {

    private static final int SHOWN_AT_ONCE = 8;

    HitPage {
        reports = List.copyOf(reports);
        watches = List.copyOf(watches);
        questions = List.copyOf(questions);
        happenings = List.copyOf(happenings);
        grounds = List.copyOf(grounds);
    }

    /** An own report; {@code stays} when it may not leave the body. */
    record OwnReport(ReportRow report, String title, boolean stays) {}

    /**
     * A question with what was shown for it.
     *
     * @param ours whether the reader's body asked
     * @param statement what the owner chose to say; empty when nothing may be read
     * @param records what the owner opened and still may be read
     */
    record Question(
            Ask ask,
            boolean ours,
            @Nullable Ground ground,
            String statement,
            List<ReportRow> records) {

        Question {
            records = List.copyOf(records);
        }

        String groundName(Text text) {
            return ground == null ? ask.ground() : ground.name().in(text.language().code());
        }

        boolean waits() {
            return ask.state() instanceof Disclosure.Asked;
        }

        boolean readable() {
            return ask.state() instanceof Disclosure.Consented;
        }
    }

    /** The own reports that are shown at once; the rest is folded. */
    List<OwnReport> newest() {
        return reports.subList(0, Math.min(SHOWN_AT_ONCE, reports.size()));
    }

    List<OwnReport> rest() {
        return reports.subList(newest().size(), reports.size());
    }

    /** Those that may be opened to the other body. */
    List<OwnReport> offered() {
        return reports.stream().filter(one -> !one.stays()).toList();
    }

    boolean mayAsk() {
        return row.asking() instanceof Disclosure.Askable;
    }
}
