package az.qalxan.engines.ledger;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Hashes leaves and nodes after RFC 6962 §2.1: SHA-256 over 0x00 and the entry, or over 0x01 and
 * the two hashes below. For one thread.
 */
final class Hasher {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest sha256 = sha256();

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    TreeHash leaf(byte[] entry) {
        sha256.update(LEAF);
        return TreeHash.owning(sha256.digest(entry));
    }

    TreeHash node(TreeHash left, TreeHash right) {
        sha256.update(NODE);
        sha256.update(left.own());
        return TreeHash.owning(sha256.digest(right.own()));
    }

    /** The root over a power of two of hashes from that place of a tile on. */
    TreeHash root(byte[] tile, int place, int count) {
        byte[] row = new byte[count * TreeHash.BYTES];
        System.arraycopy(tile, place * TreeHash.BYTES, row, 0, row.length);
        for (int width = count; width > 1; width /= 2) {
            for (int i = 0; i < width; i += 2) {
                pair(row, i);
            }
        }
        return TreeHash.at(row, 0);
    }

    private void pair(byte[] row, int left) {
        try {
            sha256.update(NODE);
            sha256.update(row, left * TreeHash.BYTES, 2 * TreeHash.BYTES);
            sha256.digest(row, left / 2 * TreeHash.BYTES, TreeHash.BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("a hash always fits", e);
        }
    }
}
