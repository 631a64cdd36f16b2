package az.qalxan.engines.linking.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives clusters the ids of the series in which their reports stood so far: the largest overlap
 * first. What no id is left for gets a new one.
 */
final class SeriesNaming {

    private record Claim(int cluster, UUID head, UUID series, int overlap) {}

    private final List<Boolean> named = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final Map<UUID, Integer> unread = new HashMap<>();
    private final Map<UUID, List<UUID>> before = new HashMap<>();
    private final Map<UUID, List<UUID>> joined = new TreeMap<>(ReportOrder.BY_ID);
    private final Map<UUID, List<UUID>> left = new TreeMap<>(ReportOrder.BY_ID);

    /** Sizes of series of which not every report is read. */
    void knowSizes(Map<UUID, Integer> sizes) {
        unread.putAll(sizes);
    }

    /** A cluster comes next; a series, or one report alone, with the series it stood in. */
    void claim(UUID head, boolean series, Map<UUID, Integer> earlier) {
        int cluster = named.size();
        named.add(series);
        if (series) {
            earlier.forEach((id, overlap) ->
                    claims.add(
                            new Claim(
                                    cluster,
                                    head,
                                    id,
                                    Math.max(overlap, unread.getOrDefault(id, 0)))));
        }
    }

    /** The ids in the order of the clusters; none for a report alone. */
    List<@Nullable UUID> names(Supplier<UUID> newSeries) {
        List<@Nullable UUID> names = new ArrayList<>();
        named.forEach(one -> names.add(null));
        Set<UUID> taken = new HashSet<>();
        claims.sort(
                Comparator.comparingInt((Claim claim) -> -claim.overlap())
                        .thenComparing(Claim::head, ReportOrder.BY_ID)
                        .thenComparing(Claim::series, ReportOrder.BY_ID));
        for (Claim claim : claims) {
            if (names.get(claim.cluster()) == null && taken.add(claim.series())) {
                names.set(claim.cluster(), claim.series());
            }
        }
        for (int i = 0; i < names.size(); i++) {
            if (named.get(i) && names.get(i) == null) {
                names.set(i, newSeries.get());
            }
        }
        return names;
    }

    /** A report stood in one series and stands in another; either may be none. */
    void moved(@Nullable UUID from, @Nullable UUID to, UUID report) {
        if (from != null) {
            before.computeIfAbsent(from, s -> new ArrayList<>()).add(report);
        }
        if (from == null ? to != null : !from.equals(to)) {
            if (from != null) {
                left.computeIfAbsent(from, s -> new ArrayList<>()).add(report);
            }
            if (to != null) {
                joined.computeIfAbsent(to, s -> new ArrayList<>()).add(report);
            }
        }
    }

    /** A report is gone. */
    void left(@Nullable UUID from, UUID report) {
        moved(from, null, report);
    }

    List<SeriesChange> changes() {
        Set<UUID> all = new java.util.TreeSet<>(ReportOrder.BY_ID);
        all.addAll(joined.keySet());
        all.addAll(left.keySet());
        List<SeriesChange> changes = new ArrayList<>();
        for (UUID series : all) {
            List<UUID> in = sorted(joined.getOrDefault(series, List.of()));
            List<UUID> out = sorted(left.getOrDefault(series, List.of()));
            int size = unread.getOrDefault(series, before.getOrDefault(series, List.of()).size());
            changes.add(new SeriesChange(series, size, size + in.size() - out.size(), in, out));
        }
        return changes;
    }

    private static List<UUID> sorted(List<UUID> ids) {
        return ids.stream().sorted(ReportOrder.BY_ID).toList();
    }
}
