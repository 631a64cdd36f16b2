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

    static final EventFormat XML = new TextFormat("xml", LogCatalogue.EMPTY, false, XmlReader::new);
    static final EventFormat AUDITD = TextFormat.of("auditd", AuditReader::new);
    static final EventFormat ACCESS = TextFormat.of("access", AccessReader::new);
    static final EventFormat CEF = TextFormat.of("cef", CefReader::new);
    static final EventFormat LEEF = TextFormat.of("leef", LeefReader::new);
    static final EventFormat PLAIN = TextFormat.of("plain", PlainReader::new);

    /** Messages of many programs, some of which are of other formats. */
    static final EventFormat SYSLOG =
            new TextFormat("syslog", LogCatalogue.marked(), true, SyslogReader::new);

    /** What Zeek writes where it is told to write JSON. */
    static final EventFormat ZEEK_JSON = new JsonFormat("zeek", LogCatalogue.of("zeek"));

    /** Each event tells its format by its first bytes. */
    public static final EventFormat AUTO = new AutoFormat();

    private static final Map<String, EventFormat> BY_NAME = byName();

    private Formats() {}

    private static Map<String, EventFormat> byName() {
        Map<String, EventFormat> formats = new LinkedHashMap<>();
        List<EventFormat> all = new ArrayList<>(List.of(AUTO, NDJSON));
        for (String dialect : List.of("suricata", "ecs", "ocsf", "cloudtrail")) {
            all.add(new JsonFormat(dialect, LogCatalogue.of(dialect)));
        }
        all.addAll(List.of(XML, AUDITD, SYSLOG, TableFormat.ZEEK, TableFormat.W3C, ACCESS));
        all.addAll(List.of(CEF, LEEF, PLAIN));
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
