package az.qalxan.assets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the money of a report or a case went.
 *
 * @param suggestion what the report suggests as the first hop; null when there is nothing to
 *     confirm
 * @param outcome what reading a statement in gave; null when none was read
 * @param currency the country's money, for the forms
 */
record TrailPage(
        Standing standing,
        Trail trail,
        List<MoneySum> sums,
        List<KnownTransfer> transfers,
        List<FreezeLine> freezes,
        @Nullable FirstHop suggestion,
        Statements.@Nullable Outcome outcome,
        String currency) {

    /** Transfers that a page lists; the file has all of them. */
    static final int TRANSFERS_SHOWN_MAX = 200;

    TrailPage {
        sums = List.copyOf(sums);
        transfers = List.copyOf(transfers);
        freezes = List.copyOf(freezes);
    }

    /** The address of the whole trail. */
    String path() {
        return "/assets/trail/" + standing.scope();
    }

    boolean isEmpty() {
        return transfers.isEmpty() && freezes.isEmpty() && suggestion == null;
    }

    List<KnownTransfer> shownTransfers() {
        return transfers.subList(0, Math.min(transfers.size(), TRANSFERS_SHOWN_MAX));
    }

    /** The holdings that the money of these victims reached; all when nobody's is known. */
    List<Trail.Place> holdings() {
        List<Trail.Place> all =
                trail.places().stream().filter(one -> !one.holding().isVictim()).toList();
        List<Trail.Place> reached = all.stream().filter(TrailPage::isReached).toList();
        return reached.isEmpty() ? all : reached;
    }

    /** What moved the money of these victims; everything when nobody's is known. */
    List<Trail.Flow> flows() {
        List<Trail.Flow> traced =
                trail.flows().stream().filter(one -> !one.traced().isNone()).toList();
        return traced.isEmpty() ? trail.flows() : traced;
    }

    /** What else these holdings received and sent. */
    List<Trail.Flow> otherFlows() {
        List<Trail.Flow> shown = flows();
        return trail.flows().stream().filter(one -> !shown.contains(one)).toList();
    }

    /** Whether somebody can be asked to hold what lies there. */
    boolean draftable(Trail.Place place) {
        return place.holding().leadsOn()
                && !place.holding().key().equals(Trail.OTHER_SENDERS)
                && place.totals().stream().anyMatch(one -> one.in().signum() > 0);
    }

    private static boolean isReached(Trail.Place place) {
        return place.totals().stream().anyMatch(one -> one.traced().signum() > 0);
    }

    static int shownMax() {
        return TRANSFERS_SHOWN_MAX;
    }
}
