package az.qalxan.casework.people;

import az.qalxan.casework.CaseHead;
import az.qalxan.reporting.ReportId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps parties and their statuses; row-level security shows them to those who work on the case.
 */
@Component
class PartyStore {

    static final int PARTIES_MAX = 1_000;

    private final JdbcClient jdbc;

    PartyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The parties of a case in the order of entry, with all their statuses. */
    List<Party> of(CaseHead head) {
        Map<UUID, List<PartyStatus>> statuses = statuses(head);
        return jdbc.sql(
                        """
                        select id, kind, name, contact, purpose, report_id, entered_at, author,
                          struck_at, struck_reason
                        from casework.party where case_id = :case
                        order by struck_at is not null, entered_at, id limit :most
                        """)
                .param("case", head.id())
                .param("most", PARTIES_MAX)
                .query((row, number) -> party(row, statuses))
                .list();
    }

    private Map<UUID, List<PartyStatus>> statuses(CaseHead head) {
        Map<UUID, List<PartyStatus>> statuses = new HashMap<>();
        jdbc.sql(
                        """
                        select s.party_id, s.id, s.status, s.since, s.until, s.ground, s.decision,
                          s.set_at, s.author, s.ender, s.ended_reason
                        from casework.party_status s
                        join casework.party p on p.id = s.party_id
                        where p.case_id = :case order by s.since desc, s.set_at desc
                        """)
                .param("case", head.id())
                .query(row -> {
                    statuses.computeIfAbsent(
                                    row.getObject(1, UUID.class), party -> new ArrayList<>())
                            .add(status(row));
                });
        return statuses;
    }

    /** How many parties have each status that nobody has ended. */
    Map<String, Long> counts(CaseHead head) {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select s.status, count(*)
                        from casework.party_status s
                        join casework.party p on p.id = s.party_id
                        where p.case_id = :case and p.struck_at is null and s.until is null
                        group by s.status order by 2 desc, 1
                        """)
                .param("case", head.id())
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    void enter(CaseHead head, Party party) {
        @Nullable ReportId report = party.report();
        jdbc.sql(
                        """
                        insert into casework.party (id, case_id, kind, name, contact, purpose,
                          report_id, entered_at, author)
                        values (:id, :case, :kind, :name, :contact, :purpose,
                          cast(:report as uuid), :at, :author)
                        """)
                .param("id", party.id())
                .param("case", head.id())
                .param("kind", party.kind().code())
                .param("name", party.name())
                .param("contact", party.contact())
                .param("purpose", party.purpose())
                .param("report", report == null ? null : report.toString())
                .param("at", utc(party.enteredAt()))
                .param("author", party.author())
                .update();
    }

    /** Begins a status; false when the party has it already. */
    boolean begin(UUID party, PartyStatus status) {
        return jdbc.sql(
                                """
                                insert into casework.party_status (id, party_id, status, since,
                                  ground, decision, set_at, author)
                                values (:id, :party, :status, :since, :ground, :decision, :at,
                                  :author)
                                on conflict (party_id, status) where until is null do nothing
                                """)
                        .param("id", status.id())
                        .param("party", party)
                        .param("status", status.status())
                        .param("since", status.since())
                        .param("ground", status.ground())
                        .param("decision", status.decision())
                        .param("at", utc(status.setAt()))
                        .param("author", status.author())
                        .update()
                == 1;
    }

    /** How a status ends. */
    record End(LocalDate until, String reason, String author, Instant at) {}

    boolean end(UUID party, String status, End end) {
        return jdbc.sql(
                                """
                                update casework.party_status
                                set until = :until, ended_at = :at, ender = :author,
                                    ended_reason = :reason
                                where party_id = :party and status = :status and until is null
                                  and since <= :until
                                """)
                        .param("until", end.until())
                        .param("at", utc(end.at()))
                        .param("author", end.author())
                        .param("reason", end.reason())
                        .param("party", party)
                        .param("status", status)
                        .update()
                == 1;
    }

    /** Takes the name and contact out of an entry that was a mistake. */
    boolean strike(CaseHead head, UUID party, String reason, Instant at) {
        return jdbc.sql(
                                """
                                update casework.party
                                set name = '—', contact = '', struck_at = :at,
                                    struck_reason = :reason
                                where id = :id and case_id = :case and struck_at is null
                                """)
                        .param("at", utc(at))
                        .param("reason", reason)
                        .param("id", party)
                        .param("case", head.id())
                        .update()
                == 1;
    }

    private static Party party(ResultSet row, Map<UUID, List<PartyStatus>> statuses)
            throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        @Nullable UUID report = row.getObject(6, UUID.class);
        @Nullable OffsetDateTime struck = row.getObject(9, OffsetDateTime.class);
        return new Party(
                id,
                PartyKind.of(row.getString(2)).orElseThrow(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                report == null ? null : new ReportId(report),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getString(8),
                struck == null ? null : struck.toInstant(),
                row.getString(10),
                statuses.getOrDefault(id, List.of()));
    }

    private static PartyStatus status(ResultSet row) throws SQLException {
        return new PartyStatus(
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getString(9),
                row.getString(10),
                row.getString(11));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
