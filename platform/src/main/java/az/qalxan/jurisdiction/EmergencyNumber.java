package az.qalxan.jurisdiction;

/**
 * A number to call when life or a child is in danger.
 *
 * @param verified whether the number was checked against an official source
 */
public record EmergencyNumber(String number, Words service, boolean verified) {}
