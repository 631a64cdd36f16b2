package az.qalxan.engines.vault;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/** What a stored file is and how its body is read: its key, its digests, its length. */
record Seal(FileKey key, Digests digests) {

    static final int RECORD_BYTES_MAX = 1 << 12;
    private static final byte[] MAGIC = "QVS1".getBytes(StandardCharsets.US_ASCII);
    private static final int OPEN_BYTES = 16 + Gcm.KEY_BYTES + 4 + 8 + 32 + 20 + 16;

    byte[] closed(StoredId id, CaseKeys keys, SecureRandom random) {
        int number = keys.latest();
        HexFormat hex = HexFormat.of();
        byte[] open =
                Records.put(ByteBuffer.allocate(OPEN_BYTES), key.file())
                        .put(key.key().getEncoded())
                        .putInt(key.chunkBytes())
                        .putLong(digests.length())
                        .put(hex.parseHex(digests.sha256()))
                        .put(hex.parseHex(digests.sha1()))
                        .put(hex.parseHex(digests.md5()))
                        .array();
        byte[] closed =
                new Gcm(keys.wrapping().lastEntry().getValue())
                        .close(open, bound(id, number), random);
        return ByteBuffer.allocate(MAGIC.length + 4 + closed.length)
                .put(MAGIC)
                .putInt(number)
                .put(closed)
                .array();
    }

    /** The number of the case's key that a record is wrapped with; 0 when it is no record. */
    static int number(byte[] record) {
        return record.length < MAGIC.length + 4 ? 0 : ByteBuffer.wrap(record).getInt(MAGIC.length);
    }

    static Optional<Seal> open(StoredId id, byte[] record, CaseKeys keys) {
        try {
            ByteBuffer in = ByteBuffer.wrap(record);
            Records.expect(in, MAGIC);
            int number = in.getInt();
            SecretKeySpec key = keys.wrapping().get(number);
            if (key == null) {
                return Optional.empty();
            }
            return new Gcm(key)
                    .open(Records.bytes(in, in.remaining()), bound(id, number))
                    .map(open -> parse(ByteBuffer.wrap(open)));
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static Seal parse(ByteBuffer in) {
        HexFormat hex = HexFormat.of();
        FileKey key =
                new FileKey(
                        Records.uuid(in),
                        new SecretKeySpec(Records.bytes(in, Gcm.KEY_BYTES), "AES"),
                        in.getInt());
        long length = in.getLong();
        return new Seal(
                key,
                new Digests(
                        hex.formatHex(Records.bytes(in, 32)),
                        hex.formatHex(Records.bytes(in, 20)),
                        hex.formatHex(Records.bytes(in, 16)),
                        length));
    }

    private static byte[] bound(StoredId id, int number) {
        return ("qalxan vault, seal of " + id + " under " + number)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
