package az.qalxan.engines.detection.correlation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Groups by the watermark at which they are due: a heap in which each knows its place. */
final class DueGroups {

    private static final int FIRST = 16;

    /** So many of the first are compared when one has to go. */
    private static final int COMPARED = 8;

    private long[] due = new long[FIRST];
    private GroupState[] states = new GroupState[FIRST];
    private int size;

    int size() {
        return size;
    }

    /** The least watermark at which one is due. */
    long first() {
        return size == 0 ? Moments.END : due[0];
    }

    GroupState top() {
        return states[0];
    }

    GroupState at(int index) {
        return states[index];
    }

    /** Puts the group where it belongs now. */
    void put(GroupState state) {
        long moment = state.dueNanos();
        if (state.place < 0) {
            if (size == due.length) {
                due = Arrays.copyOf(due, 2 * size);
                states = Arrays.copyOf(states, 2 * size);
            }
            set(size, moment, state);
            size++;
        } else if (due[state.place] == moment) {
            return;
        } else {
            due[state.place] = moment;
        }
        up(state.place);
        down(state.place);
    }

    void remove(GroupState state) {
        int hole = state.place;
        state.place = -1;
        size--;
        if (hole < size) {
            set(hole, due[size], states[size]);
            up(hole);
            down(states[hole].place);
        }
        Arrays.fill(states, size, size + 1, null);
    }

    /** Among those without an event for longest the smallest; what is in use stays. */
    @Nullable GroupState expendable(GroupState inUse) {
        GroupState found = null;
        for (int i = 0; i < Math.min(size, COMPARED); i++) {
            GroupState one = states[i];
            if (one != inUse && (found == null || one.size() < found.size())) {
                found = one;
            }
        }
        return found;
    }

    private void set(int index, long moment, GroupState state) {
        due[index] = moment;
        states[index] = state;
        state.place = index;
    }

    private void up(int from) {
        int index = from;
        long moment = due[index];
        GroupState state = states[index];
        while (index > 0 && due[(index - 1) / 2] > moment) {
            int above = (index - 1) / 2;
            set(index, due[above], states[above]);
            index = above;
        }
        set(index, moment, state);
    }

    private void down(int from) {
        int index = from;
        long moment = due[index];
        GroupState state = states[index];
        while (2 * index + 1 < size) {
            int below = 2 * index + 1;
            if (below + 1 < size && due[below + 1] < due[below]) {
                below++;
            }
            if (due[below] >= moment) {
                break;
            }
            set(index, due[below], states[below]);
            index = below;
        }
        set(index, moment, state);
    }
}
