package az.qalxan.series;

import az.qalxan.engines.linking.series.HubRule;
import az.qalxan.engines.linking.series.HubRuling;
import az.qalxan.engines.linking.series.KeyCensus;
import az.qalxan.engines.linking.series.ReportTraits;
import az.qalxan.engines.linking.series.SeriesReport;
import az.qalxan.engines.linking.series.Trait;
import az.qalxan.engines.linking.series.TraitReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which keys are hubs for the caller.
 *
 * <p>What people ruled, and what more than {@link HubRule#HOLDERS_READ} reports hold, is judged
 * alike for everybody: the list of common identifiers is the country's. A key of fewer reports is
 * judged by those that the caller may see, so that no hidden report makes it a hub or keeps it from
 * being one.
 */
final class CommonKeys {

    /** A report that says nothing, for counts that stand for themselves. */
    private static final ReportTraits ANY =
            new TraitReader()
                    .read(
                            new SeriesReport(
                                    new UUID(0, 0),
                                    Instant.EPOCH,
                                    null,
                                    "",
                                    "",
                                    null,
                                    List.of(),
                                    ""));

    private final JdbcClient jdbc;
    private final VisibleReports reports;
    private final Set<Long> asked = new HashSet<>();
    private final Set<Long> hubs = new HashSet<>();

    CommonKeys(JdbcClient jdbc, VisibleReports reports) {
        this.jdbc = jdbc;
        this.reports = reports;
    }

    boolean isHub(long key) {
        return hubs.contains(key);
    }

    /**
     * Judges the keys of these reports.
     *
     * @return components that a key joins which is a hub for the country and none for the caller
     */
    List<Set<UUID>> judge(Collection<VisibleReport> members) {
        Set<Long> fresh = new HashSet<>();
        for (VisibleReport member : members) {
            for (Trait trait : member.traits().traits()) {
                if (asked.add(trait.key())) {
                    fresh.add(trait.key());
                }
            }
        }
        return fresh.isEmpty() ? List.of() : judgeKeys(fresh);
    }

    private List<Set<UUID>> judgeKeys(Set<Long> fresh) {
        Map<Long, KeyCensus> censuses = new JdbcSeriesStore(jdbc, Map.of()).censuses(fresh);
        Map<Long, HubRuling> rulings = new RulingStore(jdbc).inForce(fresh);
        rulings.forEach((key, ruling) -> {
            if (ruling == HubRuling.HUB) {
                hubs.add(key);
            }
        });
        Map<Long, KeyCensus> few = new HashMap<>();
        censuses.forEach((key, census) -> {
            if (HubRule.isHub(census, rulings.get(key))) {
                hubs.add(key);
                if (census.count() <= HubRule.HOLDERS_READ && !rulings.containsKey(key)) {
                    few.put(key, census);
                }
            }
        });
        Map<Long, Integer> seen = visibleCounts(few.keySet());
        few.entrySet().removeIf(one -> isClear(one.getValue(), seen.getOrDefault(one.getKey(), 0)));
        return few.isEmpty() ? List.of() : judgeByVisible(few);
    }

    /**
     * Whether the country's verdict is the caller's too: all holders are visible, or so many that
     * their number decides, or too few to link anything.
     */
    private static boolean isClear(KeyCensus country, int seen) {
        return seen == country.count() || seen < 2 || HubRule.isHub(ofCount(country, seen), null);
    }

    /**
     * How many of the reports that hold these keys the caller may see; of most keys all of them.
     */
    private Map<Long, Integer> visibleCounts(Set<Long> keys) {
        Map<Long, Integer> counts = new HashMap<>();
        if (!keys.isEmpty()) {
            jdbc.sql(
                            """
                            select key, sum(reports) from series.census_tally
                            where key = any (cast(:keys as bigint[])) group by key
                            """)
                    .param("keys", Columns.keys(keys))
                    .query(row -> {
                        counts.put(row.getLong(1), row.getInt(2));
                    });
        }
        return counts;
    }

    private List<Set<UUID>> judgeByVisible(Map<Long, KeyCensus> few) {
        Map<Long, List<UUID>> holders = holders(few.keySet(), HubRule.HOLDERS_READ);
        Map<UUID, VisibleReport> visible = new HashMap<>();
        reports.of(holders.values().stream().flatMap(List::stream).distinct().toList())
                .forEach(one -> visible.put(one.id(), one));
        List<Set<UUID>> joined = new ArrayList<>();
        few.forEach((key, country) -> {
            List<VisibleReport> seen =
                    holders.getOrDefault(key, List.of()).stream()
                            .map(visible::get)
                            .filter(Objects::nonNull)
                            .toList();
            if (!isHub(country, seen)) {
                hubs.remove(key);
                joined.add(seen.stream().map(VisibleReport::component).collect(Collectors.toSet()));
            }
        });
        return joined;
    }

    /** So many reports of one kind in one month: nothing is said but their number. */
    private static KeyCensus ofCount(KeyCensus country, int count) {
        KeyCensus census = KeyCensus.empty(country.key(), country.kind());
        for (int i = 0; i < count; i++) {
            census = census.plus(ANY);
        }
        return census;
    }

    private static boolean isHub(KeyCensus country, List<VisibleReport> seen) {
        KeyCensus census = KeyCensus.empty(country.key(), country.kind());
        for (VisibleReport one : seen) {
            census = census.plus(one.traits());
        }
        return HubRule.isHub(census, null);
    }

    private Map<Long, List<UUID>> holders(Set<Long> keys, int most) {
        Map<Long, List<UUID>> holders = new HashMap<>();
        if (keys.isEmpty()) {
            return holders;
        }
        jdbc.sql(
                        """
                        select key, report_id
                        from series.visible_holders(cast(:keys as bigint[]), :most)
                        """)
                .param("keys", Columns.keys(keys))
                .param("most", most)
                .query(row -> {
                    holders.computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
                            .add(row.getObject(2, UUID.class));
                });
        return holders;
    }
}
