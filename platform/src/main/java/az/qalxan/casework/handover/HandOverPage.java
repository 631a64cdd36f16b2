package az.qalxan.casework.handover;

import az.qalxan.access.Colleague;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The document of a hand-over.
 *
 * @param statement null when the reader may no longer see it
 * @param sender whether the reader's body offered it
 * @param mine whether the reader may decide on it
 */
record HandOverPage(
        HandOver handOver,
        String from,
        String to,
        @Nullable Statement statement,
        boolean sender,
        boolean mine,
        List<Colleague> colleagues,
        String me) {

    HandOverPage {
        colleagues = List.copyOf(colleagues);
    }

    HandOver.Terms terms() {
        return handOver.terms();
    }

    boolean open() {
        return handOver instanceof HandOver.Offered;
    }

    /** Whether the case is the reader's body's to open. */
    boolean ours() {
        return sender == handOver.owner().equals(terms().from());
    }
}
