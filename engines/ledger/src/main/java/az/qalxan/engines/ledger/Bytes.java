package az.qalxan.engines.ledger;

import java.nio.ByteBuffer;

/** Bytes one after the other. */
final class Bytes {

    private Bytes() {}

    static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }
}
