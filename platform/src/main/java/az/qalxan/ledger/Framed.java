package az.qalxan.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Entries one after the other, each after its length in two bytes. */
final class Framed {

    private Framed() {}

    static byte[] of(List<byte[]> entries) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            all.write(entry.length >> Byte.SIZE);
            all.write(entry.length);
            all.writeBytes(entry);
        }
        return all.toByteArray();
    }

    static List<byte[]> read(byte[] framed) {
        ByteBuffer rest = ByteBuffer.wrap(framed);
        List<byte[]> entries = new ArrayList<>();
        while (rest.hasRemaining()) {
            byte[] entry = new byte[Short.toUnsignedInt(rest.getShort())];
            rest.get(entry);
            entries.add(entry);
        }
        return entries;
    }
}
