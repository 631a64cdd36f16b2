package az.qalxan.engines.linking.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Puts together what a run found out. */
final class Findings {

    private static final int REVIEWED_EACH = 25;

    private final Records records;
    private final PairLevels levels;
    private final Units units;
    private final int[] groupOfUnit;
    private final int persons;
    private final int[] firstRow;

    /** What was learnt, and in how many steps. */
    record Learned(PairClasses classes, int steps) {}

    Findings(Records records, PairLevels levels, Groups groups) {
        this.records = records;
        this.levels = levels;
        this.units = levels.units();
        this.persons = groups.count();
        this.groupOfUnit = groups.ofUnit();
        this.firstRow = new int[units.count()];
        for (int row = units.rows() - 1; row >= 0; row--) {
            firstRow[units.unitOfRow(row)] = row;
        }
    }

    Linkage linkage(
            Scoring scoring,
            Linkage.Decision decision,
            Learned learned,
            List<Linkage.ChosenKey> keys) {
        PairClasses classes = learned.classes;
        return new Linkage(
                clusters(),
                persons,
                scoring.compared(),
                fields(classes),
                keys,
                scoring.bars(),
                decision,
                review(scoring.pairs(), decision.bits()),
                new Linkage.Model(
                        classes.shares().person(),
                        classes.shares().moved(),
                        classes.shares().household(),
                        classes.shares().place(),
                        learned.steps));
    }

    /** Numbers from 1 in the order of first appearance. */
    private int[] clusters() {
        int[] numbers = new int[persons];
        int[] clusters = new int[units.rows()];
        int next = 0;
        for (int row = 0; row < clusters.length; row++) {
            int group = groupOfUnit[units.unitOfRow(row)];
            if (numbers[group] == 0) {
                next++;
                numbers[group] = next;
            }
            clusters[row] = numbers[group];
        }
        return clusters;
    }

    private List<Linkage.LearntField> fields(PairClasses classes) {
        List<Linkage.LearntField> fields = new ArrayList<>();
        for (int field = 0; field < records.fields(); field++) {
            LinkField known = records.schema().fields().get(field);
            List<Linkage.LearntLevel> learnt = new ArrayList<>();
            for (int level = Level.EXACT.ordinal(); level < Level.COUNT; level++) {
                double same = classes.ofPerson(field, level);
                double chance = classes.byChance(field, level);
                if (same > 0) {
                    learnt.add(
                            new Linkage.LearntLevel(
                                    Level.of(level).label(),
                                    same,
                                    chance,
                                    Maths.log2(same / chance)));
                }
            }
            fields.add(new Linkage.LearntField(known.name(), known.kind(), learnt));
        }
        return fields;
    }

    /** The nearest pairs on both sides of the threshold. */
    private List<Linkage.ReviewPair> review(ScoredPairs pairs, double threshold) {
        List<Linkage.ReviewPair> review = new ArrayList<>();
        for (boolean above : new boolean[] {true, false}) {
            IntStream.range(0, pairs.size())
                    .filter(i -> (pairs.bits(i) >= threshold) == above)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> Math.abs(pairs.bits(i) - threshold)))
                    .limit(REVIEWED_EACH)
                    .map(i -> pair(pairs, i))
                    .forEach(review::add);
        }
        review.sort(Comparator.comparingDouble(Linkage.ReviewPair::bits).reversed());
        return review;
    }

    private Linkage.ReviewPair pair(ScoredPairs pairs, int at) {
        int first = pairs.first(at);
        int second = pairs.second(at);
        long pattern = levels.pattern(first, second);
        List<String> labels =
                IntStream.range(0, records.fields())
                        .mapToObj(field -> Level.of(PairLevels.level(pattern, field)).label())
                        .toList();
        return new Linkage.ReviewPair(
                Math.min(firstRow[first], firstRow[second]),
                Math.max(firstRow[first], firstRow[second]),
                pairs.bits(at),
                groupOfUnit[first] == groupOfUnit[second],
                labels);
    }
}
