package az.qalxan.engines.threatintel.cap;

/**
 * What is wrong with a warning.
 *
 * @param line from 1; 0 where there is none
 * @param element the name of the element
 */
public record CapFault(int line, String element, String words) {}
