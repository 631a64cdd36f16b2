package az.qalxan.series;

import az.qalxan.engines.linking.series.HubRuling;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people ruled about identifiers. */
record RulingStore(JdbcClient jdbc) {

    static final String HUB = "hub";
    static final String NOT_HUB = "not-hub";

    /** The rulings about these keys that nobody took back. */
    Map<Long, HubRuling> inForce(Collection<Long> keys) {
        Map<Long, HubRuling> found = new HashMap<>();
        jdbc.sql(
                        """
                        select r.key, r.verdict from series.ruling r
                        where r.key = any (cast(:keys as bigint[]))
                          and not exists (
                            select from series.ruling_undone u where u.ruling = r.id)
                        """)
                .param("keys", Columns.keys(keys))
                .query(row -> {
                    found.put(row.getLong(1), ruling(row.getString(2)));
                });
        return found;
    }

    static HubRuling ruling(String verdict) {
        return verdict.equals(HUB) ? HubRuling.HUB : HubRuling.NOT_HUB;
    }
}
