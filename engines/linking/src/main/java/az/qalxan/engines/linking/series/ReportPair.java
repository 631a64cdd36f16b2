package az.qalxan.engines.linking.series;

import java.util.Comparator;
import java.util.UUID;

/**
 * Two different reports, whose order does not matter.
 *
 * @param first the one with the smaller id
 * @param second the one with the greater id
 */
public record ReportPair(UUID first, UUID second) {

    static final Comparator<ReportPair> ORDER =
            Comparator.comparing(ReportPair::first, ReportOrder.BY_ID)
                    .thenComparing(ReportPair::second, ReportOrder.BY_ID);

    /** Puts the smaller id first and refuses a report paired with itself. */
    public ReportPair {
        int order = ReportOrder.compare(first, second);
        if (order == 0) {
            throw new IllegalArgumentException(
                    "A pair has two different reports; both were " + first + ".");
        }
        if (order > 0) {
            UUID smaller = second;
            second = first;
            first = smaller;
        }
    }
}
