package az.qalxan.engines.detection;

import az.qalxan.engines.detection.format.EventFields;
import az.qalxan.engines.detection.format.EventFormat;
import az.qalxan.engines.detection.format.LogCatalogue;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Events of any format with all of their fields; for one thread. */
public final class FormatEvents {

    private static final int FORMATS_MAX = 64;

    private final EventSource otherwise;
    private final Map<EventFormat, WrittenEvent> formats = new IdentityHashMap<>();

    /**
     * @param otherwise what an event is of that does not tell itself
     */
    public FormatEvents(EventSource otherwise) {
        this.otherwise = otherwise;
    }

    /**
     * The event that the bytes from one index until another are.
     *
     * @throws BadEvent where they are none
     */
    public SourcedEvent read(EventFormat format, byte[] bytes, int from, int until)
            throws BadEvent {
        EventFormat exactly = format.of(bytes, from, until);
        WrittenEvent written = written(exactly);
        written.is(bytes, from, until);
        return read(written, exactly.catalogue());
    }

    private WrittenEvent written(EventFormat format) {
        if (formats.size() > FORMATS_MAX) {
            formats.clear();
        }
        return formats.computeIfAbsent(format, WrittenEvent::new);
    }

    /** The event that tells its fields itself. */
    public SourcedEvent read(EventFields event, LogCatalogue catalogue) throws BadEvent {
        FieldEventSink sink = new FieldEventSink();
        event.tell(sink);
        return told(sink.fields().build(), catalogue);
    }

    private SourcedEvent told(FieldEvent event, LogCatalogue catalogue) {
        String channel = first(event, "Channel");
        if (channel.isEmpty()) {
            LogCatalogue.Told told = catalogue.of(event);
            return new SourcedEvent(told.source(otherwise), named(event, told.names()));
        }
        String eventId = first(event, "EventID");
        EventSource source = WindowsLogs.source(channel, eventId);
        return new SourcedEvent(source, WindowsFields.completed(event, channel, eventId));
    }

    private static FieldEvent named(FieldEvent event, List<LogCatalogue.FieldName> names) {
        FieldEvent.Building more = FieldEvent.Building.of(event);
        for (LogCatalogue.FieldName name : names) {
            if (more.values(name.name()).isEmpty()) {
                more.values(name.field()).forEach(value -> more.add(name.name(), value));
            }
        }
        return more.build();
    }

    private static String first(LogEvent event, String field) {
        List<EventValue> values = event.values(field);
        return values.isEmpty() ? "" : values.getFirst().shown();
    }
}
