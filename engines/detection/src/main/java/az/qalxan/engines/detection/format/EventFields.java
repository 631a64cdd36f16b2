package az.qalxan.engines.detection.format;

import az.qalxan.engines.detection.BadEvent;

/** An event that can tell its fields, as often as it is asked. */
public interface EventFields {

    /**
     * Tells the sink of every value.
     *
     * @throws BadEvent where there is no event; the sink may have been told of values before
     */
    void tell(EventSink sink) throws BadEvent;
}
