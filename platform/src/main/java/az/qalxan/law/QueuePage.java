package az.qalxan.law;

import az.qalxan.engines.law.Mapping;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What waits for a lawyer.
 *
 * @param open proposals that nobody has decided on
 * @param reopened cells whose law has changed
 * @param due cells whose day to look again has come
 * @param soon cells whose day comes within the next weeks
 * @param decided what was decided lately
 */
record QueuePage(
        LawView view,
        List<Proposal> open,
        List<Reopened> reopened,
        List<Held<Mapping>> due,
        List<Held<Mapping>> soon,
        List<Proposal> decided,
        String account) {

    private static final int SOON_DAYS = 30;

    QueuePage {
        open = List.copyOf(open);
        reopened = List.copyOf(reopened);
        due = List.copyOf(due);
        soon = List.copyOf(soon);
        decided = List.copyOf(decided);
    }

    /** A cell that waits; without a comparison when that was retracted meanwhile. */
    record Reopened(ReviewStore.Waiting waiting, List<Held<Mapping>> cells) {

        Reopened {
            cells = List.copyOf(cells);
        }
    }

    /** What is to be shown of the law now. */
    record Parts(List<Proposal> open, List<ReviewStore.Waiting> waiting, List<Proposal> decided) {}

    static QueuePage of(LawView view, Parts parts, String account) {
        LocalDate today = view.as().today();
        List<Held<Mapping>> cells = view.known().of(Mapping.class);
        return new QueuePage(
                view,
                parts.open(),
                parts.waiting().stream()
                        .map(one ->
                                new Reopened(
                                        one,
                                        cells.stream()
                                                .filter(cell -> cell.line().equals(one.line()))
                                                .limit(1)
                                                .toList()))
                        .toList(),
                between(cells, LocalDate.MIN, today),
                between(cells, today, today.plusDays(SOON_DAYS)),
                parts.decided(),
                account);
    }

    private static List<Held<Mapping>> between(
            List<Held<Mapping>> cells, LocalDate after, LocalDate until) {
        return cells.stream()
                .filter(one -> due(one).isAfter(after) && !due(one).isAfter(until))
                .sorted(
                        Comparator.<Held<Mapping>, LocalDate>comparing(QueuePage::due)
                                .thenComparing(one -> one.fact().state())
                                .thenComparing(one -> one.fact().treaty(), ArticleOrder.CLAUSES))
                .toList();
    }

    private static LocalDate due(Held<Mapping> cell) {
        LocalDate due = cell.fact().reviewDue();
        return due == null ? LocalDate.MAX : due;
    }

    boolean own(Proposal proposal) {
        return proposal.isOf(account);
    }

    long ofPack() {
        return open.stream().filter(Proposal::ofPack).count();
    }
}
