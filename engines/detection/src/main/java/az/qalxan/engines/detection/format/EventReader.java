package az.qalxan.engines.detection.format;

import az.qalxan.engines.detection.BadEvent;

/** Reads one event after another of one format; for one thread. */
public interface EventReader {

    /**
     * Tells the sink of the event that the bytes from one index until another are.
     *
     * @throws BadEvent where they are none; the sink may have been told of values before
     */
    void read(byte[] bytes, int from, int until, EventSink sink) throws BadEvent;
}
