package az.qalxan.engines.detection;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names that Windows' own logs have for what rules know by Sysmon's names. */
final class WindowsFields {

    /** Security 4688, a process was made; Sysmon tells the same as event 1. */
    private static final Map<String, String> PROCESS =
            Map.of(
                    "NewProcessName", "Image",
                    "ParentProcessName", "ParentImage",
                    "NewProcessId", "ProcessId",
                    "SubjectUserName", "User");

    /** Security 5156, a connection was allowed; Sysmon tells the same as event 3. */
    private static final Map<String, String> CONNECTION =
            Map.of(
                    "Application", "Image",
                    "SourceAddress", "SourceIp",
                    "DestAddress", "DestinationIp",
                    "DestPort", "DestinationPort");

    private WindowsFields() {}

    /** The names that are read although no rule may ask for them. */
    static Set<String> read() {
        Set<String> names = new HashSet<>(PROCESS.keySet());
        names.addAll(CONNECTION.keySet());
        return names;
    }

    static FieldEvent completed(FieldEvent event, String channel, String eventId) {
        if (!channel.equalsIgnoreCase("Security")) {
            return event;
        }
        return switch (eventId) {
            case "4688" -> with(event, PROCESS);
            case "5156" -> with(event, CONNECTION);
            default -> event;
        };
    }

    /** The same for an event whose fields are in slots. */
    static void complete(SlottedEvent event, String channel, String eventId) {
        if (!channel.equalsIgnoreCase("Security")) {
            return;
        }
        Map<String, String> names =
                switch (eventId) {
                    case "4688" -> PROCESS;
                    case "5156" -> CONNECTION;
                    default -> Map.of();
                };
        names.forEach(event::repeat);
    }

    private static FieldEvent with(FieldEvent event, Map<String, String> names) {
        FieldEvent.Building more = new FieldEvent.Building().line(event.line());
        for (String field : event.fields()) {
            event.values(field).forEach(value -> more.add(field, value));
            String other = names.get(field);
            if (other != null && event.values(other).isEmpty()) {
                event.values(field).forEach(value -> more.add(other, value));
            }
        }
        return more.build();
    }
}
