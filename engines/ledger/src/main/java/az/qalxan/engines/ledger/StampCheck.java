package az.qalxan.engines.ledger;

import java.time.Instant;
import java.util.Optional;

/** Judges a time stamp over bytes; this engine reads none itself. */
public interface StampCheck {

    /**
     * A genuine stamp.
     *
     * @param by the subject of the certificate that signed it
     * @param trusted whether that certificate leads to one that was known from outside
     */
    record Genuine(Instant at, String by, boolean trusted) {}

    /** What the stamp says; empty where it is not genuine or covers other bytes. */
    Optional<Genuine> check(byte[] covered, Stamp stamp);
}
