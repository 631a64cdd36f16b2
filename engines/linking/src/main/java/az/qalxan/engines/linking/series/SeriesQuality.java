package az.qalxan.engines.linking.series;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How well found series agree with known ones, for tests and benchmarks: where people work nobody
 * knows the truth.
 *
 * <p><b>B-cubed</b> (Bagga and Baldwin, "Entity-Based Cross-Document Coreferencing Using the Vector
 * Space Model", COLING-ACL 1998): for every report, precision is the share of its found series that
 * belongs to its true one, recall the share of its true series that stands in its found one; both
 * are averaged over reports, and a report without a series is a series of one. Amigó, Gonzalo,
 * Artiles and Verdejo ("A comparison of extrinsic clustering evaluation metrics based on formal
 * constraints", Information Retrieval 12, 2009) show that it alone of the usual measures satisfies
 * their four constraints; unlike a count of pairs it does not let one large series decide. F1 is
 * the harmonic mean.
 *
 * <p>Reports alone in truth and alone in the result agree trivially and are two thirds of a
 * country. {@link #planted} therefore averages over the reports of true series only, while
 * strangers who were drawn into their series still count against its precision; {@link #all}
 * averages over everybody.
 *
 * <p><b>Pairs proposed</b> are all pairs of reports that stand in one found series. A pair is false
 * when the two are not of one true series, and <b>unrelated</b> when moreover neither names, as the
 * truth says, an identifier of the other's offenders ({@link Judged#bridge}).
 *
 * @param planted B-cubed over the reports of true series
 * @param all B-cubed over all reports
 * @param pairs how pairs were proposed
 * @param links the pairs by which series hang together, one less than each has reports
 */
public record SeriesQuality(BCubed planted, BCubed all, Pairs pairs, Pairs links) {

    private static final double TEN_THOUSAND = 10_000;

    /**
     * What was found about a report and what is true.
     *
     * @param report its id
     * @param found the series in which it stands; absent for none
     * @param linkedTo the report by which it hangs in the series; absent for none
     * @param truth its true series; absent for none
     * @param bridge another true series, an identifier of which it states; absent for none
     */
    public record Judged(
            UUID report,
            @Nullable UUID found,
            @Nullable UUID linkedTo,
            @Nullable String truth,
            @Nullable String bridge) {

        /** Refuses a report without id. */
        public Judged {
            Objects.requireNonNull(report, "report");
        }

        /** Takes what was found from the report's place. */
        public static Judged of(
                PlacedReport placed, @Nullable String truth, @Nullable String bridge) {
            Placement place = placed.placement();
            return new Judged(placed.id(), place.series(), place.linkedTo(), truth, bridge);
        }

        private Object foundOrAlone() {
            return found == null ? report : found;
        }

        private Object truthOrAlone() {
            return truth == null ? report : truth;
        }

        private boolean together(Judged other) {
            return truth != null && truth.equals(other.truth);
        }

        private boolean bridges(Judged other) {
            return (bridge != null && bridge.equals(other.truth))
                    || (other.bridge != null && other.bridge.equals(truth));
        }
    }

    /** B-cubed precision and recall over so many reports. */
    public record BCubed(long reports, double precision, double recall) {

        /** Their harmonic mean. */
        public double f1() {
            double sum = precision + recall;
            return sum == 0 ? 0 : 2 * precision * recall / sum;
        }
    }

    /** Pairs that were proposed, those among them that are false, and false and unrelated. */
    public record Pairs(long proposed, long wrong, long unrelated) {

        /** False ones of 10,000 proposed. */
        public double wrongIn10000() {
            return proposed == 0 ? 0 : TEN_THOUSAND * wrong / proposed;
        }

        /** False merges of unrelated victims of 10,000 proposed. */
        public double unrelatedIn10000() {
            return proposed == 0 ? 0 : TEN_THOUSAND * unrelated / proposed;
        }
    }

    /** Judges all reports of a country. */
    public static SeriesQuality of(Collection<Judged> reports) {
        Counts counts = new Counts(reports);
        return new SeriesQuality(
                counts.bCubed(reports.stream().filter(one -> one.truth() != null).toList()),
                counts.bCubed(List.copyOf(reports)),
                counts.pairs(reports),
                links(reports));
    }

    private static Pairs links(Collection<Judged> reports) {
        Map<UUID, Judged> byId = new HashMap<>();
        reports.forEach(one -> byId.put(one.report(), one));
        long proposed = 0;
        long wrong = 0;
        long unrelated = 0;
        for (Judged one : reports) {
            Judged other = one.linkedTo() == null ? null : byId.get(one.linkedTo());
            if (other != null) {
                proposed++;
                wrong += one.together(other) ? 0 : 1;
                unrelated += one.together(other) || one.bridges(other) ? 0 : 1;
            }
        }
        return new Pairs(proposed, wrong, unrelated);
    }

    /** How many reports each found series shares with each true one. */
    private static final class Counts {

        private final Map<Object, Integer> found = new HashMap<>();
        private final Map<Object, Integer> truth = new HashMap<>();
        private final Map<Object, Map<Object, Integer>> both = new HashMap<>();

        Counts(Collection<Judged> reports) {
            for (Judged one : reports) {
                found.merge(one.foundOrAlone(), 1, Integer::sum);
                truth.merge(one.truthOrAlone(), 1, Integer::sum);
                both.computeIfAbsent(one.foundOrAlone(), f -> new HashMap<>())
                        .merge(one.truthOrAlone(), 1, Integer::sum);
            }
        }

        private int shared(Object one, Object other) {
            return both.getOrDefault(one, Map.of()).getOrDefault(other, 0);
        }

        BCubed bCubed(List<Judged> reports) {
            double precision = 0;
            double recall = 0;
            for (Judged one : reports) {
                double shared = shared(one.foundOrAlone(), one.truthOrAlone());
                precision += shared / found.getOrDefault(one.foundOrAlone(), 1);
                recall += shared / truth.getOrDefault(one.truthOrAlone(), 1);
            }
            int count = Math.max(1, reports.size());
            return new BCubed(reports.size(), precision / count, recall / count);
        }

        Pairs pairs(Collection<Judged> reports) {
            long proposed = 0;
            long right = 0;
            for (Map.Entry<Object, Integer> one : found.entrySet()) {
                proposed += pairsOf(one.getValue());
                for (int part : both.getOrDefault(one.getKey(), Map.of()).values()) {
                    right += pairsOf(part);
                }
            }
            long bridged = 0;
            for (Judged one : reports) {
                String bridge = one.bridge();
                if (bridge != null && one.found() != null && !bridge.equals(one.truth())) {
                    bridged += shared(one.found(), bridge);
                }
            }
            return new Pairs(proposed, proposed - right, proposed - right - bridged);
        }

        private static long pairsOf(long reports) {
            return reports * (reports - 1) / 2;
        }
    }
}
