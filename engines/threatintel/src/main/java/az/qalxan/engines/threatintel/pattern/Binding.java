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
 * some slots have too few observations among them, and one of the moments that hold these slots
 * back has to move on. So the search is exact, and bounded by a budget.
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
            Flow flow = flow(bound, true);
            List<Slot> tooFew = flow.serve();
            if (tooFew.isEmpty()) {
                return flow.given();
            }
            if (flow(bound, false).serve().isEmpty()) {
                open.addAll(later(tooFew, bound));
            }
        }
        return null;
    }

    /** A flow at those moments, or at any later ones. */
    private Flow flow(long[] moments, boolean held) throws TooLarge {
        budget.spend(times.size());
        List<int[]> allowed = new ArrayList<>();
        for (Slot slot : slots) {
            long latest = held ? until(slot, moments) : Long.MAX_VALUE;
            allowed.add(allowed(slot, moments, latest));
        }
        return new Flow(slots, allowed, times, budget);
    }

    /** Moves moments on to the earliest that each slot alone allows; false if there are none. */
    private boolean raise(long[] moments) throws TooLarge {
        boolean changed = true;
        while (changed) {
            changed = raiseByRank(moments);
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

    private boolean raiseByRank(long[] moments) {
        boolean changed = false;
        for (int[] pair : ranks) {
            if (moments[pair[1]] < moments[pair[0]]) {
                moments[pair[1]] = moments[pair[0]];
                changed = true;
            }
        }
        return changed;
    }

    private static long from(Slot slot, long[] moments) {
        long from = Times.NEVER;
        for (TimeOrder order : slot.after()) {
            from = Math.max(from, moments[order.index()]);
        }
        return from;
    }

    private static long until(Slot slot, long[] moments) {
        long until = Long.MAX_VALUE;
        for (TimeOrder order : slot.before()) {
            until = Math.min(until, moments[order.index()] + order.slack());
        }
        return until;
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

    private int[] allowed(Slot slot, long[] moments, long latest) {
        long from = from(slot, moments);
        return IntStream.of(slot.candidates())
                .filter(i -> times.last(i) >= from && times.first(i) <= latest)
                .toArray();
    }

    /**
     * Bounds of which one holds for every answer above this bound: one of the slots has to get a
     * candidate more, for which every moment that holds the slot back has to move on.
     */
    private List<long[]> later(List<Slot> tooFew, long[] moments) throws TooLarge {
        List<long[]> bounds = new ArrayList<>();
        for (Slot slot : tooFew) {
            budget.spend(slot.candidates().length + (long) orders * (bounds.size() + 1));
            long next = next(slot, moments);
            if (next < Long.MAX_VALUE) {
                long[] bound = moments.clone();
                for (TimeOrder order : slot.before()) {
                    bound[order.index()] = Math.max(bound[order.index()], next - order.slack());
                }
                raiseByRank(bound);
                addIfLowest(bounds, bound);
            }
        }
        return bounds;
    }

    /** When the next candidate begins that the slot does not have yet. */
    private long next(Slot slot, long[] moments) {
        long from = from(slot, moments);
        long until = until(slot, moments);
        long next = Long.MAX_VALUE;
        for (int candidate : slot.candidates()) {
            if (times.last(candidate) >= from && times.first(candidate) > until) {
                next = Math.min(next, times.first(candidate));
            }
        }
        return next;
    }

    /** A bound above another one tells nothing more. */
    private static void addIfLowest(List<long[]> bounds, long[] bound) {
        for (long[] other : bounds) {
            if (isBelow(other, bound)) {
                return;
            }
        }
        bounds.removeIf(other -> isBelow(bound, other));
        bounds.add(bound);
    }

    private static boolean isBelow(long[] one, long[] other) {
        for (int i = 0; i < one.length; i++) {
            if (one[i] > other[i]) {
                return false;
            }
        }
        return true;
    }
}
