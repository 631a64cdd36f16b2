package az.qalxan.engines.ledger;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What whoever checks a bundle knows from elsewhere.
 *
 * @param keys each must have signed the checkpoint
 * @param stampCheck judges time stamps; absent: they are told and not judged
 */
public record BundleTrust(List<NoteKey> keys, @Nullable StampCheck stampCheck) {

    /** Copies the list. */
    public BundleTrust {
        keys = List.copyOf(keys);
    }

    Optional<StampCheck> stamps() {
        return Optional.ofNullable(stampCheck);
    }
}
