package az.qalxan.monitoring;

/**
 * Whom or what an event speaks of.
 *
 * @param kind {@code host}, {@code user}, {@code ip}, {@code domain} or {@code hash}
 * @param value in small letters; of a user with its domain where the event tells it
 */
public record Entity(String kind, String value) {}
