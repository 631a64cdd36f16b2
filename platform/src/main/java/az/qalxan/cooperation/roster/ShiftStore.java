package az.qalxan.cooperation.roster;

import az.qalxan.access.BodyCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps shifts; one that was entered is only ever cancelled. */
@Component
class ShiftStore {

    private static final int ROWS_MAX = 500;

    private final JdbcClient jdbc;

    ShiftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Shift shift, Instant at) {
        jdbc.sql(
                        """
                        insert into cooperation.shift (id, body, post, account, name, address,
                          phone, starts_at, ends_at, entered_at, entered_by)
                        values (:id, :body, :post, :account, :name, :address, :phone, :start, :end,
                          :at, :by)
                        """)
                .param("id", shift.id())
                .param("body", shift.body())
                .param("post", shift.post())
                .param("account", shift.account())
                .param("name", shift.name())
                .param("address", shift.address())
                .param("phone", shift.phone())
                .param("start", utc(shift.start()))
                .param("end", utc(shift.end()))
                .param("at", utc(at))
                .param("by", shift.enteredBy())
                .update();
    }

    /** Cancels a shift; false when it is none or was cancelled. */
    boolean cancel(UUID id, String by, String reason, Instant at) {
        return jdbc.sql(
                                """
                                update cooperation.shift
                                set cancelled_at = :at, cancelled_by = :by, reason = :reason
                                where id = :id and cancelled_at is null
                                """)
                        .param("at", utc(at))
                        .param("by", by)
                        .param("reason", reason)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Those on duty at a moment. */
    List<Shift> at(BodyCode body, String post, Instant moment) {
        return jdbc.sql(
                        """
                        select * from cooperation.shift
                        where body = :body and post = :post and cancelled_at is null
                          and starts_at <= :at and ends_at > :at
                        order by starts_at, name limit 20
                        """)
                .param("body", body.value())
                .param("post", post)
                .param("at", utc(moment))
                .query(ShiftStore::shift)
                .list();
    }

    /** The newest address of a person's shifts; empty for none. */
    String lastAddress(String account) {
        return jdbc.sql(
                        """
                        select address from cooperation.shift
                        where account = :account and address <> '' and cancelled_at is null
                        order by ends_at desc limit 1
                        """)
                .param("account", account)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** Shifts of a body that end behind a moment and begin before another. */
    List<Shift> between(BodyCode body, Instant from, Instant until) {
        return jdbc.sql(
                        """
                        select * from cooperation.shift
                        where body = :body and ends_at > :from and starts_at < :until
                        order by starts_at, post, name limit :most
                        """)
                .param("body", body.value())
                .param("from", utc(from))
                .param("until", utc(until))
                .param("most", ROWS_MAX)
                .query(ShiftStore::shift)
                .list();
    }

    private static Shift shift(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime cancelled = row.getObject("cancelled_at", OffsetDateTime.class);
        return new Shift(
                row.getObject("id", UUID.class),
                row.getString("body"),
                row.getString("post"),
                row.getString("account"),
                row.getString("name"),
                row.getString("address"),
                row.getString("phone"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getString("entered_by"),
                cancelled == null ? null : cancelled.toInstant(),
                row.getString("cancelled_by"),
                row.getString("reason"));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
