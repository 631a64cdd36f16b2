package az.qalxan.engines.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * How far an intake has come: two slots that are written in turn, so that a torn one leaves the
 * other. What the later valid slot says was certain before it was written.
 */
record Journal(long sequence, long received) {

    private static final int SLOT_BYTES = 32;

    /** Slots lie so far apart that no sector of a disk holds both. */
    private static final int APART_BYTES = 4096;

    static void begin(VaultFiles.Body body, IntakeId id) throws IOException {
        body.write(APART_BYTES, new Journal(-1, 0).slot(id));
        new Journal(0, 0).write(body, id);
    }

    static Journal read(VaultFiles.Body body, IntakeId id) throws IOException {
        Journal first = slot(body, 0, id);
        Journal second = slot(body, APART_BYTES, id);
        Journal later = first.sequence > second.sequence ? first : second;
        if (later.sequence < 0) {
            throw new VaultRefused(VaultRefused.Why.UNREADABLE, "the journal of intake " + id);
        }
        return later;
    }

    Journal to(long offset) {
        return new Journal(sequence + 1, offset);
    }

    void write(VaultFiles.Body body, IntakeId id) throws IOException {
        body.write(sequence % 2 * APART_BYTES, slot(id));
        body.sync();
    }

    private ByteBuffer slot(IntakeId id) {
        ByteBuffer slot = ByteBuffer.allocate(SLOT_BYTES).putLong(sequence).putLong(received);
        return slot.put(check(id), 0, SLOT_BYTES - slot.position()).flip();
    }

    private static Journal slot(VaultFiles.Body body, long at, IntakeId id) throws IOException {
        ByteBuffer slot = ByteBuffer.allocate(SLOT_BYTES);
        Journal none = new Journal(-1, 0);
        if (body.read(at, slot) < SLOT_BYTES) {
            return none;
        }
        Journal read = new Journal(slot.getLong(0), slot.getLong(8));
        boolean whole =
                Arrays.equals(read.check(id), 0, 16, slot.array(), 16, SLOT_BYTES)
                        && read.received >= 0;
        return whole ? read : none;
    }

    private byte[] check(IntakeId id) {
        byte[] key = Records.put(ByteBuffer.allocate(16), id.value()).array();
        return Gcm.hmac(key, ByteBuffer.allocate(16).putLong(sequence).putLong(received).array());
    }
}
