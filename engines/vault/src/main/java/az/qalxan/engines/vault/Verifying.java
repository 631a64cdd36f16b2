package az.qalxan.engines.vault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads stored files whole and tells what is no longer as it was. */
final class Verifying {

    private final Shelf shelf;
    private final DigestLanes lanes;

    Verifying(Shelf shelf, DigestLanes lanes) {
        this.shelf = shelf;
        this.lanes = lanes;
    }

    Verification of(StoredId id) throws IOException {
        Seal seal;
        try {
            seal = shelf.seal(id);
        } catch (VaultRefused e) {
            return refused(id, e.why());
        }
        Optional<VaultFiles.Body> body = shelf.files().body(Place.body(id.key(), seal.key()));
        if (body.isEmpty()) {
            return new Verification.Missing();
        }
        try (VaultFiles.Body found = body.get()) {
            return of(seal, found);
        }
    }

    private Verification refused(StoredId id, VaultRefused.Why why) throws IOException {
        return switch (why) {
            case ABSENT -> new Verification.Missing();
            case ERASED -> new Verification.Erased();
            case NO_MASTER_KEY -> new Verification.Sealed(Verification.Lost.MASTER_KEY);
            case UNREADABLE -> new Verification.Sealed(lost(id));
        };
    }

    private Verification.Lost lost(StoredId id) throws IOException {
        try {
            shelf.keys(id.key());
            return Verification.Lost.SEAL;
        } catch (VaultRefused e) {
            return Verification.Lost.CASE_KEYS;
        }
    }

    private Verification of(Seal seal, VaultFiles.Body body) throws IOException {
        long length = seal.digests().length();
        DigestPass pass = new DigestPass(lanes);
        List<ByteRange> ranges =
                new ArrayList<>(new Rereading(seal.key(), body, length).into(pass, length));
        Digests read = pass.digests();
        if (ranges.isEmpty() && !read.equals(seal.digests())) {
            ranges.add(new ByteRange(0, length));
        }
        long more = body.size() - seal.key().bodyLength(length);
        if (more > 0) {
            ranges.add(new ByteRange(length, more));
        }
        return ranges.isEmpty() ? new Verification.Intact(read) : new Verification.Damaged(ranges);
    }
}
