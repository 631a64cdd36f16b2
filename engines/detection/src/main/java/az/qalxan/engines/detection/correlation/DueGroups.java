package az.qalxan.engines.detection.correlation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups by the watermark at which they are due. A group that has a new event is due soon and
 * stands in a small heap of its likes; one that has none is due when it may be forgotten, far away,
 * and is asked again only then, however many events it has had: what stands here is never later
 * than when it is really due. So an event costs a place among those that wait and not one among all
 * groups.
 */
final class DueGroups {

    /** So many of the first are compared when one has to go. */
    private static final int COMPARED = 8;

    /** So many entries that mean nothing any more are always borne. */
    private static final int STALE_MIN = 64;

    private final DueHeap near = new DueHeap();
    private final DueHeap far = new DueHeap();
    private int stale;

    /** No group is due before it. */
    long first() {
        return Math.min(near.first(), far.first());
    }

    /** Puts the group, which has a new event, where it belongs now. */
    void put(GroupState state) {
        if (!state.hurries()) {
            putBack(state);
            return;
        }
        long moment = state.dueNanos();
        if (isSooner(moment, state)) {
            stale += state.near == Moments.END ? 0 : 1;
            state.near = moment;
            near.push(moment, state);
            tidy();
        }
    }

    /** Puts a group back that has gone on, or has time. */
    void putBack(GroupState state) {
        long moment = state.dueNanos();
        if (isSooner(moment, state)) {
            stale += state.far == Moments.END ? 0 : 1;
            state.far = moment;
            far.push(moment, state);
        }
    }

    private static boolean isSooner(long moment, GroupState state) {
        long known = Math.min(state.near, state.far);
        return moment < known || known == Moments.END;
    }

    /** Takes out the next group that is due at the watermark; none where none is. */
    @Nullable GroupState next(long stream) {
        while (near.size() + far.size() > 0 && first() <= stream) {
            GroupState state = pop(nearIsNext() ? near : far);
            if (state != null) {
                if (state.dueNanos() <= stream) {
                    return state;
                }
                putBack(state);
            }
        }
        return null;
    }

    private boolean nearIsNext() {
        return near.size() > 0 && (far.size() == 0 || near.first() <= far.first());
    }

    /** The group on top, taken out; none where what stood there means nothing any more. */
    private @Nullable GroupState pop(DueHeap heap) {
        boolean holds = holds(heap, heap.first(), heap.at(0));
        GroupState state = heap.pop();
        if (!holds) {
            stale--;
            return null;
        }
        if (heap == near) {
            state.near = Moments.END;
        } else {
            state.far = Moments.END;
        }
        return state;
    }

    private boolean holds(DueHeap heap, long moment, GroupState state) {
        return !state.forgotten && moment == (heap == near ? state.near : state.far);
    }

    void forget(GroupState state) {
        stale += (state.near == Moments.END ? 0 : 1) + (state.far == Moments.END ? 0 : 1);
        state.forgotten = true;
        tidy();
    }

    /** Forgotten groups must not stay in memory for what is said of them here. */
    private void tidy() {
        if (stale > STALE_MIN + (near.size() + far.size()) / 2) {
            sweep();
        }
    }

    private void sweep() {
        near.keep((moment, state) -> holds(near, moment, state));
        far.keep((moment, state) -> holds(far, moment, state));
        stale = 0;
    }

    /** Among those without an event for longest the smallest; what is in use stays. */
    @Nullable GroupState expendable(GroupState inUse) {
        while (far.size() > 0 && far.first() < far.at(0).dueNanos()) {
            GroupState state = pop(far);
            if (state != null) {
                putBack(state);
            }
        }
        GroupState found = smallest(inUse);
        if (found == null) {
            sweep();
            found = smallest(inUse);
        }
        return found;
    }

    private @Nullable GroupState smallest(GroupState inUse) {
        GroupState found = null;
        int compared = 0;
        for (DueHeap heap : List.of(far, near)) {
            for (int i = 0; i < heap.size() && compared < COMPARED; i++) {
                GroupState one = heap.at(i);
                if (one != inUse && holds(heap, heap.due(i), one)) {
                    compared++;
                    found = found == null || one.size() < found.size() ? one : found;
                }
            }
        }
        return found;
    }
}
