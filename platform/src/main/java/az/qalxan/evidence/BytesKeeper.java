package az.qalxan.evidence;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/** Where exhibits' bytes are read from; the module that stores them provides it. */
@FunctionalInterface
public interface BytesKeeper {

    /**
     * The bytes, each chunk of which is proven to be what was stored before it is given out.
     *
     * @throws IOException when they are lost or altered, or cannot be read
     */
    SeekableByteChannel open(StoredBytes bytes) throws IOException;
}
