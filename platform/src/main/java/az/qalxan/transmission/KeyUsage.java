package az.qalxan.transmission;

import java.util.Locale;

/** What a key is for. */
public enum KeyUsage {
    /** Proves who calls on the peers' port. */
    TLS,
    /** Signs messages and receipts. */
    SIGN,
    /** Signs and opens e-mail by S/MIME (RFC 8551). */
    SMIME,
    /** Signs and opens e-mail by OpenPGP (RFC 9580, RFC 3156). */
    OPENPGP;

    /** The name in tables and messages. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static KeyUsage of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether another instance is known by such a key. */
    boolean ofPeers() {
        return this == TLS || this == SIGN;
    }
}
