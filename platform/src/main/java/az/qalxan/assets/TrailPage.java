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

    /** The holdings of the way, without the victims. */
    List<Trail.Place> holdings() {
        return trail.places().stream().filter(one -> !one.holding().isVictim()).toList();
    }

    /** Whether somebody can be asked to hold what lies there. */
    boolean draftable(Trail.Place place) {
        return place.holding().leadsOn()
                && !place.holding().key().equals(Trail.OTHER_SENDERS)
                && place.totals().stream().anyMatch(one -> one.in().signum() > 0);
    }

    static int shownMax() {
        return TRANSFERS_SHOWN_MAX;
    }
}
