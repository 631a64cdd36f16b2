package az.qalxan.transmission;

/**
 * A key ends soon, has ended, or was used where it may not be.
 *
 * @param owner a peer's code, an e-mail address, or {@code own}
 * @param reason message key {@code transmission.alarm.<reason>}
 */
public record KeyAlarm(String owner, String reason) {}
