package az.qalxan.engines.threatintel.pattern;

/**
 * Why something is not observed data that can be judged, or why one of its values cannot be.
 *
 * @param id the identifier of the object, or its place
 * @param words what is wrong
 */
public record ObservationFault(String id, String words) {}
