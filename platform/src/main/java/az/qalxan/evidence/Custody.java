package az.qalxan.evidence;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads the chains of custody; every link is in the journal too. */
@Component
public class Custody {

    /** Links of one chain that are shown. */
    static final int EVENTS_MAX = 2_000;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    Custody(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds a link in the running transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Exhibit exhibit, CustodyStep step) {
        Instant now = clock.instant();
        jdbc.sql(
                        """
                        insert into evidence.custody_event
                          (exhibit_id, at, kind, author, words, details, entry)
                        values (:exhibit, :at, :kind, :author, :words, cast(:details as jsonb),
                          null)
                        """)
                .param("exhibit", exhibit.id().value())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("kind", step.kind())
                .param("author", step.author())
                .param("words", step.words())
                .param("details", JSON.writeValueAsString(step.details()))
                .update();
        audit.record(
                step.act(),
                AuditSubject.of("exhibit", exhibit.id()),
                Map.of("number", exhibit.number().toString()));
    }

    /** The chain of that exhibit, as far as the caller may see it. */
    @Transactional(readOnly = true)
    public CustodyRecord of(ExhibitId exhibit) {
        List<CustodyEvent> events =
                jdbc.sql(
                                """
                                select sequence, at, kind, author, body, words, details, entry
                                from evidence.custody_event where exhibit_id = :exhibit
                                order by sequence limit :most
                                """)
                        .param("exhibit", exhibit.value())
                        .param("most", EVENTS_MAX)
                        .query((row, number) ->
                                new CustodyEvent(
                                        row.getLong(1),
                                        row.getObject(2, OffsetDateTime.class).toInstant(),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6),
                                        JSON.readValue(row.getString(7), DETAILS),
                                        row.getObject(8, UUID.class)))
                        .list();
        return new CustodyRecord(exhibit, events);
    }
}
