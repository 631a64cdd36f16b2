package az.qalxan.engines.linking.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;

/** Pairs of reports that share no strong key and yet have enough points for a link. */
final class WeakPairs {

    private WeakPairs() {}

    /** The pairs as numbers of reports in the list, the smaller first, ascending. */
    static List<int[]> of(List<ReportTraits> reports, LongPredicate hub) {
        Map<Long, List<Integer>> holders = new HashMap<>();
        for (int report = 0; report < reports.size(); report++) {
            for (Trait trait : reports.get(report).traits()) {
                if (Weights.weak(trait.kind()) > 0) {
                    holders.computeIfAbsent(trait.key(), k -> new ArrayList<>(2)).add(report);
                }
            }
        }
        Set<Long> pairs = new HashSet<>();
        holders.forEach((key, numbers) -> {
            if (numbers.size() > 1 && !hub.test(key)) {
                addPairs(numbers, pairs);
            }
        });
        return pairs.stream()
                .sorted()
                .map(pair -> new int[] {(int) (pair >>> 32), pair.intValue()})
                .filter(pair -> links(reports.get(pair[0]), reports.get(pair[1]), hub))
                .toList();
    }

    private static void addPairs(List<Integer> numbers, Set<Long> pairs) {
        for (int i = 0; i < numbers.size(); i++) {
            for (int j = i + 1; j < numbers.size(); j++) {
                pairs.add((long) numbers.get(i) << 32 | numbers.get(j));
            }
        }
    }

    static boolean links(ReportTraits one, ReportTraits other, LongPredicate hub) {
        return PairScore.of(one, other, hub) >= LinkExplanation.LINK_POINTS;
    }
}
