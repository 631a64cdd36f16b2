package az.qalxan.engines.linking.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Visits every pair that shares a block of at least one key, exactly once. */
final class PairWalk {

    /** Parts of the work of one key; fixed, so that sums do not depend on the number of cores. */
    private static final int PARTS = 64;

    private final int units;
    private final int keys;
    private final int[] blocks;
    private final int[] counts;

    /** What is done with a pair; {@code first} is less than {@code second}. */
    interface Visitor {
        void pair(int first, int second);
    }

    PairWalk(int units, List<Blocks> ofKeys) {
        this.units = units;
        this.keys = ofKeys.size();
        this.blocks = new int[Math.multiplyExact(units, keys)];
        this.counts = new int[keys];
        for (int key = 0; key < keys; key++) {
            counts[key] = ofKeys.get(key).count();
            for (int unit = 0; unit < units; unit++) {
                blocks[unit * keys + key] = ofKeys.get(key).ofUnit()[unit];
            }
        }
    }

    /** Walks with one visitor for each part of the work; gives the visitors in a fixed order. */
    <V extends Visitor> List<V> walk(Supplier<V> visitors) {
        List<V> all = new ArrayList<>();
        for (int key = 0; key < keys; key++) {
            Members members = members(key);
            int[] cuts = members.cuts();
            int walked = key;
            all.addAll(
                    IntStream.range(0, cuts.length - 1)
                            .parallel()
                            .mapToObj(part -> {
                                V visitor = visitors.get();
                                for (int b = cuts[part]; b < cuts[part + 1]; b++) {
                                    block(walked, members, b, visitor);
                                }
                                return visitor;
                            })
                            .toList());
        }
        return all;
    }

    /** How many keys put both units into one block. */
    int keys(int first, int second) {
        int shared = 0;
        for (int key = 0; key < keys; key++) {
            int block = blocks[first * keys + key];
            shared += block >= 0 && block == blocks[second * keys + key] ? 1 : 0;
        }
        return shared;
    }

    private void block(int key, Members members, int block, Visitor visitor) {
        for (int i = members.starts[block]; i < members.starts[block + 1]; i++) {
            for (int j = i + 1; j < members.starts[block + 1]; j++) {
                int first = members.units[i];
                int second = members.units[j];
                if (!seen(key, first, second)) {
                    visitor.pair(first, second);
                }
            }
        }
    }

    /** Whether an earlier key already led to this pair. */
    private boolean seen(int key, int first, int second) {
        int a = first * keys;
        int b = second * keys;
        for (int earlier = 0; earlier < key; earlier++) {
            if (blocks[a + earlier] >= 0 && blocks[a + earlier] == blocks[b + earlier]) {
                return true;
            }
        }
        return false;
    }

    /** Units by block, in ascending order within each. */
    private Members members(int key) {
        int[] starts = new int[counts[key] + 1];
        for (int unit = 0; unit < units; unit++) {
            int block = blocks[unit * keys + key];
            if (block >= 0) {
                starts[block + 1]++;
            }
        }
        for (int block = 0; block < counts[key]; block++) {
            starts[block + 1] += starts[block];
        }
        int[] next = starts.clone();
        int[] sorted = new int[starts[counts[key]]];
        for (int unit = 0; unit < units; unit++) {
            int block = blocks[unit * keys + key];
            if (block >= 0) {
                sorted[next[block]] = unit;
                next[block]++;
            }
        }
        return new Members(starts, sorted);
    }

    /** The units of each block, one block after the other. */
    private record Members(int[] starts, int[] units) {

        /** Where the parts of the work begin, so that each has about as many pairs. */
        int[] cuts() {
            long all = 0;
            for (int block = 0; block + 1 < starts.length; block++) {
                all += pairs(block);
            }
            int[] cuts = new int[PARTS + 1];
            long done = 0;
            int part = 0;
            for (int block = 0; block + 1 < starts.length; block++) {
                while (part < PARTS && done >= all * part / PARTS) {
                    cuts[part] = block;
                    part++;
                }
                done += pairs(block);
            }
            for (; part <= PARTS; part++) {
                cuts[part] = starts.length - 1;
            }
            return cuts;
        }

        private long pairs(int block) {
            long size = starts[block + 1] - starts[block];
            return size * (size - 1) / 2;
        }
    }
}
