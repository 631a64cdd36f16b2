package az.qalxan.operators;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the register; row-level security decides who reads which part of it. */
@Component
class ProviderStore {

    /** Operators of the register. */
    static final int PROVIDERS_MAX = 1_000;

    private static final int CONTACTS_MAX = 5_000;

    private final JdbcClient jdbc;

    ProviderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Provider> all() {
        return jdbc.sql(
                        """
                        select * from operators.provider where ended_at is null
                        order by code limit :most
                        """)
                .param("most", PROVIDERS_MAX)
                .query(ProviderStore::provider)
                .list();
    }

    Optional<Provider> find(String code) {
        return jdbc.sql("select * from operators.provider where code = :code and ended_at is null")
                .param("code", code)
                .query(ProviderStore::provider)
                .optional();
    }

    Optional<Provider> byEndpoint(String country, String endpoint) {
        return jdbc.sql(
                        """
                        select * from operators.provider
                        where country = :country and endpoint = :endpoint and ended_at is null
                        """)
                .param("country", country)
                .param("endpoint", endpoint)
                .query(ProviderStore::provider)
                .optional();
    }

    /** Enters an operator, also one that had left; false when it stands there already. */
    boolean insert(Provider one, String by, Instant at) {
        return jdbc.sql(
                                """
                                insert into operators.provider (code, services, country,
                                  endpoint, note, review_due, entered_at, entered_by)
                                values (:code, :services, :country, :endpoint, :note, :due,
                                  :at, :by)
                                on conflict (code) do update set services = excluded.services,
                                  country = excluded.country, endpoint = excluded.endpoint,
                                  note = excluded.note, review_due = excluded.review_due,
                                  ended_at = null, version = operators.provider.version + 1
                                where operators.provider.ended_at is not null
                                """)
                        .param("code", one.code())
                        .param("services", one.services().toArray(String[]::new))
                        .param("country", one.country())
                        .param("endpoint", one.endpoint())
                        .param("note", one.note())
                        .param("due", one.reviewDue())
                        .param("at", utc(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    boolean change(Provider one) {
        return jdbc.sql(
                                """
                                update operators.provider
                                set services = :services, endpoint = :endpoint, note = :note,
                                  review_due = :due, version = version + 1
                                where code = :code and version = :version and ended_at is null
                                """)
                        .param("code", one.code())
                        .param("services", one.services().toArray(String[]::new))
                        .param("endpoint", one.endpoint())
                        .param("note", one.note())
                        .param("due", one.reviewDue())
                        .param("version", one.version())
                        .update()
                == 1;
    }

    boolean end(String code, Instant at) {
        return jdbc.sql(
                                """
                                update operators.provider set ended_at = :at, version = version + 1
                                where code = :code and ended_at is null
                                """)
                        .param("code", code)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    /** The responsible persons of one operator, or of all for an empty code. */
    List<Provider.Contact> contacts(String provider) {
        return jdbc.sql(
                        """
                        select * from operators.contact
                        where ended_at is null and (:provider = '' or provider = :provider)
                        order by provider, round_clock desc, name limit :most
                        """)
                .param("provider", provider)
                .param("most", CONTACTS_MAX)
                .query(ProviderStore::contact)
                .list();
    }

    void insert(Provider.Contact one, Instant at) {
        jdbc.sql(
                        """
                        insert into operators.contact (id, provider, name, title, phone, email,
                          round_clock, review_due, entered_at)
                        values (:id, :provider, :name, :title, :phone, :email, :round, :due, :at)
                        """)
                .param("id", one.id())
                .param("provider", one.provider())
                .param("name", one.name())
                .param("title", one.title())
                .param("phone", one.phone())
                .param("email", one.email())
                .param("round", one.roundClock())
                .param("due", one.reviewDue())
                .param("at", utc(at))
                .update();
    }

    boolean verify(UUID contact, String by, Instant at, LocalDate due) {
        return jdbc.sql(
                                """
                                update operators.contact
                                set verified_at = :at, verified_by = :by, review_due = :due
                                where id = :id and ended_at is null
                                """)
                        .param("id", contact)
                        .param("by", by)
                        .param("at", utc(at))
                        .param("due", due)
                        .update()
                == 1;
    }

    boolean endContact(UUID contact, Instant at) {
        return jdbc.sql(
                                """
                                update operators.contact set ended_at = :at
                                where id = :id and ended_at is null
                                """)
                        .param("id", contact)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    private static Provider provider(ResultSet row, int number) throws SQLException {
        Array services = row.getArray("services");
        return new Provider(
                row.getString("code"),
                List.of((String[]) services.getArray()),
                row.getString("country"),
                row.getString("endpoint"),
                row.getString("note"),
                row.getObject("review_due", LocalDate.class),
                row.getInt("version"));
    }

    private static Provider.Contact contact(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime verified = row.getObject("verified_at", OffsetDateTime.class);
        return new Provider.Contact(
                row.getObject("id", UUID.class),
                row.getString("provider"),
                row.getString("name"),
                row.getString("title"),
                row.getString("phone"),
                row.getString("email"),
                row.getBoolean("round_clock"),
                verified == null ? null : verified.toInstant(),
                row.getString("verified_by"),
                row.getObject("review_due", LocalDate.class));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
