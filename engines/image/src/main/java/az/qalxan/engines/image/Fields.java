package az.qalxan.engines.image;

import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;

/** Little-endian numbers in bytes, as the formats here keep them. */
record Fields(byte[] bytes) {

    int length() {
        return bytes.length;
    }

    int at(int offset) {
        return bytes[offset] & 0xff;
    }

    int half(int offset) {
        return at(offset) | at(offset + 1) << 8;
    }

    long word(int offset) {
        return at(offset)
                | at(offset + 1) << 8
                | at(offset + 2) << 16
                | (long) at(offset + 3) << 24;
    }

    /** A number of 64 bits; those beyond the range of a long become the greatest long. */
    long wide(int offset) {
        long value = word(offset) | word(offset + 4) << 32;
        return value < 0 ? Long.MAX_VALUE : value;
    }

    /** The text up to the first zero byte. */
    String text(int offset, int most) {
        int end = offset;
        while (end < offset + most && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, offset, end - offset, StandardCharsets.ISO_8859_1);
    }

    /** Whether the word after these bytes is their Adler-32 checksum. */
    boolean checked(int from, int count) {
        Adler32 sum = new Adler32();
        sum.update(bytes, from, count);
        return sum.getValue() == word(from + count);
    }
}
