package az.qalxan.engines.content;

import java.io.EOFException;
import java.io.IOException;

/** The packing that Windows uses for prefetch files (MS-XCA 2.2, LZ77 with Huffman codes). */
final class XpressHuffman {

    private static final int SYMBOLS = 512;
    private static final int CODE_BITS = 15;
    private static final int BLOCK = 1 << 16;

    private final byte[] in;
    private final byte[] out;
    private final short[] table = new short[1 << CODE_BITS];
    private final byte[] lengths = new byte[SYMBOLS];
    private int at;
    private int written;
    private long bits;
    private int spare;

    private XpressHuffman(byte[] in, int from, int size) {
        this.in = in;
        this.at = from;
        this.out = new byte[size];
    }

    static byte[] unpack(byte[] packed, int from, int size) throws IOException {
        XpressHuffman stream = new XpressHuffman(packed, from, size);
        while (stream.written < size) {
            stream.block();
        }
        return stream.out;
    }

    private void block() throws IOException {
        codes();
        bits = (long) u16() << 16 | u16();
        spare = 16;
        int end = (int) Math.min(out.length, (long) written + BLOCK);
        while (written < end) {
            int symbol = table[(int) (bits >>> 32 - CODE_BITS) & (1 << CODE_BITS) - 1];
            if (symbol < 0) {
                throw new IOException("a code that stands for nothing");
            }
            take(lengths[symbol]);
            if (symbol < 256) {
                out[written++] = (byte) symbol;
            } else {
                match(symbol - 256);
            }
        }
    }

    private void match(int symbol) throws IOException {
        int length = symbol & 15;
        if (length == 15) {
            length = u8();
            if (length == 255) {
                length = u16();
                if (length == 0) {
                    length = u16() | u16() << 16;
                }
                if (length < 15) {
                    throw new IOException("a length that is too short");
                }
            } else {
                length += 15;
            }
        }
        length += 3;
        int distanceBits = symbol >> 4;
        int distance = 1 << distanceBits;
        if (distanceBits > 0) {
            distance += (int) (bits >>> 32 - distanceBits & (1 << distanceBits) - 1);
            take(distanceBits);
        }
        if (distance > written) {
            throw new IOException("a distance before the beginning");
        }
        for (int i = 0; i < length && written < out.length; i++, written++) {
            out[written] = out[written - distance];
        }
    }

    /** Passes bits that were read; whole words follow from behind. */
    private void take(int count) throws IOException {
        bits = bits << count & 0xffffffffL;
        spare -= count;
        if (spare < 0) {
            int word = at + 1 < in.length ? u16() : 0;
            bits |= (long) word << -spare;
            spare += 16;
        }
    }

    /** Canonical codes from the lengths of the 512 symbols. */
    private void codes() throws IOException {
        for (int i = 0; i < SYMBOLS; i += 2) {
            int both = u8();
            lengths[i] = (byte) (both & 15);
            lengths[i + 1] = (byte) (both >> 4);
        }
        java.util.Arrays.fill(table, (short) -1);
        int next = 0;
        for (int length = 1; length <= CODE_BITS; length++) {
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                if (lengths[symbol] == length) {
                    int count = 1 << CODE_BITS - length;
                    if (next + count > table.length) {
                        throw new IOException("more codes than there are");
                    }
                    java.util.Arrays.fill(table, next, next + count, (short) symbol);
                    next += count;
                }
            }
        }
    }

    private int u8() throws IOException {
        if (at >= in.length) {
            throw new EOFException();
        }
        return in[at++] & 0xff;
    }

    private int u16() throws IOException {
        return u8() | u8() << 8;
    }
}
