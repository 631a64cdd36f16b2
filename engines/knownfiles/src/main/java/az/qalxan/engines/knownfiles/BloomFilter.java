package az.qalxan.engines.knownfiles;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A Bloom filter in the form of DCSO, as hashlookup publishes one: a head of 48 bytes (flags, n, p,
 * k, m, N, little-endian), then m bits in words of 64, then anything. It holds SHA-1 digests as 40
 * upper-case hexadecimal digits. May be used by many threads.
 */
public final class BloomFilter implements Closeable {

    private static final int HEAD_BYTES = 48;
    private static final int VERSION_MASK = 0xff;
    private static final int HASHES_MAX = 256;
    private static final long BITS_MAX = 1L << 50;
    private static final int SAMPLES = 1 << 14;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long MODULUS = -59; // 2^64 - 59, unsigned
    private static final long FACTOR = -1_469; // 2^64 - 1469, unsigned

    private final FileChannel file;
    private final String name;
    private final long capacity;
    private final double promised;
    private final int hashes;
    private final long bits;
    private final long count;
    private final double filled;

    private BloomFilter(FileChannel file, String name, ByteBuffer head) throws IOException {
        this.file = file;
        this.name = name;
        this.capacity = head.getLong(8);
        this.promised = head.getDouble(16);
        this.hashes = (int) head.getLong(24);
        this.bits = head.getLong(32);
        this.count = head.getLong(40);
        this.filled = sampled();
    }

    /**
     * Opens a filter.
     *
     * @throws UnusableSet when it is none, is cut off, or says nothing any more
     */
    public static BloomFilter open(Path path) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        boolean opened = false;
        try {
            ByteBuffer head = read(file, 0, HEAD_BYTES);
            if (!plausible(head, file.size())) {
                throw new UnusableSet(path + " is no Bloom filter of version 1, or is cut off");
            }
            Path last = path.getFileName();
            BloomFilter filter =
                    new BloomFilter(file, last == null ? path.toString() : last.toString(), head);
            opened = true;
            return filter;
        } finally {
            if (!opened) {
                file.close();
            }
        }
    }

    private static boolean plausible(ByteBuffer head, long size) {
        if (head.remaining() < HEAD_BYTES || (head.getLong(0) & VERSION_MASK) != 1) {
            return false;
        }
        double p = head.getDouble(16);
        long k = head.getLong(24);
        long m = head.getLong(32);
        return head.getLong(8) > 0
                && p > 0
                && p < 1
                && k > 0
                && k <= HASHES_MAX
                && m > 0
                && m <= BITS_MAX
                && size >= HEAD_BYTES + words(m) * Long.BYTES;
    }

    private static long words(long bits) {
        return bits / Long.SIZE + (bits % Long.SIZE == 0 ? 0 : 1);
    }

    private static ByteBuffer read(FileChannel file, long at, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, at + buffer.position()) < 0) {
                break;
            }
        }
        return buffer.flip();
    }

    /** Which share of its bits is set, by words spread evenly over it. */
    private double sampled() throws IOException {
        long words = words(bits);
        long step = Math.max(1, words / SAMPLES);
        long set = 0;
        long seen = 0;
        for (long word = 0; word < words; word += step) {
            set += Long.bitCount(read(file, HEAD_BYTES + word * Long.BYTES, Long.BYTES).getLong());
            seen += word == words - 1 ? bits - word * Long.SIZE : Long.SIZE;
        }
        return Math.min(1, (double) set / seen);
    }

    public String name() {
        return name;
    }

    /** How many files it was made for. */
    public long capacity() {
        return capacity;
    }

    /** How many files it says to hold. */
    public long count() {
        return count;
    }

    /** How often its maker promised that it is wrong. */
    public double promisedFalseHits() {
        return promised;
    }

    /** How often it is wrong at least: as promised, or as it is filled now if that is worse. */
    public double falseHits() {
        return Math.max(promised, Math.pow(filled, hashes));
    }

    /** Whether it may hold this digest; of another kind than SHA-1 it says no. */
    public boolean mayContain(FileHash hash) throws IOException {
        return hash.kind() == HashKind.SHA1
                && mayContain(hash.upperHex().getBytes(StandardCharsets.US_ASCII));
    }

    boolean mayContain(byte[] value) throws IOException {
        long hash = Long.remainderUnsigned(fnv(value), MODULUS);
        for (int i = 0; i < hashes; i++) {
            // The product wraps at 64 bits before the remainder is taken, as in the original.
            hash = Long.remainderUnsigned(hash * FACTOR, MODULUS);
            long bit = Long.remainderUnsigned(hash, bits);
            byte there = read(file, HEAD_BYTES + bit / Byte.SIZE, 1).get();
            if ((there >> bit % Byte.SIZE & 1) == 0) {
                return false;
            }
        }
        return true;
    }

    /** FNV-1 of 64 bits (not 1a). */
    private static long fnv(byte[] value) {
        long hash = FNV_OFFSET;
        for (byte one : value) {
            hash = hash * FNV_PRIME ^ one & 0xff;
        }
        return hash;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
