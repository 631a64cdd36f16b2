package az.qalxan.engines.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Writes the plain ZIP of a bundle: stored members, one time for all, nothing that is free. */
final class BundleWriter {

    private static final int CRC_PLACE = 14;
    private static final int PLAIN_VERSION = 20;
    private static final int ZIP64_HEAD = 4;
    private static final int UNSET_16 = 0xFFFF;
    private static final int EXTRA_BYTES_MAX = ZIP64_HEAD + 3 * Long.BYTES;

    private final FileChannel out;
    private final List<Written> written = new ArrayList<>();
    private long at;

    private record Written(byte[] name, long length, int crc, long offset) {

        boolean isLong() {
            return length >= ArchiveRecord.UNSET;
        }

        boolean isFar() {
            return offset >= ArchiveRecord.UNSET;
        }

        int version() {
            return isLong() || isFar() ? ArchiveRecord.ZIP64_VERSION : PLAIN_VERSION;
        }

        Written with(int sum) {
            return new Written(name, length, sum, offset);
        }
    }

    BundleWriter(FileChannel out) {
        this.out = out;
    }

    void put(String name, byte[] bytes) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        Written one = begin(name, bytes.length).with((int) sum.getValue());
        header(one);
        write(ByteBuffer.wrap(bytes));
        written.add(one);
    }

    /**
     * Copies a file in.
     *
     * @throws IOException when its bytes are not those of its digest
     */
    void put(ContainerFile file) throws IOException {
        FileDigest digest = file.digest();
        Written one = begin(digest.path(), digest.length());
        header(one);
        CRC32 sum = new CRC32();
        MessageDigest sha256 = Hasher.sha256();
        long length = 0;
        byte[] block = new byte[FileDigest.BLOCK_BYTES];
        try (InputStream in = file.source().open()) {
            for (int n = in.read(block); n >= 0 && length <= digest.length(); n = in.read(block)) {
                sum.update(block, 0, n);
                sha256.update(block, 0, n);
                write(ByteBuffer.wrap(block, 0, n));
                length += n;
            }
        }
        if (length != digest.length() || !Digest.of(sha256.digest()).equals(digest.sha256())) {
            throw new IOException(digest.path() + " is not what its digest says");
        }
        Written summed = one.with((int) sum.getValue());
        ByteBuffer crc = little(Integer.BYTES).putInt(summed.crc()).flip();
        long place = summed.offset() + CRC_PLACE;
        while (crc.hasRemaining()) {
            out.write(crc, place + crc.position());
        }
        written.add(summed);
    }

    private Written begin(String name, long length) {
        return new Written(name.getBytes(StandardCharsets.UTF_8), length, 0, at);
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void write(ByteBuffer bytes) throws IOException {
        at += bytes.remaining();
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static void shared(ByteBuffer head, Written one, int version) {
        head.putShort((short) version)
                .putShort((short) ArchiveRecord.FLAG_UTF8)
                .putShort((short) ArchiveRecord.STORED)
                .putShort((short) 0)
                .putShort((short) ArchiveRecord.FIRST_DAY)
                .putInt(one.crc())
                .putInt(one.isLong() ? -1 : (int) one.length())
                .putInt(one.isLong() ? -1 : (int) one.length())
                .putShort((short) one.name().length);
    }

    private void header(Written one) throws IOException {
        ByteBuffer head = little(Archive.LOCAL_BYTES + one.name().length + EXTRA_BYTES_MAX);
        head.putInt(Archive.LOCAL);
        boolean isLong = one.isLong();
        shared(head, one, one.version());
        head.putShort((short) (isLong ? ZIP64_HEAD + 2 * Long.BYTES : 0)).put(one.name());
        if (isLong) {
            head.putShort((short) 1).putShort((short) (2 * Long.BYTES));
            head.putLong(one.length()).putLong(one.length());
        }
        write(head.flip());
    }

    /** Writes the directory and the end. */
    void end() throws IOException {
        long start = at;
        for (Written one : written) {
            central(one);
        }
        long bytes = at - start;
        boolean wide =
                written.size() >= UNSET_16
                        || bytes >= ArchiveRecord.UNSET
                        || start >= ArchiveRecord.UNSET;
        if (wide) {
            end64(start, bytes);
        }
        int count = wide ? UNSET_16 : written.size();
        ByteBuffer end = little(Archive.END_BYTES).putInt(Archive.END).putInt(0);
        end.putShort((short) count).putShort((short) count);
        end.putInt(wide ? -1 : (int) bytes).putInt(wide ? -1 : (int) start).putShort((short) 0);
        write(end.flip());
    }

    private void central(Written one) throws IOException {
        ByteBuffer head = little(Archive.CENTRAL_BYTES + one.name().length + EXTRA_BYTES_MAX);
        head.putInt(Archive.CENTRAL).putShort((short) one.version());
        shared(head, one, one.version());
        int wide = (one.isLong() ? 2 : 0) + (one.isFar() ? 1 : 0);
        head.putShort((short) (wide == 0 ? 0 : ZIP64_HEAD + wide * Long.BYTES));
        head.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
        head.putInt(one.isFar() ? -1 : (int) one.offset()).put(one.name());
        if (wide > 0) {
            head.putShort((short) 1).putShort((short) (wide * Long.BYTES));
        }
        if (one.isLong()) {
            head.putLong(one.length()).putLong(one.length());
        }
        if (one.isFar()) {
            head.putLong(one.offset());
        }
        write(head.flip());
    }

    private void end64(long start, long bytes) throws IOException {
        long place = at;
        ByteBuffer end = little(Archive.END64_BYTES + Archive.LOCATOR_BYTES);
        end.putInt(Archive.END64).putLong(Archive.END64_BYTES - 12);
        end.putShort((short) ArchiveRecord.ZIP64_VERSION);
        end.putShort((short) ArchiveRecord.ZIP64_VERSION);
        end.putLong(0).putLong(written.size()).putLong(written.size()).putLong(bytes);
        end.putLong(start);
        end.putInt(Archive.LOCATOR).putInt(0).putLong(place).putInt(1);
        write(end.flip());
    }
}
