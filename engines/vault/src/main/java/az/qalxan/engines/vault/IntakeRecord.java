package az.qalxan.engines.vault;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/** What an intake is: its case, and the key of its file under the key of the case. */
record IntakeRecord(IntakeId id, CaseKey owner, int number, byte[] closed) {

    static final int RECORD_BYTES_MAX = 1 << 12;
    private static final byte[] MAGIC = "QVI1".getBytes(StandardCharsets.US_ASCII);

    static IntakeRecord of(CaseKey owner, FileKey key, CaseKeys keys, SecureRandom random) {
        IntakeId id = new IntakeId(key.file());
        int number = keys.latest();
        byte[] open =
                ByteBuffer.allocate(Gcm.KEY_BYTES + 4)
                        .put(key.key().getEncoded())
                        .putInt(key.chunkBytes())
                        .array();
        byte[] closed =
                new Gcm(keys.wrapping().lastEntry().getValue())
                        .close(open, bound(id, owner, number), random);
        return new IntakeRecord(id, owner, number, closed);
    }

    byte[] bytes() {
        return Records.put(
                        ByteBuffer.allocate(MAGIC.length + 20 + closed.length).put(MAGIC),
                        owner.value())
                .putInt(number)
                .put(closed)
                .array();
    }

    static Optional<IntakeRecord> parse(IntakeId id, byte[] record) {
        try {
            ByteBuffer in = ByteBuffer.wrap(record);
            Records.expect(in, MAGIC);
            return Optional.of(
                    new IntakeRecord(
                            id,
                            new CaseKey(Records.uuid(in)),
                            in.getInt(),
                            Records.bytes(in, in.remaining())));
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    Optional<FileKey> key(CaseKeys keys) {
        SecretKeySpec key = keys.wrapping().get(number);
        if (key == null) {
            return Optional.empty();
        }
        return new Gcm(key)
                .open(closed, bound(id, owner, number))
                .map(open -> parse(ByteBuffer.wrap(open)));
    }

    private FileKey parse(ByteBuffer in) {
        return new FileKey(
                id.value(),
                new SecretKeySpec(Records.bytes(in, Gcm.KEY_BYTES), "AES"),
                in.getInt());
    }

    private static byte[] bound(IntakeId id, CaseKey owner, int number) {
        return ("qalxan vault, intake " + id + " of case " + owner + " under " + number)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
