package az.qalxan.engines.detection.format;

/** A way in which events are written; shared by threads. */
public interface EventFormat {

    /** As the command line calls it. */
    String name();

    /** Whether an event is one JSON object; a detector walks through those by itself. */
    boolean json();

    /** Whether words are looked for in the event's text as it stands, beside its values. */
    boolean line();

    /** A new reader, for one thread. */
    EventReader reader();

    /** What log an event is of, told by its fields, and further names of these. */
    LogCatalogue catalogue();

    /** The format of this very event, where that is left to its bytes. */
    default EventFormat of(byte[] bytes, int from, int until) {
        return this;
    }
}
