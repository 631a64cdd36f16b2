package az.qalxan.engines.image;

import java.util.BitSet;

/** Neighbouring chunks on their way through inflating and hashing. */
final class Block {

    final long firstChunk;
    final int chunks;
    final byte[] bytes;

    /** Which of its chunks were lost; their bytes are zeros. */
    final BitSet lost = new BitSet();

    /** How many of the bytes belong to the media. */
    int length;

    /** What its last chunk holds beyond the media. */
    byte[] beyond = {};

    Block(long firstChunk, int chunks, int chunkBytes) {
        this(firstChunk, chunks, new byte[chunks * chunkBytes]);
    }

    /** In bytes that served before; whoever fills it writes over all that belong to the media. */
    Block(long firstChunk, int chunks, byte[] bytes) {
        this.firstChunk = firstChunk;
        this.chunks = chunks;
        this.bytes = bytes;
    }
}
