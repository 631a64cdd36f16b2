package az.qalxan.engines.vault;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What this process remembers of intakes: their keys and how far it has digested them. What it has
 * forgotten is read again, so it may forget anything at any time.
 */
final class Passes {

    private static final int REMEMBERED_MAX = 256;

    /** An intake's key, and the digests of its first bytes. */
    record Known(CaseKey owner, FileKey key, DigestPass pass) {}

    private final DigestLanes lanes;

    @SuppressWarnings("serial")
    private final Map<IntakeId, Known> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<IntakeId, Known> eldest) {
                    return size() > REMEMBERED_MAX;
                }
            };

    Passes(DigestLanes lanes) {
        this.lanes = lanes;
    }

    DigestLanes lanes() {
        return lanes;
    }

    synchronized Optional<Known> of(IntakeId id) {
        return Optional.ofNullable(known.get(id));
    }

    synchronized Known begin(IntakeId id, CaseKey owner, FileKey key) {
        Known fresh = new Known(owner, key, new DigestPass(lanes));
        known.put(id, fresh);
        return fresh;
    }

    synchronized void forget(IntakeId id) {
        known.remove(id);
    }

    synchronized void forget(CaseKey owner) {
        known.values().removeIf(one -> one.owner().equals(owner));
    }
}
