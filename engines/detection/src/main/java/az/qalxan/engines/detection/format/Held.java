package az.qalxan.engines.detection.format;

/**
 * Bytes of a stream that no event was made of yet.
 *
 * @param from the first of them
 * @param seen before it nothing ended when the same cutter looked last; it need not look again
 * @param until behind the last of them
 * @param last whether nothing follows; then all has to be used
 */
record Held(byte[] bytes, int from, int seen, int until, boolean last) {

    /** Where to go on looking for an end in what begins at an index. */
    int unseen(int at) {
        return Math.max(at, seen);
    }
}
