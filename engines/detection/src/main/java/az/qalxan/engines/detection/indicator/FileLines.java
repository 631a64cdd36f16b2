package az.qalxan.engines.detection.indicator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a file, of any number but bounded length. */
final class FileLines {

    static final int LINE_BYTES_MAX = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private byte[] line = new byte[256];
    private long number;
    private boolean tooLong;

    FileLines(InputStream in) {
        this.in = in;
    }

    /** The number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /** Whether the line that was read last is longer than is kept of it. */
    boolean tooLong() {
        return tooLong;
    }

    /** The next line, or null behind the last. */
    @Nullable String next() throws IOException {
        int length = 0;
        tooLong = false;
        while (true) {
            if (at == end && !fill()) {
                return length == 0 ? null : text(length);
            }
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            length = keep(from, length);
            if (at < end) {
                at++;
                return text(length);
            }
        }
    }

    private int keep(int from, int length) {
        int more = Math.min(at - from, LINE_BYTES_MAX - length);
        tooLong |= more < at - from;
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(2 * line.length, length + more));
        }
        System.arraycopy(buffer, from, line, length, more);
        return length + more;
    }

    private boolean fill() throws IOException {
        end = Math.max(0, in.read(buffer));
        at = 0;
        return end > 0;
    }

    private String text(int length) {
        number++;
        int begin = number == 1 && length > 2 && line[0] == (byte) 0xef ? mark(length) : 0;
        boolean returned = length > begin && line[length - 1] == '\r';
        return new String(line, begin, length - begin - (returned ? 1 : 0), StandardCharsets.UTF_8);
    }

    private int mark(int length) {
        return length > 2 && line[1] == (byte) 0xbb && line[2] == (byte) 0xbf ? 3 : 0;
    }
}
