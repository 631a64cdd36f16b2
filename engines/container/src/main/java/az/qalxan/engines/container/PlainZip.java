package az.qalxan.engines.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A ZIP in which no byte is free: members stored one after the other, no comments, attributes or
 * times, Zip64 only where a number needs it. So a changed byte shows, and in its place.
 */
final class PlainZip {

    private static final long UNSET = 0xFFFF_FFFFL;
    private static final int UNSET_16 = 0xFFFF;
    private static final int LOCAL = 0x0403_4b50;
    private static final int CENTRAL = 0x0201_4b50;
    private static final int END = 0x0605_4b50;
    private static final int END64 = 0x0606_4b50;
    private static final int LOCATOR = 0x0706_4b50;
    private static final int CRC_PLACE = 14;
    private static final int PLAIN = 20;
    private static final int ZIP64 = 45;
    private static final int UTF8 = 0x0800;
    private static final int FIRST_DAY = 0x21;
    private static final int ROOM = 128;
    private static final int BLOCK = 1 << 20;

    private final SeekableByteChannel out;
    private final Progress progress;
    private final List<Written> written = new ArrayList<>();
    private long at;

    private record Written(byte[] name, long length, int crc, long offset) {

        boolean isLong() {
            return length >= UNSET;
        }

        boolean isFar() {
            return offset >= UNSET;
        }

        short version() {
            return (short) (isLong() || isFar() ? ZIP64 : PLAIN);
        }
    }

    PlainZip(SeekableByteChannel out, Progress progress) {
        this.out = out;
        this.progress = progress;
    }

    /**
     * Writes the content, which must have that length.
     *
     * @return its SHA-256, hexadecimal
     */
    String put(String path, long length, Content content) throws IOException {
        Written one = new Written(path.getBytes(StandardCharsets.UTF_8), length, 0, at);
        local(one);
        CRC32 crc = new CRC32();
        MessageDigest sha256 = sha256();
        byte[] block = new byte[(int) Math.min(BLOCK, Math.max(1, length))];
        long read = 0;
        try (InputStream in = content.open()) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                read += n;
                if (read > length) {
                    break;
                }
                crc.update(block, 0, n);
                sha256.update(block, 0, n);
                write(ByteBuffer.wrap(block, 0, n));
                progress.written(at);
            }
        }
        if (read != length) {
            throw new IOException(path + " has not the " + length + " bytes that it should have");
        }
        Written summed = new Written(one.name(), length, (int) crc.getValue(), one.offset());
        mend(summed);
        written.add(summed);
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** The sum is known only after the bytes. */
    private void mend(Written one) throws IOException {
        out.position(one.offset() + CRC_PLACE);
        ByteBuffer crc = little(Integer.BYTES).putInt(one.crc()).flip();
        while (crc.hasRemaining()) {
            out.write(crc);
        }
        out.position(at);
    }

    private void write(ByteBuffer bytes) throws IOException {
        at += bytes.remaining();
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void local(Written one) throws IOException {
        ByteBuffer head = little(ROOM + one.name().length).putInt(LOCAL);
        shared(head, one);
        int extra = one.isLong() ? 2 * Long.BYTES : 0;
        head.putShort((short) (extra == 0 ? 0 : extra + Integer.BYTES)).put(one.name());
        if (extra > 0) {
            head.putShort((short) 1).putShort((short) extra);
            head.putLong(one.length()).putLong(one.length());
        }
        write(head.flip());
    }

    private static void shared(ByteBuffer head, Written one) {
        int length = one.isLong() ? (int) UNSET : (int) one.length();
        head.putShort(one.version())
                .putShort((short) UTF8)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) FIRST_DAY)
                .putInt(one.crc())
                .putInt(length)
                .putInt(length)
                .putShort((short) one.name().length);
    }

    private void central(Written one) throws IOException {
        ByteBuffer head = little(ROOM + one.name().length).putInt(CENTRAL);
        head.putShort(one.version());
        shared(head, one);
        int extra = (one.isLong() ? 2 * Long.BYTES : 0) + (one.isFar() ? Long.BYTES : 0);
        head.putShort((short) (extra == 0 ? 0 : extra + Integer.BYTES));
        head.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
        head.putInt(one.isFar() ? (int) UNSET : (int) one.offset()).put(one.name());
        if (extra > 0) {
            head.putShort((short) 1).putShort((short) extra);
        }
        if (one.isLong()) {
            head.putLong(one.length()).putLong(one.length());
        }
        if (one.isFar()) {
            head.putLong(one.offset());
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
        boolean wide = written.size() >= UNSET_16 || bytes >= UNSET || start >= UNSET;
        if (wide) {
            end64(start, bytes);
        }
        short count = (short) (wide ? UNSET_16 : written.size());
        ByteBuffer end = little(ROOM).putInt(END).putInt(0).putShort(count).putShort(count);
        end.putInt(wide ? (int) UNSET : (int) bytes).putInt(wide ? (int) UNSET : (int) start);
        write(end.putShort((short) 0).flip());
    }

    private void end64(long start, long bytes) throws IOException {
        long place = at;
        long count = written.size();
        ByteBuffer end = little(ROOM).putInt(END64).putLong(44);
        end.putShort((short) ZIP64).putShort((short) ZIP64).putLong(0);
        end.putLong(count).putLong(count).putLong(bytes).putLong(start);
        end.putInt(LOCATOR).putInt(0).putLong(place).putInt(1);
        write(end.flip());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
