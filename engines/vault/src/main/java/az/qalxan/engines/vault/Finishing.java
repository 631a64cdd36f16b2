package az.qalxan.engines.vault;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The end of an intake whose lock is held. */
final class Finishing {

    /** How many lost copies of the same bytes a case may have before it takes no other. */
    private static final int COPIES_MAX = 64;

    private final IntakeId id;
    private final CaseKey owner;
    private final FileKey key;
    private final DigestPass pass;
    private final Shelf shelf;
    private final Passes passes;

    Finishing(IntakeId id, Passes.Known known, Shelf shelf, Passes passes) {
        this.id = id;
        this.owner = known.owner();
        this.key = known.key();
        this.pass = known.pass();
        this.shelf = shelf;
        this.passes = passes;
    }

    Finish finish(String awaited) throws IOException {
        Optional<Outcome> known = outcome();
        if (known.isPresent() && known.get().state() != Outcome.State.SEALING) {
            return ended(known.get());
        }
        if (known.isPresent()) {
            return sealed(known.get().digests());
        }
        List<ByteRange> damaged = caughtUp(received());
        if (!damaged.isEmpty()) {
            return new Finish.Spoiled(damaged);
        }
        passes.forget(id);
        Digests digests = pass.digests();
        return awaited.isEmpty() || awaited.equals(digests.sha256())
                ? sealed(digests)
                : new Finish.Different(digests);
    }

    /** Whether the intake's body is a stored file, or may be one. */
    boolean stored() throws IOException {
        Optional<Outcome> known = outcome();
        if (known.isEmpty()) {
            return false;
        }
        return switch (known.get().state()) {
            case STORED -> true;
            case WAS_THERE -> false;
            case SEALING -> mayBeSealed(known.get());
        };
    }

    private boolean mayBeSealed(Outcome outcome) throws IOException {
        try {
            return ours(new StoredId(owner, outcome.name()));
        } catch (VaultRefused e) {
            return switch (e.why()) {
                case ABSENT, ERASED -> false;
                case UNREADABLE, NO_MASTER_KEY -> true;
            };
        }
    }

    private boolean ours(StoredId stored) throws IOException {
        return shelf.seal(stored).key().file().equals(id.value());
    }

    private Optional<Outcome> outcome() throws IOException {
        Optional<byte[]> record = shelf.files().read(Place.outcome(id), Outcome.RECORD_BYTES_MAX);
        if (record.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Outcome.open(key, record.get())
                        .orElseThrow(() ->
                                new VaultRefused(
                                        VaultRefused.Why.UNREADABLE, "the end of intake " + id)));
    }

    long digest(long bytesMax) throws IOException {
        if (outcome().isPresent()) {
            return received();
        }
        long until = Math.min(received(), pass.length() + bytesMax);
        // What cannot be read is told at the end, with all that cannot.
        return caughtUp(until).isEmpty() ? pass.length() : received();
    }

    private long received() throws IOException {
        try (VaultFiles.Body journal = shelf.files().write(Place.journal(id))) {
            return Journal.read(journal, id).received();
        }
    }

    /** Digests what this process has not yet, and answers what cannot be read any more. */
    private List<ByteRange> caughtUp(long until) throws IOException {
        long received = received();
        if (pass.length() > received) {
            throw new IllegalStateException("more digested than received of intake " + id);
        }
        try (VaultFiles.Body body = shelf.files().write(Place.body(owner, key))) {
            // What a broken call left beyond is no part of the file.
            body.truncate(Math.min(body.size(), key.bodyLength(received)));
            body.sync();
            List<ByteRange> damaged = new Rereading(key, body, received).into(pass, until);
            if (!damaged.isEmpty()) {
                passes.forget(id);
            }
            return damaged;
        }
    }

    private Finish sealed(Digests digests) throws IOException {
        for (int copy = 0; copy < COPIES_MAX; copy++) {
            Outcome sealing = sealing(digests, copy);
            StoredId stored = new StoredId(owner, sealing.name());
            if (sealing.state() == Outcome.State.STORED || readsAsOurs(stored)) {
                return ended(kept(sealing.in(Outcome.State.STORED)));
            }
            // Only bytes that are as they were stand for those that came now.
            if (new Verifying(shelf, passes.lanes()).of(stored)
                            instanceof Verification.Intact intact
                    && intact.digests().equals(digests)) {
                return ended(kept(sealing.in(Outcome.State.WAS_THERE)));
            }
        }
        throw new VaultRefused(
                VaultRefused.Why.UNREADABLE, COPIES_MAX + " copies of one file in case " + owner);
    }

    private boolean readsAsOurs(StoredId stored) throws IOException {
        try {
            return ours(stored);
        } catch (VaultRefused e) {
            return false;
        }
    }

    /** Writes the seal if there is none of that name yet. */
    private Outcome sealing(Digests digests, int copy) throws IOException {
        try (VaultFiles.Held _ = shelf.files().lock(Place.lock(owner))) {
            CaseKeys keys = shelf.keys(owner);
            Outcome sealing = new Outcome(Outcome.State.SEALING, keys.name(digests, copy), digests);
            kept(sealing);
            StoredId stored = new StoredId(owner, sealing.name());
            byte[] seal = new Seal(key, digests).closed(stored, keys, shelf.random());
            return shelf.files().create(Place.seal(stored), seal)
                    ? sealing.in(Outcome.State.STORED)
                    : sealing;
        }
    }

    private Outcome kept(Outcome outcome) throws IOException {
        shelf.files().replace(Place.outcome(id), outcome.closed(key, shelf.random()));
        return outcome;
    }

    private Finish ended(Outcome outcome) throws IOException {
        if (outcome.state() == Outcome.State.WAS_THERE) {
            shelf.files().delete(Place.body(owner, key));
        }
        return outcome.told(owner);
    }
}
