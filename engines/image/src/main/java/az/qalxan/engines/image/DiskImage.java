package az.qalxan.engines.image;

import java.io.Closeable;
import java.io.IOException;
import java.util.Set;
import java.util.function.LongConsumer;

/** An opened image of a disk or another medium. May be read by several threads. */
public interface DiskImage extends Closeable {

    /** What the image says of itself, and what is wrong with its structure. */
    ImageFacts facts();

    /** The media's bytes, at any place. */
    MediaChannel channel();

    /**
     * Reads all of it and compares with the digests that it stores.
     *
     * @param also digests to reckon besides the stored ones
     * @param progress told how many bytes of the media are done
     * @throws IOException when a file cannot be read at all
     */
    ImageVerification verify(Set<DigestKind> also, LongConsumer progress)
            throws IOException, InterruptedException;
}
