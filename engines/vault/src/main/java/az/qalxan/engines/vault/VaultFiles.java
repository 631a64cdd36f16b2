package az.qalxan.engines.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Where a vault lives: small records and large bodies of bytes by path below one place. */
interface VaultFiles {

    /**
     * The bytes of that record, if it is there.
     *
     * @throws VaultRefused when it is larger than that
     * @throws IOException when it cannot be read
     */
    Optional<byte[]> read(String path, int bytesMax) throws IOException;

    /** Makes a record at one stroke and for certain; false when there is one of that path. */
    boolean create(String path, byte[] bytes) throws IOException;

    /** Replaces a record at one stroke and for certain: the earlier or the new one is there. */
    void replace(String path, byte[] bytes) throws IOException;

    /** Opens a body of bytes to read and write; makes an empty one when it is absent. */
    Body write(String path) throws IOException;

    /** Opens a body of bytes to read, if it is there. */
    Optional<Body> body(String path) throws IOException;

    /** The names of records and bodies right below that path. */
    List<String> list(String path) throws IOException;

    /** Makes sure that there is no record or body of that path, even after a crash. */
    void delete(String path) throws IOException;

    /** Waits until nobody else, in no other process either, holds the lock of that name. */
    Held lock(String name) throws IOException;

    /** Bytes at offsets. */
    interface Body extends AutoCloseable {

        long size() throws IOException;

        /** Reads until the buffer is full or the body ends; answers how many bytes came. */
        int read(long at, ByteBuffer into) throws IOException;

        /** What was written is certain only after {@link #sync}. */
        void write(long at, ByteBuffer bytes) throws IOException;

        void truncate(long size) throws IOException;

        /** Returns when everything written would outlive a crash. */
        void sync() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** A lock that is held. */
    interface Held extends AutoCloseable {
        @Override
        void close() throws IOException;
    }
}
