package az.qalxan.series.picture;

import az.qalxan.series.picture.MoneyTrail.Flow;
import az.qalxan.series.picture.MoneyTrail.Freeze;
import az.qalxan.series.picture.MoneyTrail.Sum;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Paths of money laid out as {@code static/qalxan/picture/money.js} reads them: one picture for
 * each currency, because currencies are never added.
 *
 * @param currencies the one in which most flows are first
 */
record MoneyPicture(List<InCurrency> currencies, boolean cut) {

    MoneyPicture {
        currencies = List.copyOf(currencies);
    }

    /** The paths in one currency; one unit is one CSS pixel, y down. */
    record InCurrency(
            String code,
            double height,
            Totals totals,
            List<StopPlace> stops,
            List<FlowPlace> flows,
            List<FreezeNote> freezes) {

        InCurrency {
            stops = List.copyOf(stops);
            flows = List.copyOf(flows);
            freezes = List.copyOf(freezes);
        }
    }

    /**
     * Sums of a currency.
     *
     * @param sent by victims
     * @param open what of it is neither frozen nor returned
     */
    record Totals(BigDecimal sent, BigDecimal frozen, BigDecimal returned, BigDecimal open) {}

    /**
     * A stop, or victims that stand for one.
     *
     * @param members how many victims; 1 for everything else
     * @param layer the column, 0 at the left
     */
    record StopPlace(
            String id,
            String kind,
            String label,
            int members,
            int layer,
            double y,
            double height,
            BigDecimal in,
            BigDecimal out,
            BigDecimal left,
            BigDecimal frozen,
            BigDecimal returned) {}

    /**
     * A flow.
     *
     * @param leaves the middle of where it leaves its stop
     * @param arrives the middle of where it arrives
     * @param thick how wide it is drawn
     * @param back whether it leads to an earlier column
     */
    record FlowPlace(
            int from,
            int to,
            double leaves,
            double arrives,
            double thick,
            boolean back,
            BigDecimal sent,
            String sentIn,
            BigDecimal received,
            String receivedIn,
            int transfers,
            Instant first,
            Instant last,
            boolean verified) {}

    /** A freeze beside its stop. */
    record FreezeNote(
            int stop,
            String number,
            String state,
            String organisation,
            @Nullable BigDecimal held,
            String requester,
            Instant at,
            @Nullable Instant until) {}

    static MoneyPicture of(MoneyTrail trail) {
        MoneyTrail folded = VictimBundles.fold(trail);
        Map<String, Integer> counts = new TreeMap<>();
        for (Flow flow : folded.flows()) {
            counts.merge(flow.sentIn(), 1, Integer::sum);
            counts.merge(flow.receivedIn(), 1, Integer::sum);
        }
        List<InCurrency> pictures =
                counts.keySet().stream()
                        .sorted(
                                Comparator.comparing((String code) -> -counts.getOrDefault(code, 0))
                                        .thenComparing(Comparator.naturalOrder()))
                        .map(code -> new MoneyLayout(folded, code).picture())
                        .toList();
        return new MoneyPicture(pictures, trail.cut());
    }

    static Totals totals(MoneyTrail trail, String currency, BigDecimal sent) {
        BigDecimal frozen = BigDecimal.ZERO;
        BigDecimal returned = BigDecimal.ZERO;
        for (MoneyTrail.Stop stop : trail.stops()) {
            Sum sum = stop.in(currency);
            frozen = frozen.add(sum.frozen());
            returned = returned.add(sum.returned());
        }
        BigDecimal open = sent.subtract(frozen).subtract(returned).max(BigDecimal.ZERO);
        return new Totals(sent, frozen, returned, open);
    }

    static List<FreezeNote> notes(MoneyTrail trail, String currency, List<StopPlace> stops) {
        Map<String, Integer> numbers = new HashMap<>();
        stops.forEach(stop -> numbers.put(stop.id(), numbers.size()));
        List<FreezeNote> notes = new ArrayList<>();
        for (Freeze freeze : trail.freezes()) {
            Integer stop = numbers.get(freeze.stop());
            if (stop != null && (freeze.held() == null || freeze.currency().equals(currency))) {
                notes.add(
                        new FreezeNote(
                                stop,
                                freeze.number(),
                                freeze.state(),
                                freeze.organisation(),
                                freeze.held(),
                                freeze.requester(),
                                freeze.at(),
                                freeze.until()));
            }
        }
        return notes;
    }
}
