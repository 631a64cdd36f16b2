package az.qalxan.engines.vault;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;

/**
 * A file on its way into the vault. It holds nothing open; any process may go on with it, one at a
 * time.
 */
public final class Intake {

    private final IntakeId id;
    private final CaseKey owner;
    private final Shelf shelf;
    private final Passes passes;

    Intake(IntakeId id, CaseKey owner, Shelf shelf, Passes passes) {
        this.id = id;
        this.owner = owner;
        this.shelf = shelf;
        this.passes = passes;
    }

    public IntakeId id() {
        return id;
    }

    public CaseKey owner() {
        return owner;
    }

    /** How many bytes would outlive a crash: where to go on. */
    public long received() throws IOException {
        try (VaultFiles.Body body = journal()) {
            return Journal.read(body, id).received();
        }
    }

    /**
     * Adds bytes at that offset and answers when they are certain. Bytes that were received before
     * are compared, not written again.
     */
    public Appending append(long offset, byte[] bytes) throws IOException {
        try (VaultFiles.Held _ = lock()) {
            return receiving().append(offset, bytes);
        }
    }

    /**
     * Adds all that the channel gives from what was received on. When the channel breaks, what was
     * whole is kept.
     */
    public Appending append(ReadableByteChannel source) throws IOException {
        try (VaultFiles.Held _ = lock()) {
            return receiving().append(source);
        }
    }

    private Receiving receiving() throws IOException {
        return new Receiving(id, known(), shelf, passes);
    }

    /**
     * Digests up to that many bytes that this process has not digested yet, so that {@link #finish}
     * need not; answers how many are. When all are it answers what was received.
     */
    public long digest(long bytesMax) throws IOException {
        try (VaultFiles.Held _ = lock()) {
            return new Finishing(id, known(), shelf, passes).digest(bytesMax);
        }
    }

    /** Ends the intake: the file is in the vault when this returns so. May be asked again. */
    public Finish finish() throws IOException {
        return finish("");
    }

    /** The same for a file whose SHA-256 is known; empty when it is not. */
    public Finish finish(String sha256) throws IOException {
        try (VaultFiles.Held _ = lock()) {
            return new Finishing(id, known(), shelf, passes).finish(sha256);
        }
    }

    /** Deletes the bytes unless they are a stored file. The intake's lock is held. */
    void dropBody() throws IOException {
        Passes.Known known = known();
        if (!new Finishing(id, known, shelf, passes).stored()) {
            shelf.files().delete(Place.body(owner, known.key()));
        }
    }

    private VaultFiles.Held lock() throws IOException {
        return shelf.files().lock(Place.lock(id));
    }

    private VaultFiles.Body journal() throws IOException {
        return shelf.files().body(Place.journal(id)).orElseThrow(this::absent);
    }

    private VaultRefused absent() {
        return new VaultRefused(VaultRefused.Why.ABSENT, "the intake " + id);
    }

    /** The intake as it is now, if nobody dropped it or erased its case. */
    private Passes.Known known() throws IOException {
        IntakeRecord record = shelf.intake(id).orElseThrow(this::absent);
        Optional<Passes.Known> known = passes.of(id);
        if (known.isPresent()) {
            return known.get();
        }
        FileKey key =
                record.key(shelf.keys(owner))
                        .orElseThrow(() ->
                                new VaultRefused(
                                        VaultRefused.Why.UNREADABLE, "the key of intake " + id));
        return passes.begin(id, owner, key);
    }
}
