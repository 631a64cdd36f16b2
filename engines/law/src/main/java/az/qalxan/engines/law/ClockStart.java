package az.qalxan.engines.law;

/** What sets a clock going. */
public enum ClockStart {
    RECEIPT,
    /** The measure took effect. */
    EFFECT,
    /** The order was made. */
    ORDER,
    /** The order was served on the provider. */
    SERVICE,
    CONFIRMATION
}
