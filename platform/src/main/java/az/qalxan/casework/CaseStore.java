package az.qalxan.casework;

import az.qalxan.access.BodyCode;
import az.qalxan.access.CompartmentId;
import az.qalxan.access.Handling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps cases; row-level security decides which of them there are. */
@Component
class CaseStore {

    static final int ROWS_MAX = 200;

    private static final String SELECT =
            """
            select c.id, c.number, c.title, c.body, c.handling, c.compartment, c.opened_at,
              c.version, c.state, c.outcome, c.state_reason, c.state_until
            from casework.case_file c
            """;

    private final JdbcClient jdbc;

    CaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a new case; false when its number is taken, in sight or out of it. */
    boolean insert(CaseHead head) {
        return jdbc.sql(
                                """
                                insert into casework.case_file (id, number, title, body, handling,
                                  state, opened_at, changed_at)
                                values (:id, :number, :title, :body, :handling, 'open', :at, :at)
                                on conflict on constraint case_number_unique do nothing
                                """)
                        .param("id", head.id())
                        .param("number", head.number().value())
                        .param("title", head.title())
                        .param("body", head.body().value())
                        .param("handling", head.handling().rank())
                        .param("at", utc(head.openedAt()))
                        .update()
                == 1;
    }

    Optional<CaseFile> find(CaseNumber number) {
        return jdbc.sql(SELECT + "where c.number = :number")
                .param("number", number.value())
                .query(CaseStore::caseFile)
                .optional();
    }

    /** Which cases a list shows; an empty text lets everything through. */
    record Filter(String state, String words, String account) {}

    List<CaseFile> page(Filter filter, @Nullable Instant before, int rows) {
        return jdbc.sql(
                        SELECT
                                + """
                                where (:state = '' or c.state = :state)
                                  and (:words = ''
                                    or c.number = upper(:words)
                                    or lower(c.title collate database.az)
                                      like '%' || lower(:words collate database.az) || '%')
                                  and (:account = '' or exists (
                                    select from casework.member m
                                    where m.case_id = c.id and m.account = :account
                                      and m.left_at is null))
                                  and c.opened_at < :before
                                order by c.opened_at desc, c.id desc limit :rows
                                """)
                .param("state", filter.state())
                .param("words", filter.words().replace("%", "").replace("_", ""))
                .param("account", filter.account())
                .param("before", utc(before == null ? END_OF_TIME : before))
                .param("rows", Math.clamp(rows, 1, ROWS_MAX))
                .query(CaseStore::caseFile)
                .list();
    }

    /** Stores a new state; false when somebody changed the case since it was read. */
    boolean save(CaseFile changed, Instant at) {
        return jdbc.sql(
                                """
                                update casework.case_file
                                set state = :state, outcome = :outcome, state_reason = :reason,
                                    state_until = :until, changed_at = :at, version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("state", changed.code())
                        .param("outcome", changed.ending().outcome())
                        .param("reason", changed.ending().reason())
                        .param("until", changed.until() == null ? null : utc(changed.until()))
                        .param("at", utc(at))
                        .param("id", changed.head().id())
                        .param("version", changed.head().version())
                        .update()
                == 1;
    }

    boolean seclude(CaseHead head, @Nullable CompartmentId compartment, Instant at) {
        return jdbc.sql(
                                """
                                update casework.case_file
                                set compartment = cast(:compartment as uuid), changed_at = :at,
                                    version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("compartment", compartment == null ? null : compartment.toString())
                        .param("at", utc(at))
                        .param("id", head.id())
                        .param("version", head.version())
                        .update()
                == 1;
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private static CaseFile caseFile(ResultSet row, int number) throws SQLException {
        CaseHead head =
                new CaseHead(
                        row.getObject(1, UUID.class),
                        new CaseNumber(row.getString(2)),
                        row.getString(3),
                        new BodyCode(row.getString(4)),
                        Handling.ofRank(row.getInt(5)),
                        compartment(row.getObject(6, UUID.class)),
                        row.getObject(7, OffsetDateTime.class).toInstant(),
                        row.getInt(8));
        @Nullable OffsetDateTime until = row.getObject(12, OffsetDateTime.class);
        return CaseFile.of(
                head,
                row.getString(9),
                new Ending(row.getString(10), row.getString(11)),
                until == null ? null : until.toInstant());
    }

    private static @Nullable CompartmentId compartment(@Nullable UUID id) {
        return id == null ? null : new CompartmentId(id);
    }
}
