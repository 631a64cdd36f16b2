package az.qalxan.engines.detection;

/** An event and the log that it is of. */
public record SourcedEvent(EventSource source, FieldEvent event) {}
