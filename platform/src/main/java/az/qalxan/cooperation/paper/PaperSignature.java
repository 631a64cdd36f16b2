package az.qalxan.cooperation.paper;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the signature of a paper that was read is worth. Whether the certificate's issuer deserves
 * trust is not judged here: compare the fingerprint with the one in the contact directory.
 *
 * @param subject whose certificate it is, as the certificate says
 * @param fingerprint SHA-256 of the certificate, hexadecimal
 * @param at when the signer says it was made; null when nothing can be told
 */
public record PaperSignature(
        State state, String subject, String issuer, String fingerprint, @Nullable Instant at) {

    /** Only {@link #SOUND} and {@link #TRIAL} leave the paper as it was signed. */
    public enum State {
        SOUND,
        /** Sound, by a key that its holder certified itself. */
        TRIAL,
        /** Sound, by a certificate that had ended or not begun. */
        EXPIRED,
        CHANGED,
        /** Something was added behind the signed bytes. */
        PARTIAL,
        UNREADABLE,
        ABSENT;

        /** Message key {@code paper.signature.<code>}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static PaperSignature without(State state) {
        return new PaperSignature(state, "", "", "", null);
    }
}
