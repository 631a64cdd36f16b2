package az.qalxan.engines.linking.series;

import java.util.List;
import java.util.Objects;
import java.util.function.LongPredicate;

/**
 * Why two reports are linked, or why not.
 *
 * @param pair the two reports
 * @param score sum of the reasons' points, not below 0
 * @param reasons the heaviest first
 */
public record LinkExplanation(ReportPair pair, int score, List<Reason> reasons) {

    /** So many points link two reports. */
    public static final int LINK_POINTS = 100;

    /** Copies the reasons. */
    public LinkExplanation {
        Objects.requireNonNull(pair, "pair");
        reasons = List.copyOf(reasons);
    }

    /**
     * Compares two reports. The reasons' first and second follow the pair, not the arguments.
     *
     * @param hub whether a key is a hub
     */
    public static LinkExplanation of(ReportTraits one, ReportTraits other, LongPredicate hub) {
        return new PairReasons(one, other, hub).explanation();
    }

    /** Whether the evidence is enough for a link. */
    public boolean links() {
        return score >= LINK_POINTS;
    }
}
