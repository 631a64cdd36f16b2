package az.qalxan.strategy.ranking;

import az.qalxan.jurisdiction.Body;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The catalogue of evidence.
 *
 * @param all how many pieces there are without a filter
 */
record CataloguePage(
        RankingDesk desk, Board board, EvidenceFilter filter, List<Entry> entries, int all) {

    static final int SOON_DAYS = 90;
    static final String WAITING = "waiting";
    static final List<String> STATES =
            List.of("counts", "soon", "stale", "gone", "unclear", WAITING);

    CataloguePage {
        entries = List.copyOf(entries);
    }

    /**
     * A piece in force, or a version that waits.
     *
     * @param soon whether it will be too old before long
     */
    record Entry(Evidence evidence, Holding holding, boolean waits, boolean soon, long days) {

        String state() {
            return waits ? WAITING : holding.code();
        }
    }

    static CataloguePage of(RankingDesk desk, EvidenceFilter filter) {
        List<Evidence> waiting = desk.waiting();
        Board board = desk.board(waiting);
        List<Entry> entries =
                Stream.concat(
                                waiting.stream().map(one -> entry(board, one, true)),
                                board.evidence().stream().map(one -> entry(board, one, false)))
                        .toList();
        return new CataloguePage(
                desk,
                board,
                filter,
                entries.stream()
                        .filter(one -> filter.takes(one.evidence(), one.state(), one.soon()))
                        .sorted(
                                Comparator.comparing((Entry one) -> !one.waits())
                                        .thenComparing(one -> one.holding().counts())
                                        .thenComparing(
                                                Comparator.comparing(Entry::days).reversed()))
                        .toList(),
                entries.size());
    }

    private static Entry entry(Board board, Evidence one, boolean waits) {
        Holding holding = board.seen().of(one.content());
        LocalDate today = board.today();
        boolean soon =
                holding instanceof Holding.Counts(var until)
                        && until != null
                        && until.isBefore(today.plusDays(SOON_DAYS));
        return new Entry(
                one,
                holding,
                waits,
                soon && !waits,
                ChronoUnit.DAYS.between(one.content().dated(), today));
    }

    List<Body> bodies() {
        return desk.bodies();
    }

    List<Ranking> rankings() {
        return board.catalogue().rankings();
    }
}
