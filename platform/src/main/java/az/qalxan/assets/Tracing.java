package az.qalxan.assets;

import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Plays transfers in the order in which they happened and tells whose money each of them moved.
 * Money that goes in a circle simply comes back later; every transfer is played once, so the work
 * ends.
 */
final class Tracing {

    private final TracingRule rule;
    private final Map<String, Map<String, Pot>> pots = new LinkedHashMap<>();
    private final Map<UUID, List<Part>> sent = new HashMap<>();
    private final Map<UUID, List<Part>> received = new HashMap<>();

    private Tracing(TracingRule rule) {
        this.rule = rule;
    }

    static Tracing of(Collection<Transfer> transfers, TracingRule rule) {
        Tracing tracing = new Tracing(rule);
        TransferOrder.of(transfers).forEach(tracing::play);
        return tracing;
    }

    private void play(Transfer transfer) {
        BigInteger amount = transfer.sent().units();
        List<Part> leaving = leaving(transfer, amount);
        List<Part> arriving =
                transfer.sent().equals(transfer.received())
                        ? leaving
                        : Part.split(transfer.received().units(), leaving);
        sent.put(transfer.id(), leaving);
        received.put(transfer.id(), arriving);
        pot(transfer.to(), transfer.received().currency()).add(arriving, rule);
    }

    /** What goes back to a victim is the victim's own, as far as it is there. */
    private List<Part> leaving(Transfer transfer, BigInteger amount) {
        if (transfer.from().isVictim()) {
            return List.of(new Part(transfer.from().key(), amount));
        }
        Pot from = pot(transfer.from(), transfer.sent().currency());
        return transfer.to().isVictim()
                ? from.takeFor(transfer.to().key(), amount, rule)
                : from.take(amount, rule);
    }

    private Pot pot(Holding holding, String currency) {
        return pots.computeIfAbsent(holding.key(), key -> new LinkedHashMap<>())
                .computeIfAbsent(currency, code -> new Pot());
    }

    /** Whose money that transfer took out of its first holding. */
    List<Part> sent(UUID transfer) {
        return sent.getOrDefault(transfer, List.of());
    }

    /** Whose money that transfer brought to its second holding. */
    List<Part> received(UUID transfer) {
        return received.getOrDefault(transfer, List.of());
    }

    /** Whose money lies in that holding after everything, in the order in which it came. */
    List<Part> left(String holding, String currency) {
        Map<String, Pot> there = pots.getOrDefault(holding, Map.of());
        Pot pot = there.get(currency);
        return pot == null ? List.of() : pot.left();
    }
}
