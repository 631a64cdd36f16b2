package az.qalxan.engines.image;

import java.util.List;

/**
 * The chunks of one table section and of its twin.
 *
 * @param tables where they lie: one sound table, or all that is left of damaged ones
 * @param sound whether the first one fits its checksums
 * @param order the place of its section in the image
 */
record TableGroup(List<ChunkTable> tables, boolean sound, Place order) {

    TableGroup {
        tables = List.copyOf(tables);
    }

    /** A place in an image: which segment, and where in it. */
    record Place(int part, long offset) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int by = Integer.compare(part, other.part);
            return by != 0 ? by : Long.compare(offset, other.offset);
        }
    }

    int count() {
        return tables.getFirst().count();
    }
}
