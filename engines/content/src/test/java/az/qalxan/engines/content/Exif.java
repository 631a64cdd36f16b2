package az.qalxan.engines.content;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes a block of Exif by hand. */
final class Exif {

    private final ByteBuffer block = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
    private int free = 400;

    private Exif() {}

    static byte[] block() {
        Exif exif = new Exif();
        exif.write();
        byte[] tiff = new byte[exif.free];
        exif.block.get(0, tiff);
        byte[] all = new byte[tiff.length + 6];
        System.arraycopy("Exif\0\0".getBytes(StandardCharsets.US_ASCII), 0, all, 0, 6);
        System.arraycopy(tiff, 0, all, 6, tiff.length);
        return all;
    }

    private void write() {
        block.put(0, (byte) 'I').put(1, (byte) 'I').putShort(2, (short) 42).putInt(4, 8);
        block.putShort(8, (short) 4);
        text(10, 0x010f, "Qalx");
        text(22, 0x0110, "Kamera 7");
        number(34, 0x8769, 100);
        number(46, 0x8825, 200);
        block.putShort(100, (short) 2);
        text(102, 0x9003, "2026:03:10 14:25:36");
        text(114, 0x9011, "+04:00");
        block.putShort(200, (short) 4);
        text(202, 1, "N");
        degrees(214, 2, 40, 22, 3396);
        text(226, 3, "E");
        degrees(238, 4, 49, 53, 3120);
    }

    private void entry(int at, int tag, int type, int count) {
        block.putShort(at, (short) tag).putShort(at + 2, (short) type).putInt(at + 4, count);
    }

    private void number(int at, int tag, int value) {
        entry(at, tag, 4, 1);
        block.putInt(at + 8, value);
    }

    private void text(int at, int tag, String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.US_ASCII);
        entry(at, tag, 2, bytes.length);
        if (bytes.length <= 4) {
            block.put(at + 8, bytes);
        } else {
            block.putInt(at + 8, free);
            block.put(free, bytes);
            free += bytes.length + (bytes.length & 1);
        }
    }

    private void degrees(int at, int tag, int degrees, int minutes, int hundredths) {
        entry(at, tag, 5, 3);
        block.putInt(at + 8, free);
        block.putInt(free, degrees).putInt(free + 4, 1);
        block.putInt(free + 8, minutes).putInt(free + 12, 1);
        block.putInt(free + 16, hundredths).putInt(free + 20, 100);
        free += 24;
    }
}
