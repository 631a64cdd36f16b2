package az.qalxan.evidence;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.engines.vault.Digests;
import az.qalxan.ledger.Ledger;
import az.qalxan.ledger.LedgerFact;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
    private final Ledger ledger;
    private final AuditLog audit;
    private final Clock clock;

    Custody(JdbcClient jdbc, Ledger ledger, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds a link in the running transaction; answers its entry in the ledger. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID record(Exhibit exhibit, CustodyStep step) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID entry =
                ledger.record(
                        new LedgerFact(
                                step.ledgerKind(),
                                "exhibit/" + exhibit.id(),
                                content(exhibit, step, now),
                                now));
        jdbc.sql(
                        """
                        insert into evidence.custody_event
                          (exhibit_id, at, kind, author, words, details, entry)
                        values (:exhibit, :at, :kind, :author, :words, cast(:details as jsonb),
                          :entry)
                        """)
                .param("exhibit", exhibit.id().value())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("kind", step.kind())
                .param("author", step.author())
                .param("words", step.words())
                .param("details", JSON.writeValueAsString(step.allDetails()))
                .param("entry", entry)
                .update();
        audit.record(
                step.act(),
                AuditSubject.of("exhibit", exhibit.id()),
                Map.of("number", exhibit.number().toString()));
        return entry;
    }

    /** What the entry binds, as canonical JSON (RFC 8785): members sorted, no spaces. */
    private static byte[] content(Exhibit exhibit, CustodyStep step, Instant now) {
        SortedMap<String, Object> content = new TreeMap<>();
        content.put("at", now.toString());
        content.put("author", step.author());
        content.put("details", step.details());
        content.put("event", step.kind());
        content.put("exhibit", exhibit.number().toString());
        content.put("id", exhibit.id().toString());
        content.put("words", step.words());
        Digests digests = step.digests();
        if (digests != null) {
            content.put("length", digests.length());
            content.put("md5", digests.md5());
            content.put("sha1", digests.sha1());
            content.put("sha256", digests.sha256());
        }
        return JSON.writeValueAsBytes(content);
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
