package az.qalxan.exchange.knowledge;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How good the indicators of a sender are, by what became of them: as far as the reader may know of
 * indicators, sightings and verdicts.
 */
@Repository
class SenderQuality {

    private final JdbcClient jdbc;

    SenderQuality(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A sender.
     *
     * @param holding indicators that hold
     * @param revoked indicators that it revoked
     * @param seen indicators of which events held a value
     * @param confirmed indicators that a body confirmed
     * @param doubted indicators that a body holds for a false alarm
     * @param ahead the median time from an indicator's beginning to its first sighting; negative
     *     where events were first; null where nothing was seen
     */
    record Sender(
            String body,
            long holding,
            long revoked,
            long seen,
            long confirmed,
            long doubted,
            @Nullable Duration ahead) {

        /** Of those that somebody judged, the share that was right; null where nobody did. */
        @Nullable Double right() {
            long judged = confirmed + doubted;
            return judged == 0 ? null : (double) confirmed / judged;
        }
    }

    List<Sender> all() {
        return jdbc.sql(
                        """
                        with i as (
                          select distinct on (object_id) object_id, body, revoked, valid_from, added
                            from exchange.knowledge_object
                           where type = 'indicator' and is_last
                           order by object_id, added desc, collection_id
                        ), s as (
                          select object_id, min(first_at) as first
                            from exchange.knowledge_sighting group by object_id
                        ), newest as (
                          select distinct on (object_id, body) object_id, verdict
                            from exchange.knowledge_verdict
                           order by object_id, body, at desc, id desc
                        ), v as (
                          select object_id, bool_or(verdict = 'false') as doubted
                            from newest group by object_id
                        )
                        select i.body, count(*) filter (where not i.revoked) as holding,
                               count(*) filter (where i.revoked) as revoked,
                               count(s.first) as seen,
                               count(*) filter (where not v.doubted) as confirmed,
                               count(*) filter (where v.doubted) as doubted,
                               percentile_cont(0.5) within group (order by
                                 extract(epoch from s.first - coalesce(i.valid_from, i.added)))
                                 as ahead
                          from i left join s on s.object_id = i.object_id
                                 left join v on v.object_id = i.object_id
                         group by i.body order by holding desc, i.body limit 500
                        """)
                .query((row, n) -> {
                    double ahead = row.getDouble("ahead");
                    boolean none = row.wasNull();
                    return new Sender(
                            row.getString("body"),
                            row.getLong("holding"),
                            row.getLong("revoked"),
                            row.getLong("seen"),
                            row.getLong("confirmed"),
                            row.getLong("doubted"),
                            none ? null : Duration.ofSeconds(Math.round(ahead)));
                })
                .list();
    }
}
