package az.qalxan.engines.detection.correlation;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes state as bytes, small numbers short. */
final class Writing {

    private byte[] bytes = new byte[64];
    private int end;

    byte[] bytes() {
        return Arrays.copyOf(bytes, end);
    }

    private void put(int one) {
        if (end == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * end);
        }
        bytes[end++] = (byte) one;
    }

    /** Seven bits a byte, the sign lowest. */
    void number(long value) {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7fL) != 0) {
            put((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        put((int) rest);
    }

    /** Eight bytes: for what is spread evenly. */
    void whole(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            put((int) (value >>> shift));
        }
    }

    void truth(boolean value) {
        put(value ? 1 : 0);
    }

    void raw(byte[] some) {
        number(some.length);
        if (end + some.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + some.length));
        }
        System.arraycopy(some, 0, bytes, end, some.length);
        end += some.length;
    }

    void text(String text) {
        raw(text.getBytes(StandardCharsets.UTF_8));
    }

    void decimal(BigDecimal value) {
        number(value.scale());
        raw(value.unscaledValue().toByteArray());
    }

    void ref(EventRef ref) {
        truth(ref.high() == 0);
        if (ref.high() == 0) {
            number(ref.low());
        } else {
            whole(ref.high());
            whole(ref.low());
        }
    }

    void refs(List<EventRef> refs) {
        number(refs.size());
        refs.forEach(this::ref);
    }

    void texts(List<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
    }

    void rows(List<List<String>> rows) {
        number(rows.size());
        rows.forEach(this::texts);
    }

    void decimals(List<BigDecimal> values) {
        number(values.size());
        values.forEach(this::decimal);
    }
}
