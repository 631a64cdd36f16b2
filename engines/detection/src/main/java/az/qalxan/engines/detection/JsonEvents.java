package az.qalxan.engines.detection;

import az.qalxan.engines.detection.JsonValue.Items;
import az.qalxan.engines.detection.JsonValue.Leaf;
import az.qalxan.engines.detection.JsonValue.Members;
import java.util.List;
import java.util.Map;

/**
 * Events written as JSON objects, in the shapes that Windows' events are usually kept in (as of an
 * EVTX file, flat, or under {@code winlog}), and otherwise with the path of every value as its
 * field.
 */
public final class JsonEvents {


    private final EventSource otherwise;

    /**
     * @param otherwise what an event is of that does not tell itself
     */
    public JsonEvents(EventSource otherwise) {
        this.otherwise = otherwise;
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
        if (!(JsonReading.read(json, from, until) instanceof Members root)) {
            throw new BadEvent(from + 1, "an event is an object");
        }
        FieldEvent.Building fields = new FieldEvent.Building();
        Members event = root.below("Event");
        if (event.has("System")) {
            evtx(event, fields);
        } else if (root.has("winlog")) {
            winlog(root, fields);
        } else {
            root.members().forEach((key, values) -> flatten(key, values, fields));
            section(root.below("EventData"), fields);
        }
        return sourced(fields.build());
    }

    private SourcedEvent sourced(FieldEvent event) {
        String channel = first(event, "Channel");
        if (channel.isEmpty()) {
            return new SourcedEvent(otherwise, event);
        }
        String eventId = first(event, "EventID");
        EventSource source = WindowsLogs.source(channel, eventId);
        return new SourcedEvent(source, WindowsFields.completed(event, channel, eventId));
    }

    static String first(LogEvent event, String field) {
        List<EventValue> values = event.values(field);
        return values.isEmpty() ? "" : values.getFirst().shown();
    }

    /** {@code Event.System}, {@code Event.EventData} and {@code Event.UserData}. */
    private static void evtx(Members event, FieldEvent.Building fields) {
        event.below("System")
                .members()
                .forEach((name, values) -> values.forEach(value -> system(name, value, fields)));
        section(event.below("EventData"), fields);
        event.below("UserData")
                .members()
                .values()
                .forEach(
                        values ->
                                values.forEach(
                                        value -> {
                                            if (value instanceof Members inner) {
                                                section(inner, fields);
                                            }
                                        }));
    }

    private static void system(String name, JsonValue value, FieldEvent.Building fields) {
        if (value instanceof Leaf leaf) {
            fields.add(name, leaf.value());
        } else if (value instanceof Members members) {
            flatten(name, members.members().getOrDefault("#text", List.of()), fields);
            members.below("#attributes")
                    .members()
                    .forEach((key, values) -> flatten(name + "_" + key, values, fields));
        }
    }

    /** A field has the name without its spaces (Sigma 2.1.0, "Field usage"). */
    private static void section(Members section, FieldEvent.Building fields) {
        section.members()
                .forEach(
                        (key, values) -> {
                            if (!key.startsWith("#") && !key.startsWith("xmlns")) {
                                flatten(key.replace(" ", ""), values, fields);
                            }
                        });
    }

    /** Beats' shape: the event's own values under {@code winlog}, others beside it. */
    private static void winlog(Members root, FieldEvent.Building fields) {
        Members winlog = root.below("winlog");
        root.members().forEach((key, values) -> flatten(key, values, fields));
        rename(winlog, "channel", "Channel", fields);
        rename(winlog, "event_id", "EventID", fields);
        rename(winlog, "provider_name", "Provider_Name", fields);
        rename(winlog, "computer_name", "Computer", fields);
        section(winlog.below("event_data"), fields);
        section(winlog.below("user_data"), fields);
    }

    private static void rename(Members in, String from, String to, FieldEvent.Building fields) {
        flatten(to, in.members().getOrDefault(from, List.of()), fields);
    }

    private static void flatten(
            String path, List<JsonValue> values, FieldEvent.Building fields) {
        for (JsonValue value : values) {
            switch (value) {
                case Leaf leaf -> fields.add(path, leaf.value());
                case Items items -> flatten(path, items.items(), fields);
                case Members members -> {
                    String text = members.has("#text") ? path : "";
                    for (Map.Entry<String, List<JsonValue>> one : members.members().entrySet()) {
                        boolean itself = !text.isEmpty() && one.getKey().equals("#text");
                        flatten(itself ? text : path + "." + one.getKey(), one.getValue(), fields);
                    }
                }
            }
        }
    }
}
