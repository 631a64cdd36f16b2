package az.qalxan.engines.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of the container by its digests.
 *
 * @param path within the container
 * @param blocks the SHA-256 of each block of {@link #BLOCK_BYTES}, the last one shorter, so that
 *     damage is found in its place; empty for a file of one block
 */
public record FileDigest(String path, long length, Digest sha256, List<Digest> blocks) {

    /** How finely damage is found: 1 MiB. */
    public static final int BLOCK_BYTES = 1 << 20;

    /** Copies the list. */
    public FileDigest {
        blocks = List.copyOf(blocks);
    }

    /** Reads the stream to its end; it stays the caller's to close. */
    public static FileDigest of(String path, InputStream in) throws IOException {
        MessageDigest all = Hasher.sha256();
        MessageDigest one = Hasher.sha256();
        List<Digest> blocks = new ArrayList<>();
        byte[] block = new byte[BLOCK_BYTES];
        long length = 0;
        int read = in.readNBytes(block, 0, BLOCK_BYTES);
        while (read > 0) {
            all.update(block, 0, read);
            one.update(block, 0, read);
            blocks.add(Digest.of(one.digest()));
            length += read;
            read = read < BLOCK_BYTES ? 0 : in.readNBytes(block, 0, BLOCK_BYTES);
        }
        Digest sha256 = Digest.of(all.digest());
        return new FileDigest(path, length, sha256, blocks.size() > 1 ? blocks : List.of());
    }
}
