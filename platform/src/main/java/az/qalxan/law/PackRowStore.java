package az.qalxan.law;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what the packs last said. */
@Component
class PackRowStore {

    private static final String ALWAYS = "-infinity";

    private final JdbcClient jdbc;

    PackRowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A row of a pack: its line, and the first day on which it holds.
     *
     * @param starts as PostgreSQL writes it; {@code -infinity} without one
     */
    record Place(LineKey line, String starts) {

        static Place of(Record fact) {
            LocalDate from = FactJson.days(fact).from();
            return new Place(FactKind.keyOf(fact), from == null ? ALWAYS : from.toString());
        }
    }

    /** The digests of what the packs last said. */
    Map<Place, String> digests() {
        Map<Place, String> digests = new HashMap<>();
        jdbc.sql("select kind, key, starts::text, digest from law.pack_row")
                .query((row, number) ->
                        new String[] {
                            row.getString(1), row.getString(2), row.getString(3), row.getString(4)
                        })
                .list()
                .forEach(row ->
                        FactKind.of(row[0])
                                .ifPresent(kind ->
                                        digests.put(
                                                new Place(new LineKey(kind, row[1]), row[2]),
                                                row[3])));
        return digests;
    }

    void keep(Map<Place, String> digests, Instant at) {
        List<Map.Entry<Place, String>> rows = List.copyOf(digests.entrySet());
        jdbc.sql(
                        """
                        insert into law.pack_row (kind, key, starts, digest, loaded_at)
                        select kind, key, cast(starts as date), digest, :at
                        from unnest(:kinds, :keys, :starts, :digests)
                          as new (kind, key, starts, digest)
                        on conflict (kind, key, starts)
                          do update set digest = excluded.digest, loaded_at = excluded.loaded_at
                        """)
                .param("kinds", column(rows, one -> one.getKey().line().kind().code()))
                .param("keys", column(rows, one -> one.getKey().line().key()))
                .param("starts", column(rows, one -> one.getKey().starts()))
                .param("digests", column(rows, Map.Entry::getValue))
                .param("at", RecordingStore.utc(at))
                .update();
    }

    void forget(Map<Place, String> digests) {
        List<Map.Entry<Place, String>> rows = List.copyOf(digests.entrySet());
        jdbc.sql(
                        """
                        delete from law.pack_row where (kind, key, starts) in (
                          select kind, key, cast(starts as date)
                          from unnest(:kinds, :keys, :starts) as gone (kind, key, starts))
                        """)
                .param("kinds", column(rows, one -> one.getKey().line().kind().code()))
                .param("keys", column(rows, one -> one.getKey().line().key()))
                .param("starts", column(rows, one -> one.getKey().starts()))
                .update();
    }

    private static String[] column(
            List<Map.Entry<Place, String>> rows,
            java.util.function.Function<Map.Entry<Place, String>, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
