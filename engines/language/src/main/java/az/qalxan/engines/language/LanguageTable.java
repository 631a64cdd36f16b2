package az.qalxan.engines.language;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The weights of n-grams, made at build time: a row for each hash of an n-gram, a byte in it for
 * each {@link Tongue}, 128 being no weight at all.
 */
final class LanguageTable {

    /** The resource beside this class. */
    static final String RESOURCE = "languages.table";

    static final int MAGIC = 0x514C5431;
    static final int FINGERPRINT_BYTES = 32;
    static final int NO_WEIGHT = 128;

    /**
     * Log-odds before a letter is read, by {@link Tongue}: they decide only where one or two words
     * leave it open. Set on development texts so that no language loses words for another's sake.
     */
    private static final double[] HEAD_STARTS = {0, -1.5, 0.55, 0.9, -1.5, 0.9, -1.7, -2.2};

    private static final long EVEN_BYTES = 0x00FF00FF00FF00FFL;

    /** Rows that two bytes can add up before they overflow. */
    private static final int ROWS_AT_ONCE = 256;

    private final long[] rows;
    private final float scale;

    LanguageTable(long[] rows, float scale) {
        this.rows = rows;
        this.scale = scale;
    }

    /** Reads the table that stands beside this class. */
    static LanguageTable load() {
        try (@Nullable InputStream in = LanguageTable.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(
                        RESOURCE + " is missing; Maven makes it in the phase process-test-classes");
            }
            return read(new DataInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    private static LanguageTable read(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("not a table of languages");
        }
        in.skipNBytes(FINGERPRINT_BYTES);
        float scale = in.readFloat();
        byte[] bytes = in.readNBytes(Long.BYTES << Rows.BITS);
        if (bytes.length != Long.BYTES << Rows.BITS) {
            throw new IOException("the table of languages is cut off");
        }
        long[] rows = new long[1 << Rows.BITS];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(rows);
        return new LanguageTable(rows, scale);
    }

    /** Belief in each tongue, by its ordinal; the parts add up to one. */
    double[] beliefs(Rows found) {
        long[] sums = sums(found);
        double factor = scale / Math.sqrt(Math.sqrt(Math.max(1, found.size())));
        double[] beliefs = new double[Tongue.COUNT];
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < Tongue.COUNT; i++) {
            beliefs[i] = (sums[i] - (long) NO_WEIGHT * found.size()) * factor + HEAD_STARTS[i];
            highest = Math.max(highest, beliefs[i]);
        }
        for (int i = 0; i < Tongue.COUNT; i++) {
            beliefs[i] = Math.exp(beliefs[i] - highest);
        }
        double all = Arrays.stream(beliefs).sum();
        return Arrays.stream(beliefs).map(one -> one / all).toArray();
    }

    /** Adds four columns at a time in the halves of a long. */
    private long[] sums(Rows found) {
        long[] sums = new long[Tongue.COUNT];
        for (int from = 0; from < found.size(); from += ROWS_AT_ONCE) {
            int to = Math.min(found.size(), from + ROWS_AT_ONCE);
            long even = 0;
            long odd = 0;
            for (int i = from; i < to; i++) {
                long row = rows[found.at(i)];
                even += row & EVEN_BYTES;
                odd += row >>> Byte.SIZE & EVEN_BYTES;
            }
            for (int i = 0; i < Tongue.COUNT; i += 2) {
                sums[i] += even >>> i * Byte.SIZE & 0xFFFF;
                sums[i + 1] += odd >>> i * Byte.SIZE & 0xFFFF;
            }
        }
        return sums;
    }
}
