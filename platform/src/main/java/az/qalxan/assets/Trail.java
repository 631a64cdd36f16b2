package az.qalxan.assets;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the money of some reports went, as far as it is known and as far as the caller may know.
 *
 * @param rule the rule by which it is told whose money moved
 * @param places holdings in the order of their distance from the victims
 * @param flows what went between two holdings, added up by currency
 * @param freezes freezes of these holdings, the newest first
 * @param cut whether a limit ended the search: there may be more
 */
public record Trail(
        TracingRule rule,
        List<Place> places,
        List<Flow> flows,
        List<FreezeGlance> freezes,
        boolean cut) {

    /** Transfers between a victim and the farthest holding that is looked for. */
    public static final int HOPS_MAX = 8;

    /** Holdings of a trail. */
    public static final int HOLDINGS_MAX = 500;

    /** Transfers that are traced. */
    public static final int TRANSFERS_MAX = 5_000;

    /** The key of the one place that stands for all victims of other reports. */
    public static final String OTHER_VICTIMS = "victim:other";

    /** The key of the one place that stands for all who only paid in somewhere. */
    public static final String OTHER_SENDERS = "account:other";

    /** {@link Place#hops()} of a holding that the money of these victims did not reach. */
    public static final int NOT_REACHED = -1;

    public Trail {
        places = List.copyOf(places);
        flows = List.copyOf(flows);
        freezes = List.copyOf(freezes);
    }

    /**
     * A holding of the trail.
     *
     * @param hops how many transfers lie between it and a victim; 0 for the victim
     */
    public record Place(Holding holding, int hops, List<Totals> totals) {

        public Place {
            totals = List.copyOf(totals);
        }

        /** The totals in one currency. */
        public Optional<Totals> in(String currency) {
            return totals.stream().filter(one -> one.currency().equals(currency)).findAny();
        }
    }

    /**
     * Sums of a holding in one currency.
     *
     * @param in everything known to have come in
     * @param out everything known to have gone out
     * @param traced what of {@code in} was the money of the victims asked for
     * @param left what of {@code traced} is still there, as far as known
     * @param frozen what is held there now
     * @param returned what came back from there to victims
     */
    public record Totals(
            String currency,
            BigDecimal in,
            BigDecimal out,
            BigDecimal traced,
            BigDecimal left,
            BigDecimal frozen,
            BigDecimal returned) {}

    /**
     * Transfers between two holdings in one currency, added up.
     *
     * @param traced what of {@code sent} was the money of the victims asked for
     * @param verified whether all of them are verified
     */
    public record Flow(
            Holding from,
            Holding to,
            Money sent,
            Money received,
            Money traced,
            int transfers,
            Instant first,
            Instant last,
            boolean verified) {}

    /**
     * A freeze as a picture shows it.
     *
     * @param state code of its state, for example {@code frozen}
     * @param organisation code of the organisation that was asked
     * @param held what is held; null when nothing is
     * @param requester on whose request
     * @param at when it took that state
     * @param until when the hold ends by itself; null when it does not
     */
    public record FreezeGlance(
            String number,
            Holding holding,
            String state,
            String organisation,
            @Nullable Money held,
            String requester,
            Instant at,
            @Nullable Instant until) {}
}
