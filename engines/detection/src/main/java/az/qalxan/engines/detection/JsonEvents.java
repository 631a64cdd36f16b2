package az.qalxan.engines.detection;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Events written as JSON objects, with all of their fields. */
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
        FieldEvent.Building fields = new FieldEvent.Building();
        FieldSink sink =
                (name, nameEnd, kind, input, begin, end, _) ->
                        fields.add(
                                new String(name, 0, nameEnd, StandardCharsets.UTF_8),
                                EventValue.of(kind, input, begin, end));
        new JsonWalk(sink).read(json, from, until);
        FieldEvent event = fields.build();
        String channel = first(event, "Channel");
        if (channel.isEmpty()) {
            return new SourcedEvent(otherwise, event);
        }
        String eventId = first(event, "EventID");
        EventSource source = WindowsLogs.source(channel, eventId);
        return new SourcedEvent(source, WindowsFields.completed(event, channel, eventId));
    }

    private static String first(LogEvent event, String field) {
        List<EventValue> values = event.values(field);
        return values.isEmpty() ? "" : values.getFirst().shown();
    }
}
