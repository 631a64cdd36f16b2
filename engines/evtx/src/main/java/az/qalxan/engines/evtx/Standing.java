package az.qalxan.engines.evtx;

/** How a record was found. */
public enum Standing {
    /** Where the chunk keeps it. */
    IN_PLACE,
    /** By its own signature, because its surroundings are damaged. */
    CARVED,
    /** Behind the end of a chunk's records: the remainder of an older use of the space. */
    LEFTOVER
}
