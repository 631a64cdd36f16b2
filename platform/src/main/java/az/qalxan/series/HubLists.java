package az.qalxan.series;

import az.qalxan.engines.linking.series.KeyCensus;
import az.qalxan.engines.linking.series.Trait;
import az.qalxan.engines.linking.series.TraitKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists identifiers that stand in many reports, counted from what the caller may read. */
@Component
class HubLists {

    /** Reports from which kinds and months are counted. */
    static final int SAMPLE = 64;

    /** Only what people can recognise is listed. */
    private static final String[] KINDS =
            Stream.of(TraitKind.values())
                    .filter(TraitKind::strong)
                    .map(TraitKind::code)
                    .toArray(String[]::new);

    private final JdbcClient jdbc;
    private final VisibleReports reports;

    HubLists(JdbcClient jdbc, VisibleReports reports) {
        this.jdbc = jdbc;
        this.reports = reports;
    }

    /** A page of hubs, or of identifiers of many reports that link all the same. */
    List<HubRow> page(boolean hubs, HubRow.HubPlace after, int rows) {
        Map<Long, Long> counted = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select t.key, sum(t.reports) as seen from series.census_tally t
                        join series.census c on c.key = t.key
                        left join (
                          select r.key, r.verdict from series.ruling r
                          where not exists (
                            select from series.ruling_undone u where u.ruling = r.id)) as ruled
                          on ruled.key = t.key
                        where c.kind = any (:kinds)
                          and (case ruled.verdict when 'hub' then true when 'not-hub' then false
                               else c.hub end) = :hubs
                        group by t.key
                        having (sum(t.reports), t.key) < (:reports, :key)
                        order by seen desc, t.key desc limit :rows
                        """)
                .param("kinds", KINDS)
                .param("hubs", hubs)
                .param("reports", after.reports())
                .param("key", after.key())
                .param("rows", rows)
                .query(row -> {
                    counted.put(row.getLong(1), row.getLong(2));
                });
        return rows(counted, hubs);
    }

    private List<HubRow> rows(Map<Long, Long> counted, boolean hubs) {
        Map<Long, List<VisibleReport>> holders = holders(counted.keySet());
        CommonKeys keys = new CommonKeys(jdbc, reports);
        keys.judge(holders.values().stream().flatMap(List::stream).toList());
        Map<Long, IdentifierRuling> rulings = new HashMap<>();
        new RulingStore(jdbc)
                .inForceWithReasons(counted.keySet())
                .forEach(one -> rulings.put(one.key(), one));
        List<HubRow> rows = new ArrayList<>();
        counted.forEach((key, seen) -> {
            List<VisibleReport> some = holders.getOrDefault(key, List.of());
            if (keys.isHub(key) == hubs) {
                subject(key, some)
                        .ifPresent(subject ->
                                rows.add(
                                        new HubRow(
                                                subject,
                                                seen,
                                                spread(subject, some),
                                                hubs,
                                                rulings.get(key))));
            }
        });
        return rows;
    }

    private static HubRow.Spread spread(
            IdentifierRuling.Subject subject, List<VisibleReport> some) {
        KeyCensus census = KeyCensus.empty(subject.key(), TraitKind.PHONE);
        for (VisibleReport one : some) {
            census = census.plus(one.traits());
        }
        return new HubRow.Spread(census.categories(), census.months());
    }

    /** The identifier of that key, if it stands in a report that the caller may read. */
    Optional<IdentifierRuling.Subject> subject(long key) {
        return subject(key, holders(Set.of(key)).getOrDefault(key, List.of()));
    }

    private static Optional<IdentifierRuling.Subject> subject(long key, List<VisibleReport> some) {
        return some.stream()
                .flatMap(one -> one.traits().traits().stream())
                .filter(trait -> trait.key() == key && !trait.shown().isEmpty())
                .findFirst()
                .map(HubLists::subject);
    }

    private static IdentifierRuling.Subject subject(Trait trait) {
        return new IdentifierRuling.Subject(trait.key(), trait.kind().code(), trait.shown());
    }

    private Map<Long, List<VisibleReport>> holders(Set<Long> keys) {
        Map<Long, List<UUID>> ids = new HashMap<>();
        jdbc.sql(
                        """
                        select key, report_id
                        from series.visible_holders(cast(:keys as bigint[]), :most)
                        """)
                .param("keys", Columns.keys(keys))
                .param("most", SAMPLE)
                .query(row -> {
                    ids.computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
                            .add(row.getObject(2, UUID.class));
                });
        Map<UUID, VisibleReport> visible = new HashMap<>();
        reports.of(ids.values().stream().flatMap(List::stream).distinct().toList())
                .forEach(one -> visible.put(one.id(), one));
        Map<Long, List<VisibleReport>> holders = new HashMap<>();
        ids.forEach((key, some) ->
                holders.put(
                        key, some.stream().map(visible::get).filter(Objects::nonNull).toList()));
        return holders;
    }
}
