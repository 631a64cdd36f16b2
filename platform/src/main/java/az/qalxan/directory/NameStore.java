package az.qalxan.directory;

import az.qalxan.access.BodyCode;
import az.qalxan.jurisdiction.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what organisations are called from which day on, and when they ended. */
@Component
class NameStore {

    private final JdbcClient jdbc;

    NameStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All names after the first ones, the earliest first. */
    List<DatedName> names() {
        return jdbc.sql(
                        """
                        select id, organisation, since, acronym, name_az, name_en
                        from directory.renaming where withdrawn_at is null
                        order by since, id
                        """)
                .query((row, number) ->
                        new DatedName(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getObject(3, LocalDate.class),
                                row.getString(4),
                                new Words(row.getString(5), row.getString(6))))
                .list();
    }

    List<Dissolution> dissolutions() {
        return jdbc.sql(
                        """
                        select id, organisation, since, successor from directory.dissolution
                        where withdrawn_at is null
                        """)
                .query(NameStore::dissolution)
                .list();
    }

    private static Dissolution dissolution(ResultSet row, int number) throws SQLException {
        @Nullable String successor = row.getString(4);
        return new Dissolution(
                row.getObject(1, UUID.class),
                new BodyCode(row.getString(2)),
                row.getObject(3, LocalDate.class),
                successor == null ? null : new BodyCode(successor));
    }

    /** False when another name starts on that day already. */
    boolean insert(DatedName one, Instant now) {
        return jdbc.sql(
                                """
                                insert into directory.renaming
                                  (id, organisation, since, acronym, name_az, name_en, recorded_at)
                                values (:id, :organisation, :since, :acronym, :az, :en, :at)
                                on conflict (organisation, since) where withdrawn_at is null
                                do nothing
                                """)
                        .param("id", one.id())
                        .param("organisation", one.organisation())
                        .param("since", one.since())
                        .param("acronym", one.acronym())
                        .param("az", one.name().az())
                        .param("en", one.name().en())
                        .param("at", DirectoryStore.utc(now))
                        .update()
                == 1;
    }

    /** False when it has an end already. */
    boolean insert(Dissolution one, Instant now) {
        return jdbc.sql(
                                """
                                insert into directory.dissolution
                                  (id, organisation, since, successor, recorded_at)
                                values (:id, :organisation, :since, :successor, :at)
                                on conflict (organisation) where withdrawn_at is null do nothing
                                """)
                        .param("id", one.id())
                        .param("organisation", one.organisation().value())
                        .param("since", one.since())
                        .param(
                                "successor",
                                one.successor() == null ? null : one.successor().value())
                        .param("at", DirectoryStore.utc(now))
                        .update()
                == 1;
    }

    boolean withdrawName(UUID id, String organisation, Instant now) {
        return jdbc.sql(
                                """
                                update directory.renaming set withdrawn_at = :at
                                where id = :id and organisation = :organisation
                                  and withdrawn_at is null
                                """)
                        .param("id", id)
                        .param("organisation", organisation)
                        .param("at", DirectoryStore.utc(now))
                        .update()
                == 1;
    }

    boolean withdrawEnd(String organisation, Instant now) {
        return jdbc.sql(
                                """
                                update directory.dissolution set withdrawn_at = :at
                                where organisation = :organisation and withdrawn_at is null
                                """)
                        .param("organisation", organisation)
                        .param("at", DirectoryStore.utc(now))
                        .update()
                == 1;
    }
}
