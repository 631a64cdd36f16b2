package az.qalxan.engines.detection.correlation;

import java.util.Arrays;

/** Groups by a moment each, the least on top; a group may stand in it several times. */
final class DueHeap {

    private static final int FIRST = 16;

    private long[] due = new long[FIRST];
    private GroupState[] states = new GroupState[FIRST];
    private int size;

    /** Whether an entry still says something. */
    interface Standing {
        boolean holds(long moment, GroupState state);
    }

    int size() {
        return size;
    }

    /** The least moment, or {@link Moments#END} where there is none. */
    long first() {
        return size == 0 ? Moments.END : due[0];
    }

    long due(int index) {
        return due[index];
    }

    GroupState at(int index) {
        return states[index];
    }

    void push(long moment, GroupState state) {
        if (size == due.length) {
            due = Arrays.copyOf(due, 2 * size);
            states = Arrays.copyOf(states, 2 * size);
        }
        up(size++, moment, state);
    }

    /** Takes the top out. */
    GroupState pop() {
        GroupState top = states[0];
        size--;
        GroupState moved = states[size];
        Arrays.fill(states, size, size + 1, null);
        if (size > 0) {
            down(0, due[size], moved);
        }
        return top;
    }

    /** Leaves out what does not hold of its moment and group. */
    void keep(Standing standing) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (standing.holds(due[i], states[i])) {
                due[kept] = due[i];
                states[kept++] = states[i];
            }
        }
        Arrays.fill(states, kept, size, null);
        size = kept;
        for (int i = size / 2 - 1; i >= 0; i--) {
            down(i, due[i], states[i]);
        }
    }

    private void up(int from, long moment, GroupState state) {
        int index = from;
        while (index > 0 && due[(index - 1) / 2] > moment) {
            int above = (index - 1) / 2;
            due[index] = due[above];
            states[index] = states[above];
            index = above;
        }
        due[index] = moment;
        states[index] = state;
    }

    private void down(int from, long moment, GroupState state) {
        int index = from;
        while (2 * index + 1 < size) {
            int below = 2 * index + 1;
            if (below + 1 < size && due[below + 1] < due[below]) {
                below++;
            }
            if (due[below] >= moment) {
                break;
            }
            due[index] = due[below];
            states[index] = states[below];
            index = below;
        }
        due[index] = moment;
        states[index] = state;
    }
}
