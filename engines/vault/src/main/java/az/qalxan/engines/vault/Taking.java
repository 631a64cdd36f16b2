package az.qalxan.engines.vault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the inventory of a vault, once. */
final class Taking {

    private final Shelf shelf;
    private final List<Inventory.Trouble> troubles = new ArrayList<>();
    private long files;
    private long bytes;

    Taking(Shelf shelf) {
        this.shelf = shelf;
    }

    Inventory inventory() throws IOException {
        int cases = 0;
        int erased = 0;
        for (CaseKey owner : Place.cases(shelf.files())) {
            if (shelf.erased(owner)) {
                erased++;
            } else {
                cases++;
                take(owner);
            }
        }
        return new Inventory(cases, erased, files, bytes, troubles);
    }

    private void take(CaseKey owner) throws IOException {
        CaseKeys keys;
        try {
            keys = shelf.keys(owner);
        } catch (VaultRefused e) {
            // A case whose only intake was dropped has a folder and no keys.
            if (e.why() != VaultRefused.Why.ABSENT) {
                troubles.add(new Inventory.Trouble("case " + owner, e.why()));
            }
            return;
        }
        for (StoredId id : shelf.stored(owner)) {
            take(id, keys);
        }
    }

    private void take(StoredId id, CaseKeys keys) throws IOException {
        try {
            Seal seal = shelf.seal(id, keys);
            long length = seal.digests().length();
            if (bodyLength(id, seal) < seal.key().bodyLength(length)) {
                throw new VaultRefused(VaultRefused.Why.ABSENT, "the body of " + id);
            }
            files++;
            bytes += length;
        } catch (VaultRefused e) {
            troubles.add(new Inventory.Trouble("file " + id, e.why()));
        }
    }

    private long bodyLength(StoredId id, Seal seal) throws IOException {
        Optional<VaultFiles.Body> found = shelf.files().body(Place.body(id.key(), seal.key()));
        if (found.isEmpty()) {
            return -1;
        }
        try (VaultFiles.Body body = found.get()) {
            return body.size();
        }
    }
}
