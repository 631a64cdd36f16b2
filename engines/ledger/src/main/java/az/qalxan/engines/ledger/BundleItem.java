package az.qalxan.engines.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a bundle with all that proves it.
 *
 * @param label a line for people; it proves nothing
 * @param proof under the checkpoint of the bundle
 * @param opening absent where the record was erased or is not to be shown: then the bundle proves
 *     only that it was made, and when
 * @param files of the container, whose SHA-256 the content names as {@code "sha256":"…"}
 */
public record BundleItem(
        String label,
        Entry entry,
        LogProof proof,
        @Nullable Opening opening,
        List<FileDigest> files) {

    public static final int LABEL_LENGTH_MAX = 200;

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException for a label of several lines or of more than 200 characters
     */
    public BundleItem {
        files = List.copyOf(files);
        if (!isLabel(label)) {
            throw new IllegalArgumentException("no label of an item: " + label);
        }
    }

    static boolean isLabel(String text) {
        return text.length() <= LABEL_LENGTH_MAX && text.chars().noneMatch(Character::isISOControl);
    }

    /** The same item with more files. */
    public BundleItem with(List<FileDigest> more) {
        List<FileDigest> all = new ArrayList<>(files);
        all.addAll(more);
        return new BundleItem(label, entry, proof, opening, all);
    }
}
