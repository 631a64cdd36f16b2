package az.qalxan.engines.detection.indicator;

/** What an indicator is the value of. */
public enum IndicatorKind {
    MD5,
    SHA1,
    SHA256,
    SHA512,
    /** A name and everything below it. */
    DOMAIN,
    /** A name alone. */
    HOST,
    /** A URL, whatever its scheme. */
    URL,
    /** An IP address, or all addresses of a prefix. */
    NETWORK,
    EMAIL;

    private static final int[] DIGITS = {32, 40, 64, 128};

    /** How many hexadecimal digits a digest has; 0 where it is none. */
    int digits() {
        return ordinal() < DIGITS.length ? DIGITS[ordinal()] : 0;
    }
}
