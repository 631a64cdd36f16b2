package az.qalxan.exchange.misp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code exchange.warninglist}. */
@Repository
class WarninglistStore {

    private final JdbcClient jdbc;

    WarninglistStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Warninglist> all() {
        return jdbc.sql("select * from exchange.warninglist order by name, id")
                .query((row, n) -> row(row))
                .list();
    }

    /** Adds it, or puts it into the place of the body's list of that name. */
    void keep(Warninglist list, String by) {
        jdbc.sql(
                        """
                        insert into exchange.warninglist (name, kind, revision, about, harmless,
                          types, entries, enabled, taken_at, taken_by)
                        values (:name, :kind, :revision, :about, :harmless, :types, :entries,
                          :enabled, :now, :by)
                        on conflict (body, name) do update
                           set kind = excluded.kind, revision = excluded.revision,
                               about = excluded.about, harmless = excluded.harmless,
                               types = excluded.types, entries = excluded.entries,
                               enabled = excluded.enabled, taken_at = excluded.taken_at,
                               taken_by = excluded.taken_by
                        """)
                .param("name", list.name())
                .param("kind", list.kind().code())
                .param("revision", list.revision())
                .param("about", list.about())
                .param("harmless", list.harmless())
                .param("types", list.types().toArray(String[]::new))
                .param("entries", list.entries().toArray(String[]::new))
                .param("enabled", list.enabled())
                .param("now", list.takenAt().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    boolean enable(String body, String name, boolean enabled) {
        return jdbc.sql(
                                """
                                update exchange.warninglist set enabled = :enabled
                                 where body = :body and name = :name
                                """)
                        .param("enabled", enabled)
                        .param("body", body)
                        .param("name", name)
                        .update()
                == 1;
    }

    private static Warninglist row(ResultSet row) throws SQLException {
        return new Warninglist(
                row.getString("body"),
                row.getString("name"),
                Warninglist.Kind.of(row.getString("kind")),
                row.getInt("revision"),
                row.getString("about"),
                row.getBoolean("harmless"),
                MispEventStore.texts(row, "types"),
                MispEventStore.texts(row, "entries"),
                row.getBoolean("enabled"),
                row.getObject("taken_at", OffsetDateTime.class).toInstant());
    }
}
