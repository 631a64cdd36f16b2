package az.qalxan.monitoring;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as people read it.
 *
 * @param taken when it was taken
 * @param text as it was written; JSON is indented
 */
record EventView(UUID id, UUID source, Instant at, Instant taken, String text) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int CHARS_MAX = 100_000;
    private static final int SHORT_CHARS = 240;

    static EventView of(EventArchive.Kept event) {
        String text = new String(event.raw(), StandardCharsets.UTF_8);
        return new EventView(
                event.id(), event.source(), event.at(), EventIds.moment(event.id()), shown(text));
    }

    private static String shown(String text) {
        String whole = text;
        if (text.startsWith("{")) {
            try {
                whole =
                        JSON.writerWithDefaultPrettyPrinter()
                                .writeValueAsString(JSON.readTree(text));
            } catch (JacksonException e) {
                whole = text;
            }
        }
        return whole.length() > CHARS_MAX ? whole.substring(0, CHARS_MAX) + "…" : whole;
    }

    /** Its beginning in one line. */
    String brief() {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > SHORT_CHARS ? line.substring(0, SHORT_CHARS) + "…" : line;
    }
}
