package az.qalxan.engines.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which table leads to which chunk. Tables do not say which chunks they have; it follows from their
 * order. Where a table is lost, those before the first loss are counted from the start and those
 * after the last one from the end; what lies between cannot be placed and counts as missing.
 */
final class ChunkIndex {

    private final TreeMap<Long, TableGroup> byFirst = new TreeMap<>();

    private ChunkIndex() {}

    /**
     * @param groups in order
     * @param losses where sections may be lost
     * @param chunks how many there are
     */
    static ChunkIndex of(List<TableGroup> groups, List<TableGroup.Place> losses, long chunks) {
        ChunkIndex index = new ChunkIndex();
        long known = groups.stream().mapToLong(TableGroup::count).sum();
        List<TableGroup> later = new ArrayList<>();
        long next = 0;
        for (TableGroup group : groups) {
            if (known < chunks && losses.stream().anyMatch(at -> at.compareTo(group.order()) < 0)) {
                later.add(group);
            } else {
                index.put(next, group, chunks);
                next += group.count();
            }
        }
        index.putFromEnd(later, losses, chunks);
        return index;
    }

    private void putFromEnd(List<TableGroup> later, List<TableGroup.Place> losses, long chunks) {
        long next = chunks;
        for (TableGroup group : later.reversed()) {
            if (losses.stream().anyMatch(at -> at.compareTo(group.order()) > 0)) {
                return;
            }
            next -= group.count();
            put(next, group, chunks);
        }
    }

    private void put(long first, TableGroup group, long chunks) {
        if (first < chunks) {
            byFirst.put(first, group);
        }
    }

    /**
     * A chunk in its group.
     *
     * @param at its place in the group's tables
     */
    record Found(TableGroup group, int at) {}

    Optional<Found> find(long chunk) {
        Map.Entry<Long, TableGroup> entry = byFirst.floorEntry(chunk);
        if (entry == null || chunk - entry.getKey() >= entry.getValue().count()) {
            return Optional.empty();
        }
        return Optional.of(new Found(entry.getValue(), (int) (chunk - entry.getKey())));
    }

    /** Chunks from one number to before another. */
    record Run(long from, long to) {

        long count() {
            return to - from;
        }
    }

    /** All chunks that some table leads to. */
    List<Run> runs(long chunks) {
        List<Run> runs = new ArrayList<>();
        byFirst.forEach((first, group) ->
                runs.add(new Run(first, Math.min(chunks, first + group.count()))));
        return runs;
    }
}
