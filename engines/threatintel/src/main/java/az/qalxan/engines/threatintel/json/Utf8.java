package az.qalxan.engines.threatintel.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Tells well-formed UTF-8 (Unicode 3.9, table 3-7) from the rest, piece by piece. */
final class Utf8 {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    /** Bytes that must still follow, and the range of the next of them. */
    private int following;

    private int low = 0x80;
    private int high = 0xBF;

    /** Index of the first byte that cannot stand where it stands, or -1. */
    int fault(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            if (following == 0) {
                i = pastAscii(bytes, i, to);
                if (i == to) {
                    return -1;
                }
                if (!starts(bytes[i] & 0xFF)) {
                    return i;
                }
            } else if (!continues(bytes[i] & 0xFF)) {
                return i;
            }
            i++;
        }
        return -1;
    }

    /** Whether the text may end here. */
    boolean whole() {
        return following == 0;
    }

    private static int pastAscii(byte[] bytes, int from, int to) {
        int i = from;
        while (i + Long.BYTES <= to && ((long) LONGS.get(bytes, i) & HIGH_BITS) == 0) {
            i += Long.BYTES;
        }
        while (i < to && bytes[i] >= 0) {
            i++;
        }
        return i;
    }

    private boolean starts(int first) {
        if (first < 0xC2 || first > 0xF4) {
            return false;
        }
        following = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
        low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        return true;
    }

    private boolean continues(int next) {
        if (next < low || next > high) {
            return false;
        }
        following--;
        low = 0x80;
        high = 0xBF;
        return true;
    }
}
