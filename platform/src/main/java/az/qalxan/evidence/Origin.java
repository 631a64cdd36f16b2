package az.qalxan.evidence;

import java.time.Instant;

/**
 * Where an exhibit comes from.
 *
 * @param from whose hands it was in, or which service held it
 * @param place where it was taken
 * @param reference the record, order, request or report that it came with; may be empty
 * @param at when it came
 */
public record Origin(OriginKind kind, String from, String place, String reference, Instant at) {}
