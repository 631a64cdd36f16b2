package az.qalxan.engines.linking.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongPredicate;

/**
 * Divides reports into parts and each part into groups: a pure function of a set of reports that is
 * closed, so that every report connected with one of them is among them.
 */
final class Parts {

    private final List<ReportTraits> reports;
    private final LongPredicate hub;
    private final List<PairDecision> decisions;
    private final int most;

    /** {@code most} reports of a part are cut with all evidence. */
    Parts(
            Collection<ReportTraits> reports,
            LongPredicate hub,
            Collection<PairDecision> decisions,
            int most) {
        this.reports = new ArrayList<>(reports);
        this.reports.sort((a, b) -> ReportOrder.compare(a.id(), b.id()));
        this.hub = hub;
        this.decisions =
                decisions.stream()
                        .sorted((a, b) -> ReportPair.ORDER.compare(a.pair(), b.pair()))
                        .toList();
        this.most = most;
    }

    /** The parts by ascending heads. */
    List<Part> all() {
        return all(Oversized.NONE);
    }

    /** The same where some reports are known to lie in larger components than are given here. */
    List<Part> all(Oversized oversized) {
        List<int[]> weak = WeakPairs.of(reports, hub);
        Forest strong = connected(reports);
        Forest whole = connected(reports);
        joinUndivided(strong, oversized);
        joinUndivided(whole, oversized);
        weak.forEach(pair -> whole.join(pair[0], pair[1]));
        Map<Integer, List<int[]>> pairs = new HashMap<>();
        weak.forEach(pair ->
                pairs.computeIfAbsent(whole.root(pair[0]), root -> new ArrayList<>()).add(pair));
        List<Part> parts = new ArrayList<>();
        divided(whole, numbers(reports.size()))
                .forEach((root, members) -> {
                    boolean larger = members.stream().anyMatch(one -> oversized.isMarked(id(one)));
                    if (members.size() <= most && !larger) {
                        parts.add(cut(members, pairs.getOrDefault(root, List.of())));
                    } else {
                        divided(strong, members)
                                .values()
                                .forEach(some -> parts.add(narrow(some, oversized)));
                    }
                });
        parts.sort((a, b) -> ReportOrder.compare(a.head(), b.head()));
        return parts;
    }

    private UUID id(int report) {
        return reports.get(report).id();
    }

    private void joinUndivided(Forest forest, Oversized oversized) {
        Map<UUID, Integer> first = new HashMap<>();
        for (int i = 0; i < reports.size(); i++) {
            UUID label = oversized.undivided(id(i));
            Integer other = label == null ? null : first.putIfAbsent(label, i);
            if (other != null) {
                forest.join(other, i);
            }
        }
    }

    private static List<Integer> numbers(int count) {
        List<Integer> numbers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    /** Shared strong keys and confirmations connect. */
    private Forest connected(List<ReportTraits> all) {
        Forest forest = new Forest(all.size());
        Map<Long, Integer> first = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            for (long key : all.get(i).strongKeys()) {
                Integer other = first.putIfAbsent(key, i);
                if (other != null && !hub.test(key)) {
                    forest.join(other, i);
                }
            }
        }
        Map<UUID, Integer> numbers = new HashMap<>();
        for (int i = 0; i < all.size() && !decisions.isEmpty(); i++) {
            numbers.put(all.get(i).id(), i);
        }
        for (PairDecision decision : decisions) {
            Integer one = numbers.get(decision.pair().first());
            Integer other = numbers.get(decision.pair().second());
            boolean same = decision.verdict() == PairDecision.Verdict.SAME;
            if (same && one != null && other != null) {
                forest.join(one, other);
            }
        }
        return forest;
    }

    private static Map<Integer, List<Integer>> divided(Forest forest, List<Integer> members) {
        Map<Integer, List<Integer>> parts = new TreeMap<>();
        for (int member : members) {
            parts.computeIfAbsent(forest.root(member), r -> new ArrayList<>()).add(member);
        }
        return parts;
    }

    private Part cut(List<Integer> members, List<int[]> weak) {
        List<ReportTraits> some = members.stream().map(reports::get).toList();
        if (some.size() == 1) {
            return new Part(Placement.Width.ALL_EVIDENCE, List.of(some));
        }
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < members.size() && !weak.isEmpty(); i++) {
            places.put(members.get(i), i);
        }
        List<int[]> pairs =
                weak.stream()
                        .map(pair -> new int[] {places.get(pair[0]), places.get(pair[1])})
                        .toList();
        return new Part(
                Placement.Width.ALL_EVIDENCE, new Cutting(some, hub, decisions).groups(pairs));
    }

    /** All reports as one part, which shared identifiers connect and other evidence widens. */
    Part narrow() {
        return narrow(numbers(reports.size()), Oversized.NONE);
    }

    /** Without weak evidence; what is still too large is one group, less what people took out. */
    private Part narrow(List<Integer> members, Oversized oversized) {
        List<ReportTraits> some = members.stream().map(reports::get).toList();
        boolean larger = some.stream().anyMatch(one -> oversized.undivided(one.id()) != null);
        if (some.size() <= most && !larger) {
            return new Part(
                    Placement.Width.IDENTIFIERS,
                    new Cutting(some, hub, decisions).groups(List.of()));
        }
        return new Part(Placement.Width.UNDIVIDED, Undivided.groups(some, decisions));
    }
}
