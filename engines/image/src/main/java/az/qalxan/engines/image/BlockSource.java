package az.qalxan.engines.image;

import java.io.IOException;
import java.util.Optional;

/** Gives out the blocks of a media in order, to be filled by any thread. */
interface BlockSource {

    /** The next one, empty of bytes; nothing after the last. Called by one thread at a time. */
    Optional<Block> next();

    /** Reads its bytes. Called by several threads. */
    void fill(Block block, Inflation inflation) throws IOException;

    /** Takes back a block that nobody needs any more. Called by one thread at a time. */
    default void release(Block block) {}
}
