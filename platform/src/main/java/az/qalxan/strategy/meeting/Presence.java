package az.qalxan.strategy.meeting;

import java.time.Instant;
import java.util.UUID;

/** Somebody came or left; {@code standIn} is who sits there instead, empty if nobody. */
record Presence(UUID seat, boolean arrived, String standIn, Instant at) {}
