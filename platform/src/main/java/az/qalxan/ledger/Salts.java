package az.qalxan.ledger;

import az.qalxan.engines.ledger.Opening;
import java.util.Arrays;

/**
 * The two salts of a record of the journal: of its content, and of what the content withholds.
 * Whoever is given the first can open what may be shown, and guess nothing of the rest.
 */
record Salts(byte[] both) {

    static final int BYTES = 2 * Opening.SALT_BYTES;

    Salts {
        if (both.length != BYTES) {
            throw new IllegalArgumentException("two salts have 64 bytes, not " + both.length);
        }
        both = both.clone();
    }

    @Override
    public byte[] both() {
        return both.clone();
    }

    byte[] ofContent() {
        return Arrays.copyOf(both, Opening.SALT_BYTES);
    }

    byte[] ofWithheld() {
        return Arrays.copyOfRange(both, Opening.SALT_BYTES, BYTES);
    }
}
