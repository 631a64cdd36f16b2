package az.qalxan.engines.vault;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A place for bytes of evidence; several processes may have the same one open. */
public final class Vault implements AutoCloseable {

    private static final int CHUNK_BYTES = 1 << 16;

    private final Shelf shelf;
    private final int chunkBytes;
    private final DigestLanes lanes = new DigestLanes();
    private final Passes passes = new Passes(lanes);

    private Vault(Shelf shelf, int chunkBytes) {
        this.shelf = shelf;
        this.chunkBytes = chunkBytes;
    }

    /** Opens the vault in that folder, making it when it is absent. */
    public static Vault open(Path folder, KeyRing ring, SecureRandom random) throws IOException {
        return over(new Shelf(new FolderFiles(folder), ring, random), CHUNK_BYTES);
    }

    static Vault over(Shelf shelf, int chunkBytes) {
        return new Vault(shelf, chunkBytes);
    }

    /** Every piece that an intake takes is a multiple of that, the last one apart. */
    public int chunkBytes() {
        return chunkBytes;
    }

    /**
     * Begins to take in a file of that case.
     *
     * @throws VaultRefused when the case's keys were erased or cannot be read
     */
    public Intake begin(CaseKey owner) throws IOException {
        return begin(owner, drawn());
    }

    /** The same under an id of the caller's, who may have written it down first. */
    public Intake begin(CaseKey owner, IntakeId id) throws IOException {
        VaultFiles files = shelf.files();
        try (VaultFiles.Held _ = files.lock(Place.lock(id));
                VaultFiles.Held _ = files.lock(Place.lock(owner))) {
            CaseKeys keys = shelf.keysOrDrawn(owner);
            FileKey key = new FileKey(id.value(), Gcm.drawKey(shelf.random()), chunkBytes);
            try (VaultFiles.Body journal = files.write(Place.journal(id))) {
                Journal.begin(journal, id);
            }
            IntakeRecord record = IntakeRecord.of(owner, key, keys, shelf.random());
            if (!files.create(Place.intake(id), record.bytes())) {
                throw new IllegalArgumentException("there is an intake " + id);
            }
        }
        return new Intake(id, owner, shelf, passes);
    }

    private IntakeId drawn() {
        byte[] bytes = new byte[16];
        shelf.random().nextBytes(bytes);
        return new IntakeId(UUID.nameUUIDFromBytes(bytes));
    }

    /** An intake that was begun and not dropped, in whatever process. */
    public Optional<Intake> resume(IntakeId id) throws IOException {
        return shelf.intake(id).map(record -> new Intake(id, record.owner(), shelf, passes));
    }

    /** All intakes that were begun and not dropped. */
    public List<IntakeId> intakes() throws IOException {
        return shelf.intakes();
    }

    /**
     * Forgets the intake, and its bytes unless they are a stored file. What a crash left of it goes
     * too, so it may be asked again.
     */
    public void drop(IntakeId id) throws IOException {
        VaultFiles files = shelf.files();
        try (VaultFiles.Held _ = files.lock(Place.lock(id))) {
            Optional<Intake> intake = resume(id);
            if (intake.isPresent()) {
                intake.get().dropBody();
                files.delete(Place.intake(id));
            }
            files.delete(Place.journal(id));
            files.delete(Place.outcome(id));
            passes.forget(id);
        }
    }

    /** All files of the case. */
    public List<StoredId> stored(CaseKey owner) throws IOException {
        return shelf.stored(owner);
    }

    /**
     * The file's digests as they were sealed, without reading its bytes.
     *
     * @throws VaultRefused when there is no such file, or its keys or seal cannot be read
     */
    public Digests digests(StoredId id) throws IOException {
        return shelf.seal(id).digests();
    }

    /**
     * The file's bytes. Reading throws {@link DamagedBytes} where they are not as they were.
     *
     * @throws VaultRefused when there is no such file, or its keys or seal cannot be read
     */
    public SeekableByteChannel open(StoredId id) throws IOException {
        Seal seal = shelf.seal(id);
        VaultFiles.Body body =
                shelf.files()
                        .body(Place.body(id.key(), seal.key()))
                        .orElseThrow(() ->
                                new VaultRefused(VaultRefused.Why.ABSENT, "the body of " + id));
        return new StoredBytes(seal, body);
    }

    /** Reads every byte of the file. */
    public Verification verify(StoredId id) throws IOException {
        return new Verifying(shelf, lanes).of(id);
    }

    /** Looks whether everything can be read, by keys and seals alone. */
    public Inventory inventory() throws IOException {
        return new Taking(shelf).inventory();
    }

    /** Gives the case a new key and forgets the earlier one. The bytes stay as they are. */
    public Rotation rotate(CaseKey owner) throws IOException {
        return shelf.rotate(owner);
    }

    /** Wraps the keys of every case with the current master key; answers how many were not. */
    public int rewrap() throws IOException {
        int wrapped = 0;
        for (CaseKey owner : cases()) {
            if (shelf.rewrap(owner)) {
                wrapped++;
            }
        }
        return wrapped;
    }

    /** All cases that ever had a file here, erased ones too. */
    public List<CaseKey> cases() throws IOException {
        return Place.cases(shelf.files());
    }

    /** Destroys the keys of the case and with them everything in it, for good. */
    public void erase(CaseKey owner) throws IOException {
        shelf.erase(owner);
        passes.forget(owner);
    }

    @Override
    public void close() {
        lanes.close();
    }
}
