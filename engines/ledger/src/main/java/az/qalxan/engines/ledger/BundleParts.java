package az.qalxan.engines.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * What a bundle is made of.
 *
 * @param checkpoint with the cosignatures it had when it was stamped
 * @param keys the log's and the witnesses'; a reader who knows them from elsewhere compares
 * @param stamps answers of time stamp authorities (RFC 3161) over the bytes of the checkpoint, as
 *     {@code openssl ts} reads them
 */
public record BundleParts(
        Checkpoint checkpoint, List<NoteKey> keys, List<Stamp> stamps, List<BundleItem> items) {

    /** Copies the lists. */
    public BundleParts {
        keys = List.copyOf(keys);
        stamps = List.copyOf(stamps);
        items = List.copyOf(items);
    }

    /** The same parts with other items. */
    public BundleParts with(List<BundleItem> others) {
        return new BundleParts(checkpoint, keys, stamps, new ArrayList<>(others));
    }
}
