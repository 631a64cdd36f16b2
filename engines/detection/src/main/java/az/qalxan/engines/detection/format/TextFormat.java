package az.qalxan.engines.detection.format;

import java.util.function.Supplier;

/**
 * A format whose events are text and all read alike.
 *
 * @param line whether an event is a line that people read, so that its text is searched for words
 */
record TextFormat(String name, LogCatalogue catalogue, boolean line, Supplier<EventReader> readers)
        implements EventFormat {

    /** A format of lines with a dialect of its own in the catalogue. */
    static TextFormat of(String name, Supplier<EventReader> readers) {
        return new TextFormat(name, LogCatalogue.of(name), true, readers);
    }

    @Override
    public boolean json() {
        return false;
    }

    @Override
    public EventReader reader() {
        return readers.get();
    }
}
