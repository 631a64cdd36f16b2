package az.qalxan.engines.detection.format;

/** Finds where events end in the bytes of a stream; for one stream. */
interface Cutter {

    /** The format of the next events. */
    EventFormat format();

    /**
     * Adds events to the block, with bytes that stay as they are.
     *
     * @return the index before which the bytes are used; the first where no event ends in them
     */
    int cut(Held held, EventBlock block);

    /** Counts an event that is not cut out of the bytes, and returns its number. */
    long skip();
}
