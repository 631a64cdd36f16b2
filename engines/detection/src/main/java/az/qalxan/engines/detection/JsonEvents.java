package az.qalxan.engines.detection;

import az.qalxan.engines.detection.format.Formats;

/** Events written as JSON objects, with all of their fields; for one thread. */
public final class JsonEvents {

    private final FormatEvents events;

    /**
     * @param otherwise what an event is of that does not tell itself
     */
    public JsonEvents(EventSource otherwise) {
        events = new FormatEvents(otherwise);
    }

    /**
     * The event that the bytes are.
     *
     * @throws BadEvent where they are none
     */
    public SourcedEvent read(byte[] json) throws BadEvent {
        return read(json, 0, json.length);
    }

    /** The event that the bytes from one index until another are. */
    public SourcedEvent read(byte[] json, int from, int until) throws BadEvent {
        return events.read(Formats.NDJSON, json, from, until);
    }
}
