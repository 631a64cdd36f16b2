package az.qalxan.engines.linking.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Finds the rows of a table that speak of the same person, after Fellegi and Sunter (1969), "A
 * Theory for Record Linkage", Journal of the American Statistical Association 64.
 */
public final class RecordLinkage {

    private static final int RANDOM_PAIRS = 1_500_000;
    private static final int CANDIDATE_PAIRS = 1_500_000;
    private static final double SURE_BITS = 7;
    private static final long SEED = 0x51A1A7L;

    private final Records records;
    private final Units units;
    private final PairLevels levels;
    private final FieldTraits traits;
    private final Progress progress;
    private final double precision;

    /** Told what is being done, for people who wait. */
    public interface Progress {

        /** A step that begins now, and how large it is. */
        void step(String what, long size);
    }

    private RecordLinkage(Records records, double precision, Progress progress) {
        this.progress = progress;
        this.precision = precision;
        this.records = records;
        progress.step("ordering rows", records.rows());
        records.seal();
        this.units = Units.of(records);
        this.levels = new PairLevels(units, records);
        this.traits = FieldTraits.of(records.schema());
    }

    /** Links the rows; the table takes no more rows afterwards. */
    public static Linkage link(Records records, double precision, Progress progress) {
        return new RecordLinkage(records, precision, progress).link();
    }

    private Linkage link() {
        progress.step("comparing random pairs", RANDOM_PAIRS);
        PairSample random = PairSample.of(random());
        Learning beginning =
                new Learning(
                        traits,
                        new Learning.Evidence(
                                random, PairSample.of(new PatternCounts()), units.count()));
        progress.step("choosing blocks", units.count());
        List<BlockingKey> keys = new KeyChoice(records, levels, beginning.first()).choose();
        List<Blocks> blocks = keys.stream().map(key -> Blocks.of(key, units)).toList();
        PairWalk walk = new PairWalk(units.count(), blocks);
        long bound = blocks.stream().mapToLong(Blocks::pairs).sum();
        progress.step("learning weights", bound);
        Learning learning =
                new Learning(
                        traits,
                        new Learning.Evidence(
                                random, PairSample.of(candidates(walk, bound)), units.count()));
        PairClasses classes = learning.learn();
        Weights weights = new Weights(classes, traits);
        progress.step("finding sure pairs", bound);
        TermFrequencies frequencies = frequencies(walk, classes, weights);
        Supplier<PairScorer> scorers = () -> new PairScorer(levels, frequencies, weights);
        progress.step("comparing pairs", bound);
        Scoring scoring = Scoring.of(units, walk, scorers);
        double expected = scoring.bars().stream().mapToDouble(Linkage.Bar::persons).sum();
        double threshold = new Threshold(units, scoring.pairs()).choose(expected, precision);
        progress.step("grouping", scoring.pairs().size());
        Groups persons = new Clusters(units, scoring.pairs(), scorers, threshold).find();
        Linkage.Decision decision =
                new ExpectedError(persons, walk, scorers)
                        .estimate(threshold, scoring.pairs(), scoring.bars());
        return new Findings(records, levels, persons)
                .linkage(scoring, decision, learned(classes, learning), chosen(keys, blocks));
    }

    private static Findings.Learned learned(PairClasses classes, Learning learning) {
        return new Findings.Learned(classes, learning.traces().stream().mapToInt(List::size).sum());
    }

    private static List<Linkage.ChosenKey> chosen(List<BlockingKey> keys, List<Blocks> blocks) {
        List<Linkage.ChosenKey> chosen = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Blocks made = blocks.get(i);
            chosen.add(
                    new Linkage.ChosenKey(
                            keys.get(i).label(), made.count(), made.pairs(), made.left()));
        }
        return chosen;
    }

    /** All pairs of a small table, else random ones. */
    private PatternCounts random() {
        PatternCounts counts = new PatternCounts();
        long n = units.count();
        if (n * (n - 1) / 2 <= RANDOM_PAIRS) {
            for (int first = 0; first < n; first++) {
                for (int second = first + 1; second < n; second++) {
                    counts.add(levels.pattern(first, second), 1);
                }
            }
            return counts;
        }
        for (int i = 0; i < RANDOM_PAIRS; i++) {
            int first = Mixing.below(Mixing.mix(SEED + 2L * i), units.count());
            int second = Mixing.below(Mixing.mix(SEED + 2L * i + 1), units.count());
            if (first != second) {
                counts.add(levels.pattern(Math.min(first, second), Math.max(first, second)), 1);
            }
        }
        return counts;
    }

    /** Pairs of the blocks, or a part of them, weighted up; and equal rows. */
    private PatternCounts candidates(PairWalk walk, long bound) {
        long parts = 1 + bound / CANDIDATE_PAIRS;
        PatternCounts all = new PatternCounts();
        walk.walk(() -> new Sampling(parts)).forEach(sampling -> all.addAll(sampling.counts));
        for (int unit = 0; unit < units.count(); unit++) {
            if (units.weight(unit) > 1) {
                all.add(levels.pattern(unit, unit), units.weight(unit) - 1);
            }
        }
        return all;
    }

    /** Counts every so-manieth pair. */
    private final class Sampling implements PairWalk.Visitor {

        private final PatternCounts counts = new PatternCounts();
        private final long parts;

        Sampling(long parts) {
            this.parts = parts;
        }

        @Override
        public void pair(int first, int second) {
            if (parts == 1
                    || Long.remainderUnsigned(Mixing.mix((long) first << 32 | second), parts)
                            == 0) {
                counts.add(levels.pattern(first, second), parts);
            }
        }
    }

    /** Counts values by persons, as far as sure pairs tell them. */
    private TermFrequencies frequencies(PairWalk walk, PairClasses classes, Weights weights) {
        TermFrequencies even = TermFrequencies.even(units, records, classes);
        Forest sure = new Forest(units.count());
        for (Sure part : walk.walk(() -> new Sure(new PairScorer(levels, even, weights)))) {
            for (int i = 0; i < part.pairs.size(); i++) {
                sure.join(part.pairs.first(i), part.pairs.second(i));
            }
        }
        return TermFrequencies.of(Groups.of(units, sure), records, classes);
    }

    /** Keeps the pairs that need no second look. */
    private static final class Sure implements PairWalk.Visitor {

        private final ScoredPairs pairs = new ScoredPairs();
        private final PairScorer scorer;

        Sure(PairScorer scorer) {
            this.scorer = scorer;
        }

        @Override
        public void pair(int first, int second) {
            double bits = scorer.bits(first, second, SURE_BITS);
            if (bits >= SURE_BITS) {
                pairs.add(first, second, bits);
            }
        }
    }
}
