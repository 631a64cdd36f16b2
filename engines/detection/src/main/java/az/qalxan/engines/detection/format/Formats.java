package az.qalxan.engines.detection.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The formats that can be read. */
public final class Formats {

    /** One JSON object an event; the fields tell which program wrote it. */
    public static final EventFormat NDJSON = new JsonFormat("ndjson", LogCatalogue.marked());

    private static final Map<String, EventFormat> BY_NAME = byName();

    private Formats() {}

    private static Map<String, EventFormat> byName() {
        Map<String, EventFormat> formats = new LinkedHashMap<>();
        List<EventFormat> all = new ArrayList<>(List.of(NDJSON));
        for (String dialect : List.of("suricata", "ecs", "ocsf", "cloudtrail")) {
            all.add(new JsonFormat(dialect, LogCatalogue.of(dialect)));
        }
        all.forEach(one -> formats.put(one.name(), one));
        return formats;
    }

    /** The format of the name, in any case. */
    public static Optional<EventFormat> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    /** All names, in the order in which they are shown. */
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /** Every format there is. */
    public static List<EventFormat> all() {
        return List.copyOf(BY_NAME.values());
    }
}
