package az.qalxan.engines.linking.record;

import java.util.ArrayList;
import java.util.List;

/**
 * A feature of one field for every value.
 *
 * @param field place of the field
 * @param label as a report names it
 * @param main whether it stands for the whole value
 * @param ofValue a number for each value; 0 where there is no feature
 */
record FeatureColumn(int field, String label, boolean main, int[] ofValue) {

    static List<FeatureColumn> of(Records records) {
        List<FeatureColumn> columns = new ArrayList<>();
        for (int field = 0; field < records.fields(); field++) {
            LinkField known = records.schema().fields().get(field);
            boolean main = true;
            for (Feature feature : known.kind().comparison().features()) {
                String label =
                        feature.label().isEmpty()
                                ? known.name()
                                : known.name() + " (" + feature.label() + ")";
                columns.add(
                        new FeatureColumn(
                                field, label, main, numbers(records.pool(field), feature)));
                main = false;
            }
        }
        return columns;
    }

    private static int[] numbers(ValuePool pool, Feature feature) {
        int[] numbers = new int[pool.count() + 1];
        for (int value = 1; value < numbers.length; value++) {
            numbers[value] = Mixing.hash32(feature.of().apply(pool.text(value)));
        }
        return numbers;
    }

    int of(Units units, int unit) {
        return ofValue[units.cell(unit, field)];
    }
}
