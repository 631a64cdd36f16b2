package az.qalxan.engines.detection;

import java.util.Arrays;

/** Bytes that are looked for in others, by the one of them that logs have most seldom. */
final class ByteRun {

    /** From the most frequent on; what is not here is rarer. */
    private static final String FREQUENT = " e0tarinsoc\\l1.md-2pw3u4:5f6h8bg7ky9/_,v";

    private final byte[] bytes;
    private final int rarest;
    private final long each;

    /**
     * @param bytes at least one
     */
    ByteRun(byte[] bytes) {
        this.bytes = bytes;
        rarest = rarest(bytes);
        each = EightBytes.each(bytes[rarest]);
    }

    private static int rarest(byte[] bytes) {
        int rarest = 0;
        for (int i = 1; i < bytes.length; i++) {
            if (rarity(bytes[i]) > rarity(bytes[rarest])) {
                rarest = i;
            }
        }
        return rarest;
    }

    private static int rarity(byte b) {
        int place = FREQUENT.indexOf(b);
        return place < 0 ? FREQUENT.length() : place;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    int length() {
        return bytes.length;
    }

    boolean stands(byte[] text, int from, int until) {
        int end = from + bytes.length;
        return end <= until && Arrays.equals(bytes, 0, bytes.length, text, from, end);
    }

    /** The index behind the first place of the run between two indexes, or -1. */
    int behind(byte[] text, int from, int until) {
        int last = until - bytes.length + rarest;
        int i = from + rarest;
        while (i <= last && i + EightBytes.COUNT <= text.length) {
            long marks = EightBytes.marks(EightBytes.at(text, i), each);
            while (marks != 0) {
                int begin = i + EightBytes.first(marks) - rarest;
                if (stands(text, begin, until)) {
                    return begin + bytes.length;
                }
                marks &= marks - 1;
            }
            i += EightBytes.COUNT;
        }
        for (; i <= last; i++) {
            if (stands(text, i - rarest, until)) {
                return i - rarest + bytes.length;
            }
        }
        return -1;
    }
}
