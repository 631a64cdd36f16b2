package az.qalxan.series;

import az.qalxan.engines.linking.series.HubRule;
import az.qalxan.engines.linking.series.HubRuling;
import az.qalxan.engines.linking.series.KeyCensus;
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
            for (long key : member.traits().keys()) {
                if (asked.add(key)) {
                    fresh.add(key);
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
        List<Long> small = new ArrayList<>();
        censuses.forEach((key, census) -> {
            if (HubRule.isHub(census, rulings.get(key))) {
                hubs.add(key);
                if (census.count() <= HubRule.HOLDERS_READ && !rulings.containsKey(key)) {
                    small.add(key);
                }
            }
        });
        return small.isEmpty() ? List.of() : judgeByVisible(small, censuses);
    }

    private List<Set<UUID>> judgeByVisible(List<Long> keys, Map<Long, KeyCensus> censuses) {
        Map<Long, List<UUID>> holders = holders(keys);
        Map<UUID, VisibleReport> visible = new HashMap<>();
        reports.of(holders.values().stream().flatMap(List::stream).distinct().toList())
                .forEach(one -> visible.put(one.id(), one));
        List<Set<UUID>> joined = new ArrayList<>();
        for (long key : keys) {
            List<VisibleReport> seen =
                    holders.getOrDefault(key, List.of()).stream()
                            .map(visible::get)
                            .filter(Objects::nonNull)
                            .toList();
            if (!isHub(Objects.requireNonNull(censuses.get(key)), seen)) {
                hubs.remove(key);
                joined.add(seen.stream().map(VisibleReport::component).collect(Collectors.toSet()));
            }
        }
        return joined;
    }

    private static boolean isHub(KeyCensus country, List<VisibleReport> seen) {
        KeyCensus census = KeyCensus.empty(country.key(), country.kind());
        for (VisibleReport one : seen) {
            census = census.plus(one.traits());
        }
        return HubRule.isHub(census, null);
    }

    private Map<Long, List<UUID>> holders(List<Long> keys) {
        Map<Long, List<UUID>> holders = new HashMap<>();
        jdbc.sql(
                        """
                        select key, report_id
                        from series.visible_holders(cast(:keys as bigint[]), :most)
                        """)
                .param("keys", Columns.keys(keys))
                .param("most", HubRule.HOLDERS_READ)
                .query(row -> {
                    holders.computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
                            .add(row.getObject(2, UUID.class));
                });
        return holders;
    }
}
