package az.qalxan.engines.detection.correlation;

import java.time.Instant;

/** Which event, and when it happened. */
public record EventMoment(Instant at, EventRef ref) {}
