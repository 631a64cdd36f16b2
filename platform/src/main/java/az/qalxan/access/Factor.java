package az.qalxan.access;

import java.util.Locale;

/** Something that proves who signs in. */
enum Factor {
    PASSWORD,
    TOTP,
    PASSKEY,
    RECOVERY_CODE,
    PROVIDER;

    /** The name in audit records and message keys. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name among Spring Security's authorities, as its own factors are written. */
    String authority() {
        return "FACTOR_" + name();
    }
}
