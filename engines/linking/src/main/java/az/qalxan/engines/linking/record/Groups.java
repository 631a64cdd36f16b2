package az.qalxan.engines.linking.record;

/** Units, group by group, each in ascending order; groups by their first unit. */
final class Groups {

    private final Units units;
    private final int[] starts;
    private final int[] members;
    private final int count;

    private Groups(Units units, int[] starts, int[] members, int count) {
        this.units = units;
        this.starts = starts;
        this.members = members;
        this.count = count;
    }

    /** From a disjoint-set forest over the units. */
    static Groups of(Units units, Forest forest) {
        int[] numbers = new int[units.count()];
        int count = 0;
        int[] sizes = new int[units.count() + 1];
        int[] group = new int[units.count()];
        java.util.Arrays.fill(numbers, -1);
        for (int unit = 0; unit < units.count(); unit++) {
            int root = forest.root(unit);
            if (numbers[root] < 0) {
                numbers[root] = count;
                count++;
            }
            group[unit] = numbers[root];
            sizes[numbers[root] + 1]++;
        }
        for (int i = 0; i < count; i++) {
            sizes[i + 1] += sizes[i];
        }
        int[] next = sizes.clone();
        int[] members = new int[units.count()];
        for (int unit = 0; unit < units.count(); unit++) {
            members[next[group[unit]]] = unit;
            next[group[unit]]++;
        }
        return new Groups(units, sizes, members, count);
    }

    Units units() {
        return units;
    }

    /** Number of the group of each unit. */
    int[] ofUnit() {
        int[] groups = new int[units.count()];
        for (int group = 0; group < count; group++) {
            for (int at = starts[group]; at < starts[group + 1]; at++) {
                groups[members[at]] = group;
            }
        }
        return groups;
    }

    int count() {
        return count;
    }

    int start(int group) {
        return starts[group];
    }

    int unit(int at) {
        return members[at];
    }
}
