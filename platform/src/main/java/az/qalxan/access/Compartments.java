package az.qalxan.access;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is in which compartment. The database asks each time whether the caller stands inside, and
 * every entry and end is recorded.
 */
@Component
public class Compartments {

    private static final int SHOWN_MAX = 500;

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    Compartments(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new compartment of the caller's body with the caller inside. */
    @Transactional
    public CompartmentId found(Caller caller, String reason) {
        CompartmentId made = new CompartmentId(UUID.randomUUID());
        jdbc.sql("select access.found_compartment(:id, :body, :who, :name, :why, :at)")
                .param("id", made.value())
                .param("body", caller.body().value())
                .param("who", caller.account().toString())
                .param("name", caller.name())
                .param("why", reason)
                .param("at", utc(clock.instant()))
                .query((row, number) -> true)
                .single();
        audit.record(
                AccessAct.COMPARTMENT_FOUNDED,
                AuditSubject.of("compartment", made),
                Map.of("reason", reason));
        return made;
    }

    /**
     * Named access for an active person of the compartment's body.
     *
     * @param until when it ends by itself; null for no end
     */
    public record Admission(AccountId account, @Nullable Instant until, String reason) {}

    /**
     * Lets somebody in; false when that is no active person of the body, is inside already, or when
     * the caller does not stand inside.
     */
    @Transactional
    public boolean admit(CompartmentId compartment, Admission admission, Caller giver) {
        @Nullable Instant until = admission.until();
        boolean admitted =
                jdbc.sql("select access.admit(:id, :who, :until, :why, :giver, :at)")
                        .param("id", compartment.value())
                        .param("who", admission.account().value())
                        .param("until", until == null ? null : utc(until), TIMESTAMP)
                        .param("why", admission.reason())
                        .param("giver", giver.name())
                        .param("at", utc(clock.instant()))
                        .query(Boolean.class)
                        .single();
        if (admitted) {
            audit.record(
                    AccessAct.COMPARTMENT_ENTERED,
                    AuditSubject.of("compartment", compartment),
                    Map.of("person", admission.account().toString(), "reason", admission.reason()));
        }
        return admitted;
    }

    /** Ends an entry; false when it has ended or is the last one without an end. */
    @Transactional
    public boolean end(CompartmentId compartment, UUID entry, String reason) {
        boolean ended =
                jdbc.sql("select access.end_access(:entry, :why, :at)")
                        .param("entry", entry)
                        .param("why", reason)
                        .param("at", utc(clock.instant()))
                        .query(Boolean.class)
                        .single();
        if (ended) {
            audit.record(
                    AccessAct.COMPARTMENT_LEFT,
                    AuditSubject.of("compartment", compartment),
                    Map.of("reason", reason));
        }
        return ended;
    }

    /** Every entry of these compartments that the caller may know of, the newest first. */
    @Transactional(readOnly = true)
    public List<CompartmentEntry> entries(List<CompartmentId> compartments) {
        return jdbc.sql(
                        """
                        select id, account, name, since, until, ended_at, kind, giver, reason,
                          ended_reason
                        from access.compartment_entry
                        where compartment = any (cast(:ids as uuid[]))
                        order by since desc, id desc limit :most
                        """)
                .param(
                        "ids",
                        compartments.stream().map(CompartmentId::toString).toArray(String[]::new))
                .param("most", SHOWN_MAX)
                .query(Compartments::entry)
                .list();
    }

    private static final int TIMESTAMP = java.sql.Types.TIMESTAMP_WITH_TIMEZONE;

    private static CompartmentEntry entry(ResultSet row, int number) throws SQLException {
        return new CompartmentEntry(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                instant(row.getObject(5, OffsetDateTime.class)),
                instant(row.getObject(6, OffsetDateTime.class)),
                row.getString(7).equals("break-glass"),
                row.getString(8),
                row.getString(9),
                row.getString(10));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
