package az.qalxan.engines.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keys and seals of cases in the vault's files. */
final class Shelf {

    private static final byte[] ERASED = {'e', 'r', 'a', 's', 'e', 'd', '\n'};

    private final VaultFiles files;
    private final KeyRing ring;
    private final SecureRandom random;

    Shelf(VaultFiles files, KeyRing ring, SecureRandom random) {
        this.files = files;
        this.ring = ring;
        this.random = random;
    }

    VaultFiles files() {
        return files;
    }

    SecureRandom random() {
        return random;
    }

    CaseKeys keys(CaseKey owner) throws IOException {
        if (erased(owner)) {
            throw new VaultRefused(VaultRefused.Why.ERASED, "the keys of case " + owner);
        }
        Optional<byte[]> record = files.read(Place.keys(owner), CaseKeys.RECORD_BYTES_MAX);
        if (record.isPresent()) {
            return CaseKeys.open(owner, record.get(), ring);
        }
        throw new VaultRefused(absence(owner), "the keys of case " + owner);
    }

    private VaultRefused.Why absence(CaseKey owner) throws IOException {
        return files.list(Place.seals(owner)).isEmpty()
                ? VaultRefused.Why.ABSENT
                : VaultRefused.Why.UNREADABLE;
    }

    boolean erased(CaseKey owner) throws IOException {
        return files.read(Place.erased(owner), ERASED.length).isPresent();
    }

    /** The keys of a case that may be new. The case's lock is held. */
    CaseKeys keysOrDrawn(CaseKey owner) throws IOException {
        try {
            return keys(owner);
        } catch (VaultRefused e) {
            if (e.why() != VaultRefused.Why.ABSENT) {
                throw e;
            }
            CaseKeys drawn = CaseKeys.draw(random);
            files.replace(Place.keys(owner), drawn.closed(owner, ring.current(), random));
            return drawn;
        }
    }

    Seal seal(StoredId id) throws IOException {
        return seal(id, keys(id.key()));
    }

    /** The same for whoever asks for many files of the case and has its keys. */
    Seal seal(StoredId id, CaseKeys keys) throws IOException {
        Optional<byte[]> record = files.read(Place.seal(id), Seal.RECORD_BYTES_MAX);
        if (record.isEmpty()) {
            boolean erased = erased(id.key());
            throw new VaultRefused(
                    erased ? VaultRefused.Why.ERASED : VaultRefused.Why.ABSENT, "the file " + id);
        }
        Optional<Seal> seal = Seal.open(id, record.get(), keys);
        if (seal.isEmpty()) {
            // A rotation may have gone on between the two.
            seal = again(id);
        }
        return seal.orElseThrow(
                () -> new VaultRefused(VaultRefused.Why.UNREADABLE, "the seal of " + id));
    }

    private Optional<Seal> again(StoredId id) throws IOException {
        try (VaultFiles.Held _ = files.lock(Place.lock(id.key()))) {
            CaseKeys keys = keys(id.key());
            return files.read(Place.seal(id), Seal.RECORD_BYTES_MAX)
                    .flatMap(record -> Seal.open(id, record, keys));
        }
    }

    List<StoredId> stored(CaseKey owner) throws IOException {
        List<StoredId> stored = new ArrayList<>();
        for (String name : files.list(Place.seals(owner))) {
            StoredId.parse(owner + "/" + name).ifPresent(stored::add);
        }
        return stored;
    }

    List<IntakeId> intakes() throws IOException {
        return Place.intakes(files);
    }

    Optional<IntakeRecord> intake(IntakeId id) throws IOException {
        Optional<byte[]> record = files.read(Place.intake(id), IntakeRecord.RECORD_BYTES_MAX);
        if (record.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                IntakeRecord.parse(id, record.get())
                        .orElseThrow(() ->
                                new VaultRefused(
                                        VaultRefused.Why.UNREADABLE,
                                        "the record of intake " + id)));
    }

