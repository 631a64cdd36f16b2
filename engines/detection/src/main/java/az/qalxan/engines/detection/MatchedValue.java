package az.qalxan.engines.detection;

/**
 * A value that made a rule hold.
 *
 * @param field empty where it is the event's line
 * @param value as text
 * @param span the part of it that the rule asked for; all of it where the rule asked for no part
 */
public record MatchedValue(String field, String value, Span span) {}
