package az.qalxan.engines.threatintel.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes on their way into the parser: only well-formed UTF-8, and no more than is allowed. */
final class GuardedStream extends FilterInputStream {

    /** What stopped the stream; never leaves this package. */
    static final class Barred extends IOException {

        private static final long serialVersionUID = 1L;

        final transient JsonFault.Kind kind;

        Barred(JsonFault.Kind kind, String words) {
            super(words);
            this.kind = kind;
        }
    }

    private final Utf8 utf8 = new Utf8();
    private final long bytesMax;
    private long seen;

    GuardedStream(InputStream in, long bytesMax) {
        super(in);
        this.bytesMax = bytesMax;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count < 0) {
            if (!utf8.whole()) {
                throw new Barred(JsonFault.Kind.NOT_UTF8, "the text ends inside a character");
            }
            return count;
        }
        if (count > bytesMax - seen) {
            throw new Barred(JsonFault.Kind.TOO_LARGE, "more than %,d bytes".formatted(bytesMax));
        }
        int fault = utf8.fault(bytes, offset, offset + count);
        if (fault >= 0) {
            throw new Barred(
                    JsonFault.Kind.NOT_UTF8,
                    "byte %,d is not UTF-8".formatted(seen + fault - offset));
        }
        if (seen == 0 && startsWithZero(bytes, offset, count)) {
            throw new Barred(JsonFault.Kind.NOT_UTF8, "the text looks like UTF-16 or UTF-32");
        }
        seen += count;
        return count;
    }

    private static boolean startsWithZero(byte[] bytes, int offset, int count) {
        for (int i = offset; i < offset + Math.min(count, Integer.BYTES); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
