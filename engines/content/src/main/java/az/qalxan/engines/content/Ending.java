package az.qalxan.engines.content;

/**
 * How a reading ended.
 *
 * @param whole whether everything was read that the limits allow
 * @param confined whether the process was without network and without writing
 * @param stopped how many times a process ended before its time and another went on without the
 *     part at which it had been
 */
public record Ending(boolean whole, boolean confined, int stopped) {}
