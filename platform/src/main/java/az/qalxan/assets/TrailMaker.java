package az.qalxan.assets;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Adds known transfers up to a trail: distances, flows, totals. Pure. */
final class TrailMaker {

    private final Set<String> asked;
    private final Set<String> named;
    private final Tracing tracing;
    private final List<Transfer> transfers;
    private final Sums frozen;
    private final Sums returned;
    private final Map<String, Holding> holdings = new LinkedHashMap<>();
    private final Map<String, Map<String, Running>> running = new HashMap<>();

    /** Money by holding and currency. */
    record Sums(Map<String, List<Money>> byHolding) {

        static final Sums NONE = new Sums(Map.of());

        Sums {
            byHolding = Map.copyOf(byHolding);
        }

        List<Money> of(String holding) {
            return byHolding.getOrDefault(holding, List.of());
        }
    }

    /** Totals of a holding in one currency while they are added up, in smallest units. */
    private static final class Running {

        private BigInteger in = BigInteger.ZERO;
        private BigInteger out = BigInteger.ZERO;
        private BigInteger traced = BigInteger.ZERO;
    }

    /**
     * Whose trail it is.
     *
     * @param victims keys of the victims whose money is followed
     * @param named keys of the holdings that stand in the trail by themselves; the rest, which only
     *     paid in somewhere, stand together
     */
    record Asked(Set<String> victims, Set<String> named) {

        Asked {
            victims = Set.copyOf(victims);
            named = Set.copyOf(named);
        }
    }

    private TrailMaker(Asked asked, Collection<Transfer> transfers, TracingRule rule, Held held) {
        this.asked = asked.victims();
        this.named = asked.named();
        this.transfers = List.copyOf(transfers);
        this.tracing = Tracing.of(transfers, rule);
        this.frozen = held.frozen();
        this.returned = held.returned();
    }

    /** What is held and what came back, by holding, and the freezes behind it. */
    record Held(Sums frozen, Sums returned, List<Trail.FreezeGlance> freezes) {

        static final Held NOTHING = new Held(Sums.NONE, Sums.NONE, List.of());

        Held {
            freezes = List.copyOf(freezes);
        }
    }

    static Trail make(Asked asked, Collection<Transfer> transfers, TracingRule rule, Held held) {
        TrailMaker maker = new TrailMaker(asked, transfers, rule, held);
        maker.transfers.forEach(maker::count);
        return new Trail(rule, maker.places(), maker.flows(), held.freezes(), false);
    }

    private void count(Transfer transfer) {
        Holding from = shown(transfer.from());
        Holding to = shown(transfer.to());
        Running sender = running(from, transfer.sent().currency());
        sender.out = sender.out.add(transfer.sent().units());
        Running receiver = running(to, transfer.received().currency());
        receiver.in = receiver.in.add(transfer.received().units());
        receiver.traced = receiver.traced.add(ofAsked(tracing.received(transfer.id())));
        if (from.isVictim()) {
            sender.traced = sender.traced.add(ofAsked(tracing.sent(transfer.id())));
        }
    }

    private Running running(Holding holding, String currency) {
        holdings.putIfAbsent(holding.key(), holding);
        return running.computeIfAbsent(holding.key(), key -> new TreeMap<>())
                .computeIfAbsent(currency, code -> new Running());
    }

    /** Victims of other reports, and senders of whom nothing else is known, stand together. */
    private Holding shown(Holding holding) {
        if (holding.isVictim()) {
            return asked.contains(holding.key())
                    ? holding
                    : new Holding(HoldingKind.VICTIM, Trail.OTHER_VICTIMS, "+");
        }
        return named.contains(holding.key())
                ? holding
                : new Holding(HoldingKind.ACCOUNT, Trail.OTHER_SENDERS, "+");
    }

    private BigInteger ofAsked(List<Part> parts) {
        return Part.total(parts.stream().filter(part -> asked.contains(part.origin())).toList());
    }

