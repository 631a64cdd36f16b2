package az.qalxan.engines.detection.format;

import az.qalxan.engines.detection.JsonReader;

/**
 * JSON objects.
 *
 * @param catalogue of one dialect, or of all that can be told by their marks
 */
record JsonFormat(String name, LogCatalogue catalogue) implements EventFormat {

    @Override
    public boolean json() {
        return true;
    }

    @Override
    public boolean line() {
        return false;
    }

    @Override
    public EventReader reader() {
        return new JsonReader();
    }
}
