package az.qalxan.engines.detection.correlation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads what {@link Writing} wrote; whatever else the bytes are, they make no harm. */
final class Reading {

    /** No decimal number of an event has more digits behind the point. */
    private static final int SCALE_MAX = 1_000;

    private final byte[] bytes;
    private int at;

    Reading(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads one value. */
    private interface One<T> {
        T read() throws BadState;
    }

    boolean ended() {
        return at == bytes.length;
    }

    private int next() throws BadState {
        if (at == bytes.length) {
            throw new BadState("it ends too soon");
        }
        return bytes[at++] & 0xff;
    }

    long number() throws BadState {
        long rest = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int one = next();
            rest |= (one & 0x7fL) << shift;
            if (one < 0x80) {
                return (rest >>> 1) ^ -(rest & 1);
            }
        }
        throw new BadState("a number does not end");
    }

    /** How many follow, each of at least one byte. */
    int size() throws BadState {
        long size = number();
        if (size < 0 || size > bytes.length - at) {
            throw new BadState(size + " of something cannot follow");
        }
        return (int) size;
    }

    int number(int max) throws BadState {
        long value = number();
        if (value < 0 || value > max) {
            throw new BadState(value + " is beyond " + max);
        }
        return (int) value;
    }

    long whole() throws BadState {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | next();
        }
        return value;
    }

    boolean truth() throws BadState {
        return next() != 0;
    }

    byte[] raw() throws BadState {
        int size = size();
        at += size;
        return Arrays.copyOfRange(bytes, at - size, at);
    }

    String text() throws BadState {
        return new String(raw(), StandardCharsets.UTF_8);
    }

    BigDecimal decimal() throws BadState {
        long scale = number();
        byte[] unscaled = raw();
        if (unscaled.length == 0 || Math.abs(scale) > SCALE_MAX) {
            throw new BadState("a number cannot be read");
        }
        return new BigDecimal(new BigInteger(unscaled), (int) scale);
    }

    EventRef ref() throws BadState {
        return truth() ? EventRef.of(number()) : new EventRef(whole(), whole());
    }

    private <T> List<T> list(One<T> one) throws BadState {
        int size = size();
        List<T> all = new ArrayList<>(Math.min(size, 1_000));
        for (int i = 0; i < size; i++) {
            all.add(one.read());
        }
        return List.copyOf(all);
    }

    List<EventRef> refs() throws BadState {
        return list(this::ref);
    }

    List<String> texts() throws BadState {
        return list(this::text);
    }

    List<List<String>> rows() throws BadState {
        return list(this::texts);
    }

    List<BigDecimal> decimals() throws BadState {
        return list(this::decimal);
    }
}
