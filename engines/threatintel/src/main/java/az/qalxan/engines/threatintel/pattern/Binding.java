package az.qalxan.engines.threatintel.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for observations that meet a shape, each used at most as often as it was observed.
 *
 * <p>Every order in time is a moment to be found. The earliest moments that each slot alone allows
 * are a lower bound of every answer; if observations suffice at them, that is an answer. If not,
 * some slots have too few observations among them, and one of the moments that hold these slots back
 * has to move on. So the search is exact, and bounded by a budget.
 */
final class Binding {

    private final List<Slot> slots;
    private final List<int[]> ranks;
    private final int orders;
    private final Times times;
    private final Budget budget;
    private final Set<List<Long>> seen = new HashSet<>();

    Binding(Shape shape, Times times, Budget budget) {
        slots = shape.slots();
        ranks = shape.ranks();
        orders = shape.orders().size();
        this.times = times;
        this.budget = budget;
    }

    /** The observations of an answer; null if there is none. */
    int @Nullable [] find() throws TooLarge {
        long[] moments = new long[orders];
        Arrays.fill(moments, Times.NEVER);
        List<long[]> open = new ArrayList<>(List.of(moments));
        while (!open.isEmpty()) {
            long[] bound = open.removeLast();
            if (!raise(bound) || !seen.add(Arrays.stream(bound).boxed().toList())) {
                continue;
            }
            List<int[]> allowed = new ArrayList<>();
            for (Slot slot : slots) {
                allowed.add(allowed(slot, bound));
            }
            Flow flow = new Flow(slots, allowed, times, budget);
            budget.spend(times.size());
            List<Slot> short_ = flow.serve();
            if (short_.isEmpty()) {
                return flow.given();
            }
            open.addAll(later(short_, bound));
        }
        return null;
    }

    /** Moves moments on to the earliest that each slot alone allows; false if there are none. */
    private boolean raise(long[] moments) throws TooLarge {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int[] pair : ranks) {
                if (moments[pair[1]] < moments[pair[0]]) {
                    moments[pair[1]] = moments[pair[0]];
                    changed = true;
                }
            }
            for (Slot slot : slots) {
                long earliest = earliest(slot, moments);
                if (earliest == Long.MAX_VALUE) {
                    return false;
                }
                for (TimeOrder order : slot.before()) {
                    if (moments[order.index()] < earliest - order.slack()) {
                        moments[order.index()] = earliest - order.slack();
                        changed = true;
                    }
                }
            }
        }
        return true;
    }

    private static long from(Slot slot, long[] moments) {
        long from = Times.NEVER;
        for (TimeOrder order : slot.after()) {
            from = Math.max(from, moments[order.index()]);
        }
        return from;
    }

    /** When the last of its observations begins at the earliest. */
    private long earliest(Slot slot, long[] moments) throws TooLarge {
        budget.spend(slot.candidates().length);
        long from = from(slot, moments);
        if (slot.demand() == 1) {
            long earliest = Long.MAX_VALUE;
            for (int candidate : slot.candidates()) {
                if (times.last(candidate) >= from) {
                    earliest = Math.min(earliest, times.first(candidate));
                }
            }
            return earliest;
        }
        int[] sorted =
                IntStream.of(slot.candidates())
                        .filter(candidate -> times.last(candidate) >= from)
                        .boxed()
                        .sorted(Comparator.comparingLong(times::first))
                        .mapToInt(Integer::intValue)
                        .toArray();
        long number = 0;
        for (int candidate : sorted) {
            number += times.number(candidate);
            if (number >= slot.demand()) {
                return times.first(candidate);
            }
        }
        return Long.MAX_VALUE;
    }

    private int[] allowed(Slot slot, long[] moments) {
        long from = from(slot, moments);
        long until = Long.MAX_VALUE;
        for (TimeOrder order : slot.before()) {
            until = Math.min(until, moments[order.index()] + order.slack());
        }
        long latest = until;
        return IntStream.of(slot.candidates())
                .filter(i -> times.last(i) >= from && times.first(i) <= latest)
                .toArray();
    }

    /** Bounds of which one holds for every answer above this bound. */
    private List<long[]> later(List<Slot> tooFew, long[] moments) throws TooLarge {
        long[] next = new long[orders];
        Arrays.fill(next, Long.MAX_VALUE);
        for (Slot slot : tooFew) {
            long from = from(slot, moments);
            budget.spend((long) slot.candidates().length * (slot.before().size() + 1));
            for (TimeOrder order : slot.before()) {
                for (int candidate : slot.candidates()) {
                    long moment = times.first(candidate) - order.slack();
                    if (times.last(candidate) >= from && moment > moments[order.index()]) {
                        next[order.index()] = Math.min(next[order.index()], moment);
                    }
                }
            }
        }
        List<long[]> bounds = new ArrayList<>();
        for (int order = 0; order < orders; order++) {
            if (next[order] < Long.MAX_VALUE && !isCovered(order, next, moments)) {
                long[] bound = moments.clone();
                bound[order] = next[order];
                bounds.add(bound);
            }
        }
        return bounds;
    }

    /** Whether a later repeat has to move on as well, so that it is enough to move that one. */
    private boolean isCovered(int order, long[] next, long[] moments) {
        for (int[] pair : ranks) {
            if (pair[0] == order
                    && moments[pair[1]] == moments[order]
                    && next[pair[1]] <= next[order]) {
                return true;
            }
        }
        return false;
    }
}
