package az.qalxan.engines.threatintel.pattern;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Gives observations to slots, each as often as it was observed, so that every slot has as many as
 * it asks for: a flow through a graph of slots and observations.
 */
final class Flow {

    private final List<Slot> slots;
    private final List<int[]> allowed;
    private final Times times;
    private final Budget budget;

    /** How often each observation is still free. */
    private final long[] free;

    /** Which slots have how many of an observation. */
    private final List<TreeMap<Integer, Long>> holders = new ArrayList<>();

    private final int[] slotFrom;
    private final int[] observationFrom;

    Flow(List<Slot> slots, List<int[]> allowed, Times times, Budget budget) {
        this.slots = slots;
        this.allowed = allowed;
        this.times = times;
        this.budget = budget;
        free = new long[times.size()];
        for (int i = 0; i < free.length; i++) {
            free[i] = times.number(i);
            holders.add(new TreeMap<>());
        }
        slotFrom = new int[slots.size()];
        observationFrom = new int[free.length];
    }

    /** Empty when every slot is served; else slots that have too few observations among them. */
    List<Slot> serve() throws TooLarge {
        for (int s = 0; s < slots.size(); s++) {
            long missing = slots.get(s).demand();
            while (missing > 0) {
                int end = search(s);
                if (end < 0) {
                    return reached();
                }
                missing -= push(s, end, missing);
            }
        }
        return List.of();
    }

    /** The observations that are given away. */
    int[] given() {
        int[] given = new int[free.length];
        int count = 0;
        for (int i = 0; i < free.length; i++) {
            if (free[i] < times.number(i)) {
                given[count++] = i;
            }
        }
        return Arrays.copyOf(given, count);
    }

    /** A free observation that can be reached from the slot; negative if there is none. */
    private int search(int from) throws TooLarge {
        Arrays.fill(slotFrom, -1);
        Arrays.fill(observationFrom, -1);
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(from));
        slotFrom[from] = from;
        while (!queue.isEmpty()) {
            int slot = queue.poll();
            budget.spend(allowed.get(slot).length + 1L);
            for (int observation : allowed.get(slot)) {
                if (observationFrom[observation] >= 0) {
                    continue;
                }
                observationFrom[observation] = slot;
                if (free[observation] > 0) {
                    return observation;
                }
                for (int holder : holders.get(observation).keySet()) {
                    if (slotFrom[holder] < 0) {
                        slotFrom[holder] = observation;
                        queue.add(holder);
                    }
                }
            }
        }
        return -1;
    }

    private List<Slot> reached() {
        List<Slot> reached = new ArrayList<>();
        for (int s = 0; s < slotFrom.length; s++) {
            if (slotFrom[s] >= 0) {
                reached.add(slots.get(s));
            }
        }
        return reached;
    }

    private long push(int from, int end, long wanted) {
        long amount = Math.min(wanted, free[end]);
        for (int slot = observationFrom[end];
                slot != from;
                slot = observationFrom[slotFrom[slot]]) {
            amount = Math.min(amount, holders.get(slotFrom[slot]).getOrDefault(slot, 0L));
        }
        free[end] -= amount;
        int observation = end;
        while (true) {
            int slot = observationFrom[observation];
            holders.get(observation).merge(slot, amount, Long::sum);
            if (slot == from) {
                return amount;
            }
            observation = slotFrom[slot];
            release(observation, slot, amount);
        }
    }

    private void release(int observation, int slot, long amount) {
        TreeMap<Integer, Long> held = holders.get(observation);
        long left = held.getOrDefault(slot, 0L) - amount;
        if (left == 0) {
            held.remove(slot);
        } else {
            held.put(slot, left);
        }
    }
}
