package az.qalxan.engines.ledger;

/**
 * Leaves from {@code start} on and before {@code end}. Any numbers may stand here, so that a
 * foreign range can be judged.
 */
public record LeafRange(long start, long end) {

    long size() {
        return end - start;
    }

    boolean isEmpty() {
        return start == end;
    }

    /** Whether the range is a subtree; the empty one is. */
    boolean isSubtree() {
        if (start < 0 || end < start) {
            return false;
        }
        if (isEmpty()) {
            return true;
        }
        long half = Long.highestOneBit(size());
        boolean whole = half == size();
        return whole ? start % half == 0 : half <= Long.MAX_VALUE / 2 && start % (2 * half) == 0;
    }
}
