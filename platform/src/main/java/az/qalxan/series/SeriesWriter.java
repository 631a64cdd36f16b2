package az.qalxan.series;

import az.qalxan.engines.linking.series.Placement;
import az.qalxan.engines.linking.series.ReportTraits;
import az.qalxan.engines.linking.series.SeriesWrites;
import az.qalxan.engines.linking.series.StoryBands;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what a step of the linking changed, in a number of statements that does not grow. */
final class SeriesWriter {

    private final JdbcClient jdbc;
    private final Map<UUID, ReportStanding> standings;
    private final Tallies tallies;
    private final CensusWriter censuses;

    SeriesWriter(JdbcClient jdbc, Map<UUID, ReportStanding> standings) {
        this.jdbc = jdbc;
        this.standings = standings;
        this.tallies = new Tallies(jdbc);
        this.censuses = new CensusWriter(jdbc);
    }

    void write(SeriesWrites writes) {
        List<UUID> touched = new ArrayList<>(writes.withdrawn());
        writes.traits().forEach(one -> touched.add(one.id()));
        Set<UUID> components = new TreeSet<>(tallies.componentsOf(writes.placements().keySet()));
        components.addAll(tallies.componentsOf(writes.withdrawn()));
        tallies.uncount(touched);
        forget(writes.withdrawn());
        upsert(writes.traits());
        tallies.count(writes.traits().stream().map(ReportTraits::id).toList());
        place(writes.placements());
        writes.placements().values().forEach(place -> components.add(place.component()));
        tallies.recount(components);
        censuses.keep(writes.censuses());
        censuses.drop(writes.forgottenCensuses());
        censuses.markCandidates(writes.traits().stream().map(ReportTraits::id).toList());
    }

    private void forget(Collection<UUID> withdrawn) {
        if (!withdrawn.isEmpty()) {
            for (String table : List.of("series.report", "series.placement")) {
                jdbc.sql("delete from " + table + " where report_id = any (cast(:ids as uuid[]))")
                        .param("ids", Columns.ids(withdrawn))
                        .update();
            }
        }
    }

    private void unplace(Collection<UUID> reports) {
        jdbc.sql(
                        """
                        update series.placement
                        set component = report_id, series = null, linked_to = null, score = 0,
                          width = 0
                        where report_id = any (cast(:ids as uuid[])) and candidate
                        """)
                .param("ids", Columns.ids(reports))
                .update();
        jdbc.sql(
                        """
                        delete from series.placement
                        where report_id = any (cast(:ids as uuid[])) and not candidate
                        """)
                .param("ids", Columns.ids(reports))
                .update();
    }

    /** New reports, and corrected ones in place of what was known of them. */
    void upsert(Collection<ReportTraits> traits) {
        if (traits.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into series.report (
                          report_id, reported_at, body, handling, compartment, lost, keys, traits,
                          bands)
                        select id, at, body, handling, compartment, lost,
                          cast(keys as bigint[]), traits, cast(bands as integer[])
                        from unnest(
                          cast(:id as uuid[]), cast(:at as timestamptz[]), :body,
                          cast(:handling as smallint[]), cast(:compartment as uuid[]),
                          cast(:lost as numeric[]), :keys, cast(:traits as bytea[]), :bands)
                          as new (id, at, body, handling, compartment, lost, keys, traits, bands)
                        order by id
                        on conflict (report_id) do update set
                          reported_at = excluded.reported_at, body = excluded.body,
                          handling = excluded.handling, compartment = excluded.compartment,
                          lost = excluded.lost, keys = excluded.keys, traits = excluded.traits,
                          bands = excluded.bands
                        """)
                .param("id", Columns.text(traits, ReportTraits::id))
                .param("at", Columns.text(traits, one -> standing(one).reportedAt()))
                .param("body", Columns.text(traits, one -> standing(one).body()))
                .param("handling", Columns.text(traits, one -> standing(one).handling()))
                .param("compartment", Columns.text(traits, one -> standing(one).compartment()))
                .param("lost", Columns.text(traits, one -> standing(one).lost()))
                .param("keys", Columns.text(traits, one -> Columns.array(one.keys())))
                .param("traits", traits.stream().map(ReportTraits::toBytes).toArray(byte[][]::new))
                .param("bands", Columns.text(traits, one -> Columns.array(StoryBands.of(one))))
                .update();
    }

    private ReportStanding standing(ReportTraits report) {
        return Objects.requireNonNull(
                standings.get(report.id()), "a report is linked that nobody has read");
    }

    /** A report that nothing connects with another one needs no row. */
    void place(Map<UUID, Placement> placements) {
        List<UUID> alone =
                placements.entrySet().stream()
                        .filter(one -> isAlone(one.getKey(), one.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
        if (!alone.isEmpty()) {
            unplace(alone);
        }
        List<Map.Entry<UUID, Placement>> together =
                placements.entrySet().stream()
                        .filter(one -> !isAlone(one.getKey(), one.getValue()))
                        .toList();
        if (!together.isEmpty()) {
            insert(together);
        }
    }

    /**
     * The report whose id names a component has a row as soon as it is in a series or narrowed; the
     * one that only names a component of others is found by its id.
     */
    private static boolean isAlone(UUID id, Placement place) {
        return place.series() == null
                && place.component().equals(id)
                && place.width() == Placement.Width.ALL_EVIDENCE;
    }

    private void insert(List<Map.Entry<UUID, Placement>> places) {
        jdbc.sql(
                        """
                        insert into series.placement (
                          report_id, component, series, linked_to, score, width, reported_at, body,
                          handling, compartment)
                        select r.report_id, new.component, new.series, new.linked_to, new.score,
                          new.width, r.reported_at, r.body, r.handling, r.compartment
                        from unnest(
                          cast(:id as uuid[]), cast(:component as uuid[]),
                          cast(:series as uuid[]), cast(:linked as uuid[]),
                          cast(:score as integer[]), cast(:width as smallint[]))
                          as new (id, component, series, linked_to, score, width)
                        join series.report r on r.report_id = new.id
                        order by r.report_id
                        on conflict (report_id) do update set
                          component = excluded.component, series = excluded.series,
                          linked_to = excluded.linked_to, score = excluded.score,
                          width = excluded.width, reported_at = excluded.reported_at,
                          body = excluded.body, handling = excluded.handling,
                          compartment = excluded.compartment
                        """)
                .param("id", Columns.text(places, Map.Entry::getKey))
                .param("component", Columns.text(places, one -> one.getValue().component()))
                .param("series", Columns.text(places, SeriesWriter::series))
                .param("linked", Columns.text(places, SeriesWriter::linkedTo))
                .param("score", Columns.text(places, one -> one.getValue().score()))
                .param("width", Columns.text(places, one -> one.getValue().width().ordinal()))
                .update();
    }

    private static @Nullable UUID series(Map.Entry<UUID, Placement> one) {
        return one.getValue().series();
    }

    private static @Nullable UUID linkedTo(Map.Entry<UUID, Placement> one) {
        return one.getValue().linkedTo();
    }
}