    private List<Trail.Place> places() {
        Map<String, Integer> hops = hops();
        return holdings.values().stream()
                .map(one ->
                        new Trail.Place(
                                one, hops.getOrDefault(one.key(), Trail.NOT_REACHED), totals(one)))
                .sorted(Comparator.comparingInt(TrailMaker::distance))
                .toList();
    }

    private static int distance(Trail.Place place) {
        return place.hops() == Trail.NOT_REACHED ? Integer.MAX_VALUE : place.hops();
    }

    /** Distances from the victims asked for, each the shortest. */
    private Map<String, Integer> hops() {
        Map<String, List<String>> next =
                transfers.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> shown(one.from()).key(),
                                        Collectors.mapping(
                                                one -> shown(one.to()).key(),
                                                Collectors.toList())));
        Map<String, Integer> hops = new HashMap<>();
        Deque<String> open = new ArrayDeque<>();
        holdings.keySet().stream()
                .filter(asked::contains)
                .forEach(key -> {
                    hops.put(key, 0);
                    open.add(key);
                });
        while (!open.isEmpty()) {
            String here = open.removeFirst();
            int far = hops.getOrDefault(here, 0) + 1;
            for (String there : next.getOrDefault(here, List.of())) {
                if (hops.putIfAbsent(there, far) == null) {
                    open.addLast(there);
                }
            }
        }
        return hops;
    }

    private List<Trail.Totals> totals(Holding holding) {
        Map<String, Running> sums = new TreeMap<>(running.getOrDefault(holding.key(), Map.of()));
        frozen.of(holding.key()).forEach(one -> sums.putIfAbsent(one.currency(), new Running()));
        returned.of(holding.key()).forEach(one -> sums.putIfAbsent(one.currency(), new Running()));
        return sums.entrySet().stream()
                .map(one -> totals(holding.key(), one.getKey(), one.getValue()))
                .toList();
    }

    private Trail.Totals totals(String holding, String currency, Running sum) {
        return new Trail.Totals(
                currency,
                amount(sum.in, currency),
                amount(sum.out, currency),
                amount(sum.traced, currency),
                amount(ofAsked(tracing.left(holding, currency)), currency),
                in(frozen.of(holding), currency),
                in(returned.of(holding), currency));
    }

    private static BigDecimal in(List<Money> sums, String currency) {
        return sums.stream()
                .filter(one -> one.currency().equals(currency))
                .reduce(Money.none(currency), Money::plus)
                .amount();
    }

    private static BigDecimal amount(BigInteger units, String currency) {
        return Money.ofUnits(units, currency).amount();
    }

    private record Between(String from, String to, String sent, String received) {}

    private List<Trail.Flow> flows() {
        Map<Between, List<Transfer>> between = new LinkedHashMap<>();
        TransferOrder.of(transfers)
                .forEach(one ->
                        between.computeIfAbsent(
                                        new Between(
                                                shown(one.from()).key(),
                                                shown(one.to()).key(),
                                                one.sent().currency(),
                                                one.received().currency()),
                                        key -> new ArrayList<>())
                                .add(one));
        return between.values().stream().map(this::flow).toList();
    }

    private Trail.Flow flow(List<Transfer> together) {
        Transfer first = together.getFirst();
        String sent = first.sent().currency();
        String received = first.received().currency();
        BigInteger traced =
                together.stream()
                        .map(one -> ofAsked(tracing.sent(one.id())))
                        .reduce(BigInteger.ZERO, BigInteger::add);
        return new Trail.Flow(
                shown(first.from()),
                shown(first.to()),
                together.stream().map(Transfer::sent).reduce(Money.none(sent), Money::plus),
                together.stream().map(Transfer::received).reduce(Money.none(received), Money::plus),
                Money.ofUnits(traced, sent),
                together.size(),
                first.at(),
                together.getLast().at(),
                together.stream().allMatch(Transfer::verified));
    }
}
