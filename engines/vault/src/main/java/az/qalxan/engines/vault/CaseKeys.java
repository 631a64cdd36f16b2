package az.qalxan.engines.vault;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of one case: one that names its files, and by number those that wrap the keys of files.
 * There is more than one only while a rotation is under way or held up by a seal that is damaged.
 */
record CaseKeys(byte[] names, NavigableMap<Integer, SecretKeySpec> wrapping) {

    static final int RECORD_BYTES_MAX = 1 << 16;
    private static final byte[] MAGIC = "QVK1".getBytes(StandardCharsets.US_ASCII);
    private static final int MASTER_ID_BYTES = 8;

    CaseKeys {
        names = names.clone();
        wrapping = new TreeMap<>(wrapping);
    }

    static CaseKeys draw(SecureRandom random) {
        byte[] names = new byte[Gcm.KEY_BYTES];
        random.nextBytes(names);
        return new CaseKeys(names, new TreeMap<>(Map.of(1, Gcm.drawKey(random))));
    }

    int latest() {
        return wrapping.lastKey();
    }

    CaseKeys withNext(SecureRandom random) {
        NavigableMap<Integer, SecretKeySpec> more = new TreeMap<>(wrapping);
        more.put(latest() + 1, Gcm.drawKey(random));
        return new CaseKeys(names, more);
    }

    CaseKeys latestOnly() {
        return new CaseKeys(
                names, new TreeMap<>(Map.of(latest(), wrapping.lastEntry().getValue())));
    }

    /** The name of a file of that content; the number tells apart copies, if the first is lost. */
    String name(Digests digests, int number) {
        byte[] text =
                (digests.sha256() + " " + digests.length() + " " + number)
                        .getBytes(StandardCharsets.US_ASCII);
        return HexFormat.of().formatHex(Gcm.hmac(names, text));
    }

    byte[] closed(CaseKey owner, MasterKey master, SecureRandom random) {
        ByteBuffer open =
                ByteBuffer.allocate(Gcm.KEY_BYTES + 4 + wrapping.size() * (4 + Gcm.KEY_BYTES));
        open.put(names).putInt(wrapping.size());
        wrapping.forEach((number, key) -> open.putInt(number).put(key.getEncoded()));
        byte[] closed = new Gcm(master.key()).close(open.array(), bound(owner), random);
        return ByteBuffer.allocate(MAGIC.length + MASTER_ID_BYTES + closed.length)
                .put(MAGIC)
                .put(HexFormat.of().parseHex(master.id()))
                .put(closed)
                .array();
    }

    static CaseKeys open(CaseKey owner, byte[] record, KeyRing ring) throws VaultRefused {
        String what = "the keys of case " + owner;
        try {
            ByteBuffer in = ByteBuffer.wrap(record);
            Records.expect(in, MAGIC);
            String id = HexFormat.of().formatHex(Records.bytes(in, MASTER_ID_BYTES));
            MasterKey master =
                    ring.of(id)
                            .orElseThrow(
                                    () -> new VaultRefused(VaultRefused.Why.NO_MASTER_KEY, what));
            byte[] open =
                    new Gcm(master.key())
                            .open(Records.bytes(in, in.remaining()), bound(owner))
                            .orElseThrow(() -> new VaultRefused(VaultRefused.Why.UNREADABLE, what));
            return parse(ByteBuffer.wrap(open));
        } catch (BufferUnderflowException e) {
            throw new VaultRefused(VaultRefused.Why.UNREADABLE, what);
        }
    }

    /** The name of the master key that a record is wrapped with. */
    static String master(byte[] record) {
        return record.length < MAGIC.length + MASTER_ID_BYTES
                ? ""
                : HexFormat.of().formatHex(record, MAGIC.length, MAGIC.length + MASTER_ID_BYTES);
    }

    private static CaseKeys parse(ByteBuffer in) {
        byte[] names = Records.bytes(in, Gcm.KEY_BYTES);
        NavigableMap<Integer, SecretKeySpec> wrapping = new TreeMap<>();
        for (int left = in.getInt(); left > 0; left--) {
            int number = in.getInt();
            wrapping.put(number, new SecretKeySpec(Records.bytes(in, Gcm.KEY_BYTES), "AES"));
        }
        return new CaseKeys(names, wrapping);
    }

    private static byte[] bound(CaseKey owner) {
        return ("qalxan vault, keys of case " + owner).getBytes(StandardCharsets.US_ASCII);
    }
}
