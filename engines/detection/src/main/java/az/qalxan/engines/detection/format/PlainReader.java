package az.qalxan.engines.detection.format;

import az.qalxan.engines.detection.BadEvent;

/** Lines of which nothing is known: only words are looked for. */
final class PlainReader extends TextReader {

    private static final byte[] MESSAGE = ascii("message");

    @Override
    void event() throws BadEvent {
        if (in.done()) {
            throw in.bad("an event is a line of text");
        }
        tell(MESSAGE, in.at, in.end);
    }
}
