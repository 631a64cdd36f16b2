package az.qalxan.directory.contact;

import az.qalxan.directory.contact.ForeignContact.Check;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps points of contact; row-level security hides them from whoever may not read AMBER. */
@Component
class ContactStore {

    static final int CONTACTS_MAX = 2_000;

    private static final int HISTORY_MAX = 200;
    private static final String SELECT =
            """
            select c.contact, c.code, c.version, c.facts::text, c.changed_at, c.changed_by,
              k.version, k.channel, k.answered, k.note, k.checked_at, k.checked_by
            from directory.foreign_contact c
            left join lateral (
              select * from directory.foreign_check k
              where k.contact = c.contact order by k.checked_at desc, k.id limit 1) k on true
            """;
    private static final String CURRENT =
            """
            where not c.ended and c.version = (
              select max(n.version) from directory.foreign_contact n where n.contact = c.contact)
            """;

    private final JdbcClient jdbc;

    ContactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The points in use, by state, those in a network first. */
    List<ForeignContact> contacts() {
        return jdbc
                .sql(SELECT + CURRENT + "order by c.state, c.code limit :most")
                .param("most", CONTACTS_MAX)
                .query(ContactStore::contact)
                .list()
                .stream()
                .sorted(
                        Comparator.comparing((ForeignContact one) -> one.facts().state())
                                .thenComparing(one -> one.facts().networks().isEmpty()))
                .toList();
    }

    Optional<ForeignContact> contact(UUID id) {
        return jdbc.sql(SELECT + CURRENT + "and c.contact = :id")
                .param("id", id)
                .query(ContactStore::contact)
                .optional();
    }

    /** Every version, the latest first; each with the last check of the point. */
    List<ForeignContact> versions(UUID id) {
        return jdbc.sql(SELECT + "where c.contact = :id order by c.version desc limit :most")
                .param("id", id)
                .param("most", HISTORY_MAX)
                .query(ContactStore::contact)
                .list();
    }

    List<Check> checks(UUID id) {
        return jdbc.sql(
                        """
                        select version, channel, answered, note, checked_at, checked_by
                        from directory.foreign_check where contact = :id
                        order by checked_at desc, id limit :most
                        """)
                .param("id", id)
                .param("most", HISTORY_MAX)
                .query((row, number) -> check(row, 0))
                .list();
    }

    boolean isKnown(String code) {
        return jdbc.sql("select exists (select from directory.foreign_contact where code = :code)")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    /** Adds a version; false when somebody else has added that one. */
    boolean insert(ForeignContact one, boolean ended) {
        return jdbc.sql(
                                """
                                insert into directory.foreign_contact
                                  (contact, version, code, state, facts, changed_at, changed_by,
                                   ended)
                                values (:id, :version, :code, :state, cast(:facts as jsonb), :at,
                                  :by, :ended)
                                on conflict do nothing
                                """)
                        .param("id", one.id())
                        .param("version", one.version())
                        .param("code", one.code())
                        .param("state", one.facts().state())
                        .param("facts", ContactJson.write(one.facts()))
                        .param("at", one.changedAt().atOffset(ZoneOffset.UTC))
                        .param("by", one.changedBy())
                        .param("ended", ended)
                        .update()
                == 1;
    }

    void insert(UUID contact, Check check) {
        jdbc.sql(
                        """
                        insert into directory.foreign_check
                          (id, contact, version, channel, answered, note, checked_at, checked_by)
                        values (:id, :contact, :version, :channel, :answered, :note, :at, :by)
                        """)
                .param("id", UUID.randomUUID())
                .param("contact", contact)
                .param("version", check.version())
                .param("channel", check.channel())
                .param("answered", check.answered())
                .param("note", check.note())
                .param("at", check.at().atOffset(ZoneOffset.UTC))
                .param("by", check.by())
                .update();
    }

    private static ForeignContact contact(ResultSet row, int number) throws SQLException {
        return new ForeignContact(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getInt(3),
                ContactJson.read(row.getString(4)),
                instant(row, 5),
                row.getString(6),
                row.getObject(11) == null ? null : check(row, 6));
    }

    private static Check check(ResultSet row, int before) throws SQLException {
        return new Check(
                row.getInt(before + 1),
                row.getString(before + 2),
                row.getBoolean(before + 3),
                row.getString(before + 4),
                instant(row, before + 5),
                row.getString(before + 6));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        if (at == null) {
            throw new IllegalStateException("a point of contact without its time");
        }
        return at.toInstant();
    }
}