    /** Wraps the keys of every file of the case anew, then forgets the earlier key. */
    Rotation rotate(CaseKey owner) throws IOException {
        try (VaultFiles.Held _ = files.lock(Place.lock(owner))) {
            CaseKeys before = keys(owner);
            boolean goingOn = before.wrapping().size() > 1;
            CaseKeys both = goingOn ? before : before.withNext(random);
            keep(owner, both);
            List<StoredId> unreadable = new ArrayList<>();
            int wrapped = 0;
            for (StoredId id : stored(owner)) {
                if (rewrapped(id, both)) {
                    wrapped++;
                } else {
                    unreadable.add(id);
                }
            }
            for (IntakeId id : intakes()) {
                rewrap(id, owner, both);
            }
            // A damaged seal may yet be brought back from a backup: its key has to stay.
            if (unreadable.isEmpty()) {
                keep(owner, both.latestOnly());
            }
            return new Rotation(wrapped, unreadable);
        }
    }

    private void keep(CaseKey owner, CaseKeys keys) throws IOException {
        files.replace(Place.keys(owner), keys.closed(owner, ring.current(), random));
    }

    private boolean rewrapped(StoredId id, CaseKeys keys) throws IOException {
        Optional<byte[]> record = files.read(Place.seal(id), Seal.RECORD_BYTES_MAX);
        Optional<Seal> seal = record.flatMap(bytes -> Seal.open(id, bytes, keys));
        if (seal.isEmpty()) {
            return false;
        }
        if (Seal.number(record.get()) != keys.latest()) {
            files.replace(Place.seal(id), seal.get().closed(id, keys, random));
        }
        return true;
    }

    private void rewrap(IntakeId id, CaseKey owner, CaseKeys keys) throws IOException {
        Optional<IntakeRecord> record = intake(id).filter(one -> one.owner().equals(owner));
        if (record.isEmpty() || record.get().number() == keys.latest()) {
            return;
        }
        Optional<FileKey> key = record.get().key(keys);
        if (key.isPresent()) {
            files.replace(
                    Place.intake(id), IntakeRecord.of(owner, key.get(), keys, random).bytes());
        }
    }

    /** Wraps the case's keys with the current master key; false when they are already. */
    boolean rewrap(CaseKey owner) throws IOException {
        try (VaultFiles.Held _ = files.lock(Place.lock(owner))) {
            Optional<byte[]> record = files.read(Place.keys(owner), CaseKeys.RECORD_BYTES_MAX);
            if (record.isEmpty()
                    || erased(owner)
                    || CaseKeys.master(record.get()).equals(ring.current().id())) {
                return false;
            }
            keep(owner, CaseKeys.open(owner, record.get(), ring));
            return true;
        }
    }

    /** Destroys the keys of the case, then its files, which open nothing any more. */
    void erase(CaseKey owner) throws IOException {
        try (VaultFiles.Held _ = files.lock(Place.lock(owner))) {
            files.create(Place.erased(owner), ERASED);
            overwrite(Place.keys(owner));
            files.delete(Place.keys(owner));
            for (IntakeId id : intakes()) {
                if (isOf(owner, id)) {
                    files.delete(Place.intake(id));
                    files.delete(Place.journal(id));
                    files.delete(Place.outcome(id));
                }
            }
            for (StoredId id : stored(owner)) {
                files.delete(Place.seal(id));
            }
            for (String body : files.list(Place.bodies(owner))) {
                files.delete(Place.bodies(owner) + "/" + body);
            }
        }
    }

    /**
     * Whether the intake is one of the case. A record that cannot be read may be of any; were it of
     * this one, what it wraps opens nothing any more, and its bytes lie with the case's.
     */
    private boolean isOf(CaseKey owner, IntakeId id) throws IOException {
        try {
            return intake(id).filter(one -> one.owner().equals(owner)).isPresent();
        } catch (VaultRefused e) {
            return false;
        }
    }

    /** What the disk keeps of it beyond that is worth nothing without the master key. */
    private void overwrite(String path) throws IOException {
        Optional<VaultFiles.Body> found = files.body(path);
        if (found.isPresent()) {
            long size = found.get().size();
            found.get().close();
            try (VaultFiles.Body body = files.write(path)) {
                body.write(0, ByteBuffer.allocate((int) size));
                body.sync();
            }
        }
    }
}
