package az.qalxan.engines.threatintel.cap;

import java.time.OffsetDateTime;

/** An earlier message, by sender, identifier and when it was sent. */
public record CapReference(String sender, String identifier, OffsetDateTime sent) {}
