package az.qalxan.engines.vault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Copies the files of a vault as they lie, encrypted and without any key, while others use it. What
 * one case holds is seen at one moment; a case that is erased meanwhile is copied as erased.
 */
public final class VaultCopy {

    /** A record is smaller; it is read whole under the lock of its case. */
    private static final int RECORD_BYTES_MAX = CaseKeys.RECORD_BYTES_MAX;

    private final VaultFiles files;
    private final Target target;

    private VaultCopy(VaultFiles files, Target target) {
        this.files = files;
        this.target = target;
    }

    /** Takes one file after the other. */
    @FunctionalInterface
    public interface Target {

        /**
         * Reads the bytes to their end.
         *
         * @param path below the vault, with slashes
         */
        void put(String path, InputStream bytes) throws IOException;
    }

    /** Copies the vault in that folder. */
    public static void of(Path folder, Target target) throws IOException {
        of(new FolderFiles(folder), target);
    }

    static void of(VaultFiles files, Target target) throws IOException {
        new VaultCopy(files, target).all();
    }

    private void all() throws IOException {
        Map<IntakeId, CaseKey> intakes = new LinkedHashMap<>();
        for (IntakeId id : Place.intakes(files)) {
            record(Place.intake(id))
                    .flatMap(bytes -> IntakeRecord.parse(id, bytes))
                    .ifPresent(record -> intakes.put(id, record.owner()));
        }
        for (CaseKey owner : Place.cases(files)) {
            List<IntakeId> own =
                    intakes.entrySet().stream()
                            .filter(entry -> entry.getValue().equals(owner))
                            .map(Map.Entry::getKey)
                            .toList();
            copy(owner, own);
        }
    }

    /** What a case holds at one moment: its records whole, its bodies by their paths. */
    private record Seen(Map<String, byte[]> records, List<String> bodies) {}

    private void copy(CaseKey owner, List<IntakeId> intakes) throws IOException {
        Seen seen = seen(owner, intakes);
        for (String body : seen.bodies()) {
            copyBody(body);
        }
        Optional<byte[]> erased = record(Place.erased(owner));
        Map<String, byte[]> records =
                erased.isPresent() ? Map.of(Place.erased(owner), erased.get()) : seen.records();
        for (Map.Entry<String, byte[]> record : records.entrySet()) {
            target.put(record.getKey(), new ByteArrayInputStream(record.getValue()));
        }
    }

    private Seen seen(CaseKey owner, List<IntakeId> intakes) throws IOException {
        Map<String, byte[]> records = new LinkedHashMap<>();
        try (VaultFiles.Held _ = files.lock(Place.lock(owner))) {
            see(Place.keys(owner), records);
            for (String name : files.list(Place.seals(owner))) {
                see(Place.seals(owner) + "/" + name, records);
            }
            for (IntakeId id : intakes) {
                see(Place.intake(id), records);
                see(Place.journal(id), records);
                see(Place.outcome(id), records);
            }
            List<String> bodies =
                    files.list(Place.bodies(owner)).stream()
                            .map(name -> Place.bodies(owner) + "/" + name)
                            .toList();
            return new Seen(records, bodies);
        }
    }

    private void see(String path, Map<String, byte[]> records) throws IOException {
        record(path).ifPresent(bytes -> records.put(path, bytes));
    }

    private Optional<byte[]> record(String path) throws IOException {
        return files.read(path, RECORD_BYTES_MAX);
    }

    /** One that went away meanwhile belonged to an erased case or to an intake that was dropped. */
    private void copyBody(String path) throws IOException {
        Optional<VaultFiles.Body> found = files.body(path);
        if (found.isPresent()) {
            try (VaultFiles.Body body = found.get()) {
                target.put(path, new BodyBytes(body));
            }
        }
    }

    /** The bytes of a body from its beginning. */
    private static final class BodyBytes extends InputStream {

        private final VaultFiles.Body body;
        private long at;

        BodyBytes(VaultFiles.Body body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int count = body.read(at, ByteBuffer.wrap(into, from, length));
            at += count;
            return count == 0 ? -1 : count;
        }
    }
}
