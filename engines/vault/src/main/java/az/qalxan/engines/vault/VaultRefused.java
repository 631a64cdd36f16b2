package az.qalxan.engines.vault;

import java.io.IOException;

/** Something that the vault cannot give or take, and why. */
public final class VaultRefused extends IOException {

    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Why {
        /** No such file, or no such intake. */
        ABSENT,
        /** The keys of the case were destroyed on purpose. */
        ERASED,
        /** Keys of the case, a seal or another record are lost or altered. */
        UNREADABLE,
        /** The master key that wraps the keys of the case is not in the ring. */
        NO_MASTER_KEY
    }

    private final Why why;

    VaultRefused(Why why, String what) {
        super(what + ": " + why);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
