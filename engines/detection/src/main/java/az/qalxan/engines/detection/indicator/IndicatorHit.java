package az.qalxan.engines.detection.indicator;

import az.qalxan.engines.detection.MatchedValue;

/**
 * That an event holds an indicator's value.
 *
 * @param indicator its value is as it was found: a network or a name may hold more than the part of
 *     the event
 * @param where the field, its text, and the part of it
 */
public record IndicatorHit(ThreatIndicator indicator, MatchedValue where) {}
