package az.qalxan.series.picture;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the money of a series went, as far as it is known: what the picture of money is made of.
 *
 * @param cut whether there may be more than is known here
 */
public record MoneyTrail(List<Stop> stops, List<Flow> flows, List<Freeze> freezes, boolean cut) {

    /** Nothing is known. */
    public static final MoneyTrail NONE = new MoneyTrail(List.of(), List.of(), List.of(), false);

    /**
     * @throws IllegalArgumentException when two stops have one id or a flow leads nowhere
     */
    public MoneyTrail {
        stops =
                stops.stream()
                        .sorted(Comparator.comparing(Stop::kind).thenComparing(Stop::id))
                        .toList();
        flows = flows.stream().sorted(Flow.ORDER).toList();
        freezes = freezes.stream().sorted(Comparator.comparing(Freeze::number)).toList();
        Set<String> ids = new HashSet<>();
        for (Stop stop : stops) {
            if (!ids.add(stop.id())) {
                throw new IllegalArgumentException("two stops have one id: " + stop.id());
            }
        }
        for (Flow flow : flows) {
            if (!ids.contains(flow.from()) || !ids.contains(flow.to())) {
                throw new IllegalArgumentException("a flow leads nowhere: " + flow);
            }
        }
    }

    boolean isEmpty() {
        return flows.isEmpty();
    }

    /** What money lies in or comes from. */
    public enum StopKind {
        VICTIM,
        ACCOUNT,
        CARD,
        WALLET,
        E_WALLET,
        CASH_DESK;

        /** Message key {@code picture.stop.<code>}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A place where money lies or lay.
     *
     * @param report of a victim, the id of its report; empty for everything else
     * @param sums what is known of it, by currency
     */
    public record Stop(String id, StopKind kind, String label, String report, List<Sum> sums) {

        public Stop {
            Objects.requireNonNull(kind, "kind");
            sums = List.copyOf(sums);
        }

        /** What is known of it in a currency. */
        Sum in(String currency) {
            return sums.stream()
                    .filter(sum -> sum.currency().equals(currency))
                    .findAny()
                    .orElse(Sum.none(currency));
        }
    }

    /**
     * Sums of a stop.
     *
     * @param left what is still there, as far as known
     * @param frozen what of it is held
     * @param returned what went back from there to victims
     */
    public record Sum(String currency, BigDecimal left, BigDecimal frozen, BigDecimal returned) {

        static Sum none(String currency) {
            return new Sum(currency, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        }
    }

    /**
     * Transfers between two stops, added up by currency.
     *
     * @param received what arrived; in another currency when it was exchanged on the way
     * @param verified whether more than a reporter's words stands behind all of them
     */
    public record Flow(
            String from,
            String to,
            BigDecimal sent,
            String sentIn,
            BigDecimal received,
            String receivedIn,
            int transfers,
            Instant first,
            Instant last,
            boolean verified) {

        static final Comparator<Flow> ORDER =
                Comparator.comparing(Flow::from)
                        .thenComparing(Flow::to)
                        .thenComparing(Flow::sentIn)
                        .thenComparing(Flow::receivedIn)
                        .thenComparing(Flow::first)
                        .thenComparing(Flow::sent);

        public Flow {
            if (from.equals(to) || sent.signum() <= 0 || received.signum() <= 0) {
                throw new IllegalArgumentException("a flow moves money between two stops");
            }
        }

        /** How much it is in a currency; nothing when it is in another. */
        BigDecimal in(String currency) {
            if (sentIn.equals(currency)) {
                return sent;
            }
            return receivedIn.equals(currency) ? received : BigDecimal.ZERO;
        }
    }

    /**
     * A request to hold money.
     *
     * @param state in the reader's language
     * @param organisation the name of who was asked
     * @param held what is held; null when nothing is
     * @param requester on whose request
     * @param at since when it stands so
     * @param until when the hold ends by itself; null when it does not
     */
    public record Freeze(
            String number,
            String stop,
            String state,
            String organisation,
            @Nullable BigDecimal held,
            String currency,
            String requester,
            Instant at,
            @Nullable Instant until) {}
}
