package az.qalxan.engines.linking.series;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * How one series changed.
 *
 * @param series its id
 * @param sizeBefore how many reports it had; 0 when it starts
 * @param sizeAfter how many it has; 0 when it is dissolved
 * @param joined reports that are new in it
 * @param left reports that are no longer in it
 */
public record SeriesChange(
        UUID series, int sizeBefore, int sizeAfter, List<UUID> joined, List<UUID> left) {

    /** Copies the lists and refuses numbers that do not add up. */
    public SeriesChange {
        Objects.requireNonNull(series, "series");
        joined = List.copyOf(joined);
        left = List.copyOf(left);
        if (sizeBefore + joined.size() - left.size() != sizeAfter) {
            throw new IllegalArgumentException(
                    "A series of %d with %d joined and %d left cannot have %d reports."
                            .formatted(sizeBefore, joined.size(), left.size(), sizeAfter));
        }
    }

    /** Whether it did not exist before. */
    public boolean started() {
        return sizeBefore == 0;
    }

    /** Whether it no longer exists. */
    public boolean dissolved() {
        return sizeAfter == 0;
    }
}
