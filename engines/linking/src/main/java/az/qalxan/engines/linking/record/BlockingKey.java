package az.qalxan.engines.linking.record;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What two units must have in common to be compared: one to three features of different fields.
 *
 * @param columns the features
 * @param eitherOrder whether the first two may be exchanged
 */
record BlockingKey(List<FeatureColumn> columns, boolean eitherOrder) {

    BlockingKey {
        columns = List.copyOf(columns);
    }

    /** All keys of one feature and of two. */
    static List<BlockingKey> all(List<FeatureColumn> columns, LinkSchema schema) {
        List<BlockingKey> keys = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            FeatureColumn one = columns.get(i);
            if (one.main()) {
                keys.add(new BlockingKey(List.of(one), false));
            }
            for (FeatureColumn other : columns.subList(i + 1, columns.size())) {
                if (other.field() != one.field()) {
                    keys.add(new BlockingKey(List.of(one, other), swapped(one, other, schema)));
                }
            }
        }
        return keys;
    }

    private static boolean swapped(FeatureColumn one, FeatureColumn other, LinkSchema schema) {
        return schema.swaps().stream()
                .anyMatch(swap ->
                        Math.min(swap.first(), swap.second()) == one.field()
                                && Math.max(swap.first(), swap.second()) == other.field()
                                && one.main()
                                && other.main());
    }

    /** The keys that ask for one more whole value, each once. */
    List<BlockingKey> narrower(List<FeatureColumn> all) {
        return all.stream()
                .filter(column -> column.main() && column.field() > columns.getLast().field())
                .map(column -> {
                    List<FeatureColumn> more = new ArrayList<>(columns);
                    more.add(column);
                    return new BlockingKey(more, eitherOrder);
                })
                .toList();
    }

    /** What must be equal, or 0 for a unit that has not all of it. */
    long of(Units units, int unit) {
        long key = 0;
        for (int i = 0; i < columns.size(); i++) {
            long part = columns.get(i).of(units, unit);
            if (part == 0) {
                return 0;
            }
            key = eitherOrder && i < 2 ? key + Mixing.mix(part) : Mixing.mix(key, part);
        }
        return key == 0 ? 1 : key;
    }

    /** Whether all units that agree in {@code other} agree in this key too. */
    boolean followsFrom(BlockingKey other) {
        return !other.eitherOrder
                && columns.stream()
                        .allMatch(mine ->
                                other.columns.stream().anyMatch(column -> follows(mine, column)));
    }

    /** A whole value tells all its parts. */
    private static boolean follows(FeatureColumn part, FeatureColumn column) {
        return part == column || part.field() == column.field() && column.main();
    }

    String label() {
        return columns.stream().map(FeatureColumn::label).collect(Collectors.joining(" + "))
                + (eitherOrder ? ", the first two in either order" : "");
    }
}
