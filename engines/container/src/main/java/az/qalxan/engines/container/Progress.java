package az.qalxan.engines.container;

import java.io.IOException;

/** Hears how far the writing is. */
public interface Progress {

    Progress NONE = bytes -> {};

    /**
     * Called after each piece with the bytes written so far.
     *
     * @throws IOException to give up
     */
    void written(long bytes) throws IOException;
}
