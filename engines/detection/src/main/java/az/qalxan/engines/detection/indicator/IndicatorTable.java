package az.qalxan.engines.detection.indicator;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Indicators as numbers in columns, in the order of their first hash, with an index over its first
 * bits: 22 bytes each, 4 more where beginnings are told and 16 more where identities are.
 */
final class IndicatorTable {

    /** More entries of one value say nothing new, and would make every hit slow. */
    static final int ONE_VALUE_MAX = 64;

    /** As many fit between two marks of the index, about. */
    private static final int APART = 4;

    private final int count;
    private final long[] keys;
    private final int[] checks;
    private final int[] origins;
    private final int[] untils;
    private final int @Nullable [] froms;
    private final long @Nullable [] ids;
    private final int[] index;
    private final int shift;

    IndicatorTable(Columns columns) {
        int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(columns.count() / APART));
        shift = ValueHash.BITS - bits;
        new ColumnSort(columns, shift).sort();
        columns.thin();
        columns.trim();
        count = columns.count();
        keys = columns.keys;
        checks = columns.checks;
        origins = columns.origins;
        untils = columns.untils;
        froms = columns.froms;
        ids = columns.ids;
        index = new int[(1 << bits) + 1];
        int at = 0;
        for (int mark = 0; mark < index.length; mark++) {
            while (at < count && keys[at] >>> shift < mark) {
                at++;
            }
            index[mark] = at;
        }
    }

    int count() {
        return count;
    }

    /** What the table takes, in bytes. */
    long bytes() {
        return 8L * keys.length
                + 4L * (checks.length + origins.length + untils.length + index.length)
                + (froms == null ? 0 : 4L * froms.length)
                + (ids == null ? 0 : 8L * ids.length);
    }

    /** The first entry with that key, or -1. */
    int first(long key) {
        int mark = (int) (key >>> shift);
        int until = index[mark + 1];
        for (int entry = index[mark]; entry < until; entry++) {
            if (keys[entry] >= key) {
                return keys[entry] == key ? entry : -1;
            }
        }
        return -1;
    }

    /** Whether the entry has that key and that check; entries of one value stand together. */
    boolean is(int entry, long key, int check) {
        return entry < count && keys[entry] == key && checks[entry] == check;
    }

    boolean has(int entry, long key) {
        return entry < count && keys[entry] == key;
    }

    int origin(int entry) {
        return origins[entry];
    }

    int until(int entry) {
        return untils[entry];
    }

    int from(int entry) {
        return froms == null ? Lifetime.ENDLESS : froms[entry];
    }

    UUID id(int entry) {
        return ids == null
                ? ThreatIndicator.NAMELESS
                : new UUID(ids[2 * entry], ids[2 * entry + 1]);
    }

    /** The columns while they are filled and sorted. */
    static final class Columns {

        private static final int FIRST = 1_024;

        long[] keys = new long[FIRST];
        int[] checks = new int[FIRST];
        int[] origins = new int[FIRST];
        int[] untils = new int[FIRST];
        int @Nullable [] froms;
        long @Nullable [] ids;
        private int count;
        private int crowded;

        int count() {
            return count;
        }

        /** How many entries were left out because their value had enough. */
        int crowded() {
            return crowded;
        }

        void add(long key, int check, int origin, ThreatIndicator indicator) {
            if (count == keys.length) {
                resize(count + count / 2);
            }
            keys[count] = key;
            checks[count] = check;
            origins[count] = origin;
            untils[count] = Lifetime.seconds(indicator.lifetime().until());
            int from = Lifetime.seconds(indicator.lifetime().from());
            if (from != Lifetime.ENDLESS && froms == null) {
                froms = new int[keys.length];
                Arrays.fill(froms, Lifetime.ENDLESS);
            }
            if (froms != null) {
                froms[count] = from;
            }
            UUID id = indicator.id();
            if (!id.equals(ThreatIndicator.NAMELESS) && ids == null) {
                ids = new long[2 * keys.length];
            }
            if (ids != null) {
                ids[2 * count] = id.getMostSignificantBits();
                ids[2 * count + 1] = id.getLeastSignificantBits();
            }
            count++;
        }

        void trim() {
            resize(count);
        }

        private void resize(int length) {
            keys = Arrays.copyOf(keys, length);
            checks = Arrays.copyOf(checks, length);
            origins = Arrays.copyOf(origins, length);
            untils = Arrays.copyOf(untils, length);
            froms = froms == null ? null : Arrays.copyOf(froms, length);
            ids = ids == null ? null : Arrays.copyOf(ids, 2 * length);
        }

        void swap(int one, int other) {
            long key = keys[one];
            keys[one] = keys[other];
            keys[other] = key;
            swap(checks, one, other);
            swap(origins, one, other);
            swap(untils, one, other);
            if (froms != null) {
                swap(froms, one, other);
            }
            if (ids != null) {
                swap(ids, 2 * one, 2 * other);
                swap(ids, 2 * one + 1, 2 * other + 1);
            }
        }

        private static void swap(int[] column, int one, int other) {
            int held = column[one];
            column[one] = column[other];
            column[other] = held;
        }

        private static void swap(long[] column, int one, int other) {
            long held = column[one];
            column[one] = column[other];
            column[other] = held;
        }

        /** By value, then by origin, then by identity; of equal ones the longest-lived first. */
        boolean isAfter(int one, int other) {
            if (keys[one] != keys[other]) {
                return keys[one] > keys[other];
            }
            if (checks[one] != checks[other]) {
                return checks[one] > checks[other];
            }
            if (origins[one] != origins[other]) {
                return origins[one] > origins[other];
            }
            if (ids != null && !sameId(one, other)) {
                boolean same = ids[2 * one] == ids[2 * other];
                int part = same ? 1 : 0;
                return ids[2 * one + part] > ids[2 * other + part];
            }
            return Integer.compareUnsigned(untils[one], untils[other]) < 0;
        }

        private boolean sameId(int one, int other) {
            return ids == null
                    || (ids[2 * one] == ids[2 * other] && ids[2 * one + 1] == ids[2 * other + 1]);
        }

        /** Leaves out what is there already, and what its value has too much of; sorted before. */
        void thin() {
            int kept = 0;
            int alike = 0;
            for (int entry = 0; entry < count; entry++) {
                boolean same = kept > 0 && sameValue(kept - 1, entry);
                boolean again =
                        same && origins[kept - 1] == origins[entry] && sameId(kept - 1, entry);
                alike = same ? alike : 0;
                if (again) {
                    continue;
                }
                if (++alike > ONE_VALUE_MAX) {
                    crowded++;
                    continue;
                }
                if (kept != entry) {
                    swap(kept, entry);
                }
                kept++;
            }
            count = kept;
        }

        private boolean sameValue(int one, int other) {
            return keys[one] == keys[other] && checks[one] == checks[other];
        }
    }
}
