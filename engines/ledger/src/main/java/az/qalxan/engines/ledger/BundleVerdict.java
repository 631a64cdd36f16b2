package az.qalxan.engines.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the check of a bundle found.
 *
 * @param origin what the log calls itself; empty where its checkpoint cannot be read
 * @param size how many leaves the checkpoint covers
 * @param signed the keys that signed the checkpoint
 * @param uncovered files of the container of which no valid item tells
 * @param flaws of the archive and of the checkpoint; those of items and stamps stand with them
 */
public record BundleVerdict(
        String origin,
        long size,
        KeyTrust trust,
        List<Trust.Signed> signed,
        List<ItemVerdict> items,
        List<StampVerdict> stamps,
        List<String> uncovered,
        List<BundleFlaw> flaws) {

    /** Where the log's key that signed is known from. */
    public enum KeyTrust {
        /** It was given by whoever checks. */
        OUTSIDE,
        /** Only the bundle itself tells it: whoever made the bundle may have made the key. */
        BUNDLE,
        /** No key of the log signed. */
        NONE
    }

    /**
     * What was found of one item.
     *
     * @param id the entry's, by the name of its folder
     * @param entry absent where it cannot be read
     * @param index its place in the log; -1 where unknown
     * @param opened whether the content is there and is what the entry stands for
     * @param files of the container whose bytes are what the content names
     */
    public record ItemVerdict(
            String id,
            String label,
            @Nullable Entry entry,
            long index,
            boolean opened,
            List<String> files,
            List<BundleFlaw> flaws) {

        /** Copies the lists. */
        public ItemVerdict {
            files = List.copyOf(files);
            flaws = List.copyOf(flaws);
        }

        public boolean valid() {
            return flaws.isEmpty();
        }
    }

    /**
     * What was found of one time stamp.
     *
     * @param genuine absent where it is flawed or was not judged
     * @param judged whether there was somebody to judge it
     */
    public record StampVerdict(
            String member,
            StampCheck.@Nullable Genuine genuine,
            boolean judged,
            List<BundleFlaw> flaws) {

        /** Copies the list. */
        public StampVerdict {
            flaws = List.copyOf(flaws);
        }

        public boolean valid() {
            return flaws.isEmpty();
        }
    }

    /** Copies the lists. */
    public BundleVerdict {
        signed = List.copyOf(signed);
        items = List.copyOf(items);
        stamps = List.copyOf(stamps);
        uncovered = List.copyOf(uncovered);
        flaws = List.copyOf(flaws);
    }

    /** Whether nothing at all is wrong. */
    public boolean valid() {
        return flaws.isEmpty()
                && items.stream().allMatch(ItemVerdict::valid)
                && stamps.stream().allMatch(StampVerdict::valid);
    }
}
