package az.qalxan.engines.threatintel.json;

/**
 * Where an element of an array begins in its text.
 *
 * @param index from 0
 * @param line from 1
 * @param column in bytes, from 1
 */
public record ElementPlace(long index, long line, long column) {}
