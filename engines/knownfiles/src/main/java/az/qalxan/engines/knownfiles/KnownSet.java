package az.qalxan.engines.knownfiles;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;

/** An exact set of digests in a file, looked up without loading it. May be used by many threads. */
public final class KnownSet implements Closeable {

    private static final int FEW = 64;
    private static final int WINDOW_BYTES = 1 << 20;

    private final FileChannel file;
    private final HashKind kind;
    private final KnownOrigin origin;
    private final long[] fan;
    private final long records;

    private KnownSet(FileChannel file, Facts facts, long[] fan) {
        this.file = file;
        this.kind = facts.kind();
        this.origin = facts.origin();
        this.records = facts.records();
        this.fan = fan;
    }

    /**
     * What the head of a set tells.
     *
     * @param records where the digests begin
     */
    private record Facts(HashKind kind, KnownOrigin origin, long records) {}

    /**
     * Opens a set after reading all of it once: a changed bit could make a file known that is not.
     *
     * @throws UnusableSet when it is no set, or not as it was written
     */
    public static KnownSet open(Path path) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        boolean opened = false;
        try {
            KnownSet set = open(path, file);
            opened = true;
            return set;
        } finally {
            if (!opened) {
                file.close();
            }
        }
    }

    private static KnownSet open(Path path, FileChannel file) throws IOException {
        ByteBuffer head = read(file, 0, KnownSetFile.HEAD_BYTES);
        byte[] magic = new byte[KnownSetFile.MAGIC.length];
        boolean whole = head.remaining() == KnownSetFile.HEAD_BYTES;
        if (whole) {
            head.get(magic);
        }
        if (!whole || !Arrays.equals(magic, KnownSetFile.MAGIC)) {
            throw new UnusableSet(path + " is no set of known files");
        }
        HashKind kind =
                HashKind.ofBytes(head.getInt())
                        .orElseThrow(() -> new UnusableSet(path + " is of an unknown digest"));
        long count = head.getLong();
        int told = head.getInt();
        int width = kind.bytes() - KnownSetFile.FAN_BYTES;
        long records = KnownSetFile.HEAD_BYTES + (long) told + 8L * (KnownSetFile.FAN + 1);
        if (told < 0
                || told > KnownSetFile.ORIGIN_BYTES_MAX
                || count < 0
                || count > Long.MAX_VALUE / 64
                || file.size() != records + count * width + KnownSetFile.SUM_BYTES) {
            throw new UnusableSet(path + " is cut off or damaged");
        }
        check(path, file);
        KnownOrigin origin =
                KnownSetFile.origin(
                                StandardCharsets.UTF_8
                                        .decode(read(file, KnownSetFile.HEAD_BYTES, told))
                                        .toString())
                        .orElseThrow(() -> new UnusableSet(path + " does not say its origin"));
        return new KnownSet(
                file, new Facts(kind, origin, records), fan(path, file, records, count));
    }

    private static void check(Path path, FileChannel file) throws IOException {
        MessageDigest digest = KnownSetFile.digest();
        long end = file.size() - KnownSetFile.SUM_BYTES;
        for (long at = 0; at < end; at += WINDOW_BYTES) {
            digest.update(read(file, at, (int) Math.min(WINDOW_BYTES, end - at)));
        }
        byte[] stored = new byte[KnownSetFile.SUM_BYTES];
        read(file, end, stored.length).get(stored);
        if (!MessageDigest.isEqual(digest.digest(), stored)) {
            throw new UnusableSet(path + " is not as it was written");
        }
    }

    private static long[] fan(Path path, FileChannel file, long records, long count)
            throws IOException {
        int bytes = 8 * (KnownSetFile.FAN + 1);
        long[] fan = new long[KnownSetFile.FAN + 1];
        read(file, records - bytes, bytes).asLongBuffer().get(fan);
        for (int i = 1; i < fan.length; i++) {
            if (fan[i] < fan[i - 1]) {
                throw new UnusableSet(path + " is not sorted");
            }
        }
        if (fan[0] != 0 || fan[KnownSetFile.FAN] != count) {
            throw new UnusableSet(path + " counts wrongly");
        }
        return fan;
    }

    private static ByteBuffer read(FileChannel file, long at, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, at + buffer.position()) < 0) {
                break;
            }
        }
        return buffer.flip();
    }

    public HashKind kind() {
        return kind;
    }

    public KnownOrigin origin() {
        return origin;
    }

    /** How many digests it holds. */
    public long count() {
        return fan[KnownSetFile.FAN];
    }

    /** Whether it holds this one; of another kind it holds none. */
    public boolean contains(FileHash hash) throws IOException {
        if (hash.kind() != kind) {
            return false;
        }
        byte[] own = hash.own();
        int first = (own[0] & 0xff) << 8 | own[1] & 0xff;
        byte[] rest = Arrays.copyOfRange(own, KnownSetFile.FAN_BYTES, own.length);
        long low = fan[first];
        long high = fan[first + 1];
        while (high - low > FEW) {
            long middle = (low + high) >>> 1;
            if (compare(rest, read(file, at(middle), rest.length).array(), 0) < 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        byte[] few = read(file, at(low), (int) (high - low) * rest.length).array();
        for (int i = 0; i < few.length; i += rest.length) {
            if (compare(rest, few, i) == 0) {
                return true;
            }
        }
        return false;
    }

    private long at(long record) {
        return records + record * (kind.bytes() - KnownSetFile.FAN_BYTES);
    }

    private static int compare(byte[] rest, byte[] others, int at) {
        return Arrays.compareUnsigned(rest, 0, rest.length, others, at, at + rest.length);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
