package az.qalxan.engines.vault;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;

/** Reading and writing of the small records. */
final class Records {

    private Records() {}

    static byte[] bytes(ByteBuffer in, int count) {
        byte[] bytes = new byte[count];
        in.get(bytes);
        return bytes;
    }

    static void expect(ByteBuffer in, byte[] magic) {
        if (!Arrays.equals(bytes(in, magic.length), magic)) {
            throw new BufferUnderflowException();
        }
    }

    static UUID uuid(ByteBuffer in) {
        return new UUID(in.getLong(), in.getLong());
    }

    static ByteBuffer put(ByteBuffer out, UUID id) {
        return out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}
