package az.qalxan.engines.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Adler32;
import java.util.zip.Deflater;

/** Writes images in the form of EnCase 6, for tests alone. */
final class EwfWriter {

    int sectorsPerChunk = 8;
    int chunksPerTable = 10;
    int tablesPerSegment = 2;
    boolean digests = true;
    boolean twins = true;

    /** As the first tools wrote: chunks behind the entries of their table, no checksum between. */
    boolean chunksInTable;

    long[][] readErrors = {};
    byte set = 7;
    long sectors = -1;

    private final List<byte[]> segments = new ArrayList<>();
    private ByteArrayOutputStream out = new ByteArrayOutputStream();

    int chunkBytes() {
        return sectorsPerChunk * 512;
    }

    List<byte[]> write(byte[] media) {
        int chunks = (media.length + chunkBytes() - 1) / chunkBytes();
        begin();
        texts();
        section("volume", volume(media.length, chunks));
        for (int chunk = 0, tables = 0; chunk < chunks; chunk += chunksPerTable, tables++) {
            if (tables > 0 && tables % tablesPerSegment == 0) {
                end("next");
                begin();
                section("data", volume(media.length, chunks));
            }
            chunks(media, chunk, Math.min(chunks, chunk + chunksPerTable));
        }
        errors();
        if (digests) {
            digests(media);
        }
        end("done");
        return segments;
    }

    private void begin() {
        out = new ByteArrayOutputStream();
        out.writeBytes(EwfOpening.MAGIC);
        out.writeBytes(new byte[] {1, (byte) (segments.size() + 1), 0, 0, 0});
    }

    private void end(String type) {
        out.writeBytes(head(type, out.size(), 0));
        segments.add(out.toByteArray());
    }

    private void texts() {
        String text =
                "3\nmain\na\tc\tn\te\tt\tav\tov\tm\tu\tp\n"
                        + "Noutbuk\t2026-1\t1/1\tƏliyev\tqeyd\t1\tLinux\t1764270000\t1764270000\t\n\n";
        section("header2", deflated(("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE)));
    }

    private byte[] volume(int bytes, int chunks) {
        ByteBuffer volume = ByteBuffer.allocate(1052).order(ByteOrder.LITTLE_ENDIAN);
        volume.put(0, (byte) 1).putInt(4, chunks).putInt(8, sectorsPerChunk).putInt(12, 512);
        volume.putLong(16, sectors < 0 ? bytes / 512 : sectors).put(64, set);
        return summed(volume.array(), 1048);
    }

    private void chunks(byte[] media, int from, int to) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        ByteBuffer table =
                ByteBuffer.allocate(24 + (to - from) * 4 + 4).order(ByteOrder.LITTLE_ENDIAN);
        table.putInt(0, to - from).putLong(8, out.size());
        summed(table.array(), 20);
        for (int chunk = from; chunk < to; chunk++) {
            byte[] bytes =
                    Arrays.copyOfRange(
                            media,
                            chunk * chunkBytes(),
                            Math.min(media.length, (chunk + 1) * chunkBytes()));
            byte[] packed = deflated(bytes);
            boolean stored = packed.length >= bytes.length + 4;
            int before = chunksInTable ? 24 + (to - from) * 4 : 0;
            int entry = EwfSection.HEAD_BYTES + before + data.size() | (stored ? 0 : 1 << 31);
            table.putInt(24 + (chunk - from) * 4, entry);
            data.writeBytes(
                    stored ? summed(Arrays.copyOf(bytes, bytes.length + 4), bytes.length) : packed);
        }
        int entries = (to - from) * 4;
        if (chunksInTable) {
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.write(table.array(), 0, 24 + entries);
            both.writeBytes(data.toByteArray());
            section("table", both.toByteArray());
            return;
        }
        byte[] sum = summed(Arrays.copyOfRange(table.array(), 24, 24 + entries + 4), entries);
        System.arraycopy(sum, entries, table.array(), 24 + entries, 4);
        section("sectors", data.toByteArray());
        section("table", table.array());
        if (twins) {
            section("table2", table.array());
        }
    }

    private void errors() {
        if (readErrors.length > 0) {
            int bytes = readErrors.length * 8;
            ByteBuffer errors = ByteBuffer.allocate(520 + bytes + 4).order(ByteOrder.LITTLE_ENDIAN);
            errors.putInt(0, readErrors.length);
            summed(errors.array(), 516);
            for (int i = 0; i < readErrors.length; i++) {
                errors.putInt(520 + 8 * i, (int) readErrors[i][0]);
                errors.putInt(524 + 8 * i, (int) readErrors[i][1]);
            }
            byte[] entries = Arrays.copyOfRange(errors.array(), 520, 520 + bytes + 4);
            System.arraycopy(summed(entries, bytes), 0, errors.array(), 520, bytes + 4);
            section("error2", errors.array());
        }
    }

    private void digests(byte[] media) {
        MessageDigest md5 = DigestKind.MD5.digest();
        byte[] hash = Arrays.copyOf(md5.digest(media), 36);
        byte[] both = Arrays.copyOf(hash, 80);
        System.arraycopy(DigestKind.SHA1.digest().digest(media), 0, both, 16, 20);
        section("digest", summed(both, 76));
        section("hash", summed(hash, 32));
    }

    private void section(String type, byte[] content) {
        out.writeBytes(head(type, out.size(), content.length));
        out.writeBytes(content);
    }

    static byte[] head(String type, long at, int content) {
        ByteBuffer head = ByteBuffer.allocate(76).order(ByteOrder.LITTLE_ENDIAN);
        head.put(0, type.getBytes(StandardCharsets.US_ASCII));
        boolean last = type.equals("next") || type.equals("done");
        head.putLong(16, last ? at : at + 76 + content).putLong(24, last ? 0 : 76 + content);
        return summed(head.array(), 72);
    }

    /** Puts the checksum of the first bytes behind them. */
    static byte[] summed(byte[] bytes, int count) {
        Adler32 sum = new Adler32();
        sum.update(bytes, 0, count);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(count, (int) sum.getValue());
        return bytes;
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        byte[] room = new byte[bytes.length + 1000];
        int count = deflater.deflate(room);
        deflater.end();
        return Arrays.copyOf(room, count);
    }
}
