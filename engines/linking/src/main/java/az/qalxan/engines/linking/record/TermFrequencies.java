package az.qalxan.engines.linking.record;

import java.util.HashSet;
import java.util.Set;

/**
 * How likely strangers share each single value (Winkler 2000): a rare family name says more than a
 * common one. Counted by persons, not rows: a person who stands five times in the table has not
 * made the name common.
 */
final class TermFrequencies {

    private static final double FLOOR = 0.1;

    /** Negative logarithms to the base 2, by field and value. */
    private final float[][] bits;

    private TermFrequencies(float[][] bits) {
        this.bits = bits;
    }

    /** Every value of a field alike: the average over all. */
    static TermFrequencies even(Units units, Records records, PairClasses classes) {
        float[][] bits = new float[units.fields()][];
        for (int field = 0; field < bits.length; field++) {
            bits[field] = new float[records.pool(field).count() + 1];
            float exact = (float) -Maths.log2(classes.byChance(field, Level.EXACT.ordinal()));
            java.util.Arrays.fill(bits[field], exact);
        }
        return new TermFrequencies(bits);
    }

    /** By value; {@code groups} lists the units person by person. */
    static TermFrequencies of(Groups groups, Records records, PairClasses classes) {
        Units units = groups.units();
        float[][] bits = new float[units.fields()][];
        for (int field = 0; field < bits.length; field++) {
            int[] persons = new int[records.pool(field).count() + 1];
            int present = 0;
            Set<Integer> seen = new HashSet<>();
            for (int group = 0; group < groups.count(); group++) {
                seen.clear();
                for (int at = groups.start(group); at < groups.start(group + 1); at++) {
                    int value = units.cell(groups.unit(at), field);
                    if (value != 0 && seen.add(value)) {
                        persons[value]++;
                    }
                }
                present += seen.isEmpty() ? 0 : 1;
            }
            bits[field] = bits(persons, present, classes.byChance(field, Level.EXACT.ordinal()));
        }
        return new TermFrequencies(bits);
    }

    /**
     * Of the persons with a value, the one in question is not counted; in its place stands the
     * chance that a value seen once is shared at all, which is small for numbers of which there are
     * many more than persons.
     */
    private static float[] bits(int[] persons, int present, double average) {
        double once = Math.min(1, present * average);
        float[] bits = new float[persons.length];
        for (int value = 1; value < persons.length; value++) {
            double chance = (persons[value] - 1 + once) / Math.max(1, present);
            bits[value] = (float) -Maths.log2(Math.min(1, Math.max(chance, average * FLOOR)));
        }
        return bits;
    }

    float bits(int field, int value) {
        return bits[field][value];
    }
}
