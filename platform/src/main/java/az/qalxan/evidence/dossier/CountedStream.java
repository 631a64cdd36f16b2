package az.qalxan.evidence.dossier;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that tells after each piece how many bytes were read. */
final class CountedStream extends FilterInputStream {

    /** Hears it. */
    interface Count {
        void read(long bytes) throws IOException;
    }

    private final Count count;
    private long bytes;

    CountedStream(InputStream in, Count count) {
        super(in);
        this.count = count;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        told(one < 0 ? -1 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int read = super.read(into, from, most);
        told(read);
        return read;
    }

    private void told(int read) throws IOException {
        if (read > 0) {
            bytes += read;
            count.read(bytes);
        }
    }
}
