package az.qalxan.engines.evtx;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** UTF-8 text that grows up to a limit; kept and used again for the next record. */
final class TextBuffer {

    /** What one record may become: its 64 KiB as escapes of six bytes, and much of its template. */
    static final int RECORD_BYTES_MAX = 1 << 20;

    private static final int INITIAL_BYTES = 16 << 10;

    byte[] bytes = new byte[INITIAL_BYTES];
    int length;

    void clear() {
        length = 0;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    String text(int from) {
        return new String(bytes, from, length - from, StandardCharsets.UTF_8);
    }

    /** Makes room for so many more bytes. */
    void reserve(int more) throws Flaw {
        if (bytes.length - length < more) {
            grow(more);
        }
    }

    private void grow(int more) throws Flaw {
        long wanted = (long) length + more;
        if (wanted > RECORD_BYTES_MAX) {
            throw new Flaw("the record becomes longer than " + RECORD_BYTES_MAX + " bytes", 0);
        }
        bytes = Arrays.copyOf(bytes, (int) Math.max(wanted, 2L * bytes.length));
    }

    void put(char ascii) throws Flaw {
        reserve(1);
        bytes[length++] = (byte) ascii;
    }

    void put(byte[] more) throws Flaw {
        put(more, 0);
    }

    /** Puts what stands from there on. */
    void put(byte[] more, int from) throws Flaw {
        int count = more.length - from;
        reserve(count);
        System.arraycopy(more, from, bytes, length, count);
        length += count;
    }

    void ascii(String more) throws Flaw {
        reserve(more.length());
        for (int i = 0; i < more.length(); i++) {
            bytes[length++] = (byte) more.charAt(i);
        }
    }

    /** Takes one byte out again. */
    void remove(int at) {
        System.arraycopy(bytes, at + 1, bytes, at, length - at - 1);
        length--;
    }

    /** The last byte, or nothing when there is none. */
    char last() {
        return length == 0 ? 0 : (char) bytes[length - 1];
    }
}
