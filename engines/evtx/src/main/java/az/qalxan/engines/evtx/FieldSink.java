package az.qalxan.engines.evtx;

/** Receives the values of an event one by one. */
public interface FieldSink {

    /**
     * One value, in the order of the event.
     *
     * @param path where it stands below the event: {@code System/EventID}, {@code
     *     System/Provider@Name}, {@code EventData/CommandLine}; a reader gives the same string for
     *     the same place
     * @param value what stands there, which may be asked during the call only
     */
    void field(String path, FieldValue value);
}
