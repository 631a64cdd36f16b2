package az.qalxan.assets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The order in which transfers happened. A statement often knows the day alone, so several stand at
 * one moment: then money arrives at a holding before it leaves it, as far as no circle forbids.
 */
final class TransferOrder {

    private static final Comparator<Transfer> BY_NAME =
            Comparator.comparing(Transfer::reference).thenComparing(Transfer::id);

    private TransferOrder() {}

    static List<Transfer> of(Collection<Transfer> transfers) {
        Map<Instant, List<Transfer>> moments = new TreeMap<>();
        transfers.forEach(
                one -> moments.computeIfAbsent(one.at(), at -> new ArrayList<>()).add(one));
        List<Transfer> ordered = new ArrayList<>(transfers.size());
        moments.values().forEach(moment -> ordered.addAll(within(moment)));
        return ordered;
    }

    private static List<Transfer> within(List<Transfer> moment) {
        List<Transfer> waiting = new ArrayList<>(moment);
        waiting.sort(BY_NAME);
        if (waiting.size() == 1) {
            return waiting;
        }
        Map<String, Integer> awaited = new HashMap<>();
        waiting.forEach(one -> awaited.merge(one.to().key(), 1, Integer::sum));
        List<Transfer> ordered = new ArrayList<>(waiting.size());
        while (!waiting.isEmpty()) {
            Transfer next = next(waiting, awaited);
            waiting.remove(next);
            awaited.merge(next.to().key(), -1, Integer::sum);
            ordered.add(next);
        }
        return ordered;
    }

    /** The first whose money has all arrived; in a circle, the first of all. */
    private static Transfer next(List<Transfer> waiting, Map<String, Integer> awaited) {
        for (Transfer one : waiting) {
            if (awaited.getOrDefault(one.from().key(), 0) == 0) {
                return one;
            }
        }
        return waiting.getFirst();
    }
}
