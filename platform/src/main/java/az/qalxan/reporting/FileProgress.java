package az.qalxan.reporting;

import java.util.UUID;

/**
 * How far an import is.
 *
 * @param state checked, running, paused, done or dropped
 * @param rows rows of the file
 * @param wrong rows that are left out
 * @param done rows that are behind us, right or wrong
 * @param stored reports stored
 */
public record FileProgress(UUID id, String state, int rows, int wrong, int done, int stored) {}
