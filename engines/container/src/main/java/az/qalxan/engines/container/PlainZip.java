package az.qalxan.engines.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

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
    private static final int PLAIN = 20;
    private static final int ZIP64 = 45;
    private static final int UTF8 = 0x0800;
    private static final int FIRST_DAY = 0x21;
    private static final int ROOM = 128;
    private static final int BLOCK = 1 << 20;

    private final WritableByteChannel out;
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

    PlainZip(WritableByteChannel out, Progress progress) {
        this.out = out;
        this.progress = progress;
    }

    /** Writes the content, which must have that sum. */
    void put(String path, Sum sum, Content content) throws IOException {
        Written one =
                new Written(path.getBytes(StandardCharsets.UTF_8), sum.length(), sum.crc(), at);
        local(one);
        Sum.Counting counting = new Sum.Counting();
        byte[] block = new byte[(int) Math.min(BLOCK, Math.max(1, sum.length()))];
        try (InputStream in = content.open()) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                counting.add(block, n);
                if (counting.length() > sum.length()) {
                    break;
                }
                write(ByteBuffer.wrap(block, 0, n));
                progress.written(at);
            }
        }
        if (!counting.sum().equals(sum)) {
            throw new IOException(path + " is not what its sum says");
        }
        written.add(one);
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
}
