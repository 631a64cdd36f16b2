package az.qalxan.engines.detection.format;

/** Finds where events end in the bytes of a stream; for one stream. */
interface Cutter {

    /** The format of the next events. */
    EventFormat format();

    /**
     * Adds events to the block, with bytes that stay as they are.
     *
     * @param bytes what was read and not yet used, until an index
     * @param last whether nothing follows; then all has to be used
     * @return how many of the bytes are used; none where no event ends in them
     */
    int cut(byte[] bytes, int filled, boolean last, EventBlock block);

    /** Counts an event that is not cut out of the bytes, and returns its number. */
    long skip();
}
