package az.qalxan.engines.vault;

import java.util.List;

/**
 * What a rotation of a case's key did.
 *
 * @param wrapped how many files stand under the new key
 * @param unreadable files whose seals are damaged; while there are any the earlier key is kept
 */
public record Rotation(int wrapped, List<StoredId> unreadable) {

    public Rotation {
        unreadable = List.copyOf(unreadable);
    }
}
