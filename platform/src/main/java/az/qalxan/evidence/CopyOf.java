package az.qalxan.evidence;

/**
 * That an exhibit was made from another one.
 *
 * @param purpose last part of the message key {@code evidence.copy.<purpose>}
 */
public record CopyOf(ExhibitId source, String purpose) {}
