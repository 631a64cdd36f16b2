package az.qalxan.assets;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What money can lie in or come from. */
public enum HoldingKind {
    /** The person whose money it was: where a trail begins. */
    VICTIM,
    /** A bank account, named by its IBAN. */
    ACCOUNT,
    CARD,
    /** An address on a chain. */
    WALLET,
    /** An account of a payment service, named by its phone number. */
    E_WALLET,
    /** A till, a terminal or a cash machine: money that left the accounts. */
    CASH_DESK;

    /** The name in the database and the interface; message key {@code assets.kind.<code>}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The kind of that code.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static HoldingKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
