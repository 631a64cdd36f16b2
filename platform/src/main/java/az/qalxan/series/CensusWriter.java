package az.qalxan.series;

import az.qalxan.engines.linking.series.HubRule;
import az.qalxan.engines.linking.series.KeyCensus;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps how keys are spread, and which reports a list must look at although a key that links them
 * may be common: it is so for the country, perhaps not for a caller who sees fewer reports of it.
 */
record CensusWriter(JdbcClient jdbc) {

    void keep(List<KeyCensus> censuses) {
        keep(censuses, null);
    }

    /** As {@link #keep(List)}, in a run of linking everything anew. */
    void keep(List<KeyCensus> censuses, @Nullable UUID relink) {
        if (censuses.isEmpty()) {
            return;
        }
        Set<Long> fresh = upsert(censuses, relink);
        new Tallies(jdbc).countKeys(fresh);
        markHolders(
                censuses.stream()
                        .filter(one -> fresh.contains(one.key()))
                        .filter(one -> one.count() <= HubRule.HOLDERS_READ)
                        .filter(one -> HubRule.isHub(one, null))
                        .map(KeyCensus::key)
                        .toList());
    }

    /** Gives the keys that had no census before. */
    private Set<Long> upsert(List<KeyCensus> censuses, @Nullable UUID relink) {
        Set<Long> fresh = new HashSet<>();
        jdbc.sql(
                        """
                        insert into series.census (
                          key, kind, reports, categories, months, hub, census, relink)
                        select new.*, cast(:relink as uuid) from unnest(
                          cast(:key as bigint[]), :kind, cast(:reports as integer[]),
                          cast(:categories as integer[]), cast(:months as integer[]),
                          cast(:hub as boolean[]), cast(:census as bytea[])) as new
                        on conflict (key) do update set
                          kind = excluded.kind, reports = excluded.reports,
                          categories = excluded.categories, months = excluded.months,
                          hub = excluded.hub, census = excluded.census, relink = excluded.relink
                        returning key, xmax::text = '0' as fresh
                        """)
                .param("key", Columns.text(censuses, KeyCensus::key))
                .param("kind", Columns.text(censuses, one -> one.kind().code()))
                .param("reports", Columns.text(censuses, KeyCensus::count))
                .param("categories", Columns.text(censuses, KeyCensus::categories))
                .param("months", Columns.text(censuses, KeyCensus::months))
                .param("hub", Columns.text(censuses, one -> HubRule.isHub(one, null)))
                .param("census", censuses.stream().map(KeyCensus::toBytes).toArray(byte[][]::new))
                .param("relink", relink == null ? null : relink.toString())
                .query(row -> {
                    if (row.getBoolean("fresh")) {
                        fresh.add(row.getLong("key"));
                    }
                });
        return fresh;
    }

    /** Every report that holds a key which few reports have just made common. */
    private void markHolders(List<Long> keys) {
        if (!keys.isEmpty()) {
            jdbc.sql("select series.mark_candidates(cast(:keys as bigint[]))")
                    .param("keys", Columns.keys(keys))
                    .query((row, number) -> true)
                    .list();
        }
    }

    /** Those of the reports that hold a key which few reports had made common before. */
    void markCandidates(Collection<UUID> reports) {
        if (reports.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into series.placement (
                          report_id, component, score, width, candidate, reported_at, body,
                          handling, compartment)
                        select r.report_id, r.report_id, 0, 0, true, r.reported_at, r.body,
                          r.handling, r.compartment
                        from series.report r
                        where r.report_id = any (cast(:ids as uuid[])) and exists (
                          select from unnest(r.keys) as k (key)
                          join series.census c on c.key = k.key
                          where c.hub and c.reports <= :few)
                        on conflict (report_id) do update set candidate = true
                          where not placement.candidate
                        """)
                .param("ids", Columns.ids(reports))
                .param("few", HubRule.HOLDERS_READ)
                .update();
    }

    /** Nothing is marked as written by a run that begins. */
    void unmark() {
        jdbc.sql("update series.census set relink = null where relink is not null").update();
    }

    /** Drops what that run has not written. */
    void dropOthers(UUID relink) {
        jdbc.sql("delete from series.census where relink is distinct from :relink")
                .param("relink", relink)
                .update();
    }

    void drop(Collection<Long> forgotten) {
        if (!forgotten.isEmpty()) {
            jdbc.sql("delete from series.census where key = any (cast(:keys as bigint[]))")
                    .param("keys", Columns.keys(forgotten))
                    .update();
        }
    }
}
