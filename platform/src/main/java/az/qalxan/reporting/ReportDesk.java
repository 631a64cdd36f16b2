package az.qalxan.reporting;

import az.qalxan.access.BodyCode;
import az.qalxan.access.CompartmentId;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.jurisdiction.Category;
import az.qalxan.jurisdiction.Jurisdiction;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What officials do with reports: open, decide, answer. Every act leaves an audit record in its own
 * transaction; a report that the caller may not read is absent.
 */
@Component
public class ReportDesk {

    /** Other reports shown beside one. */
    public static final int SHARING_MAX = 50;

    /** Reports decided in one step. */
    public static final int DECIDED_MAX = 500;

    private final JdbcClient jdbc;
    private final ReportSight sight;
    private final ReportNotes notes;
    private final ReportShares shares;
    private final Jurisdiction jurisdiction;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportDesk(
            JdbcClient jdbc,
            ReportSight sight,
            ReportNotes notes,
            ReportShares shares,
            Jurisdiction jurisdiction,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.notes = notes;
        this.shares = shares;
        this.jurisdiction = jurisdiction;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The outcome of asking for a report. */
    public sealed interface Opening {

        /** Here it is; the view is recorded. */
        record Opened(ReportView report) implements Opening {}

        /** A sensitive report is opened only for a stated purpose. */
        record PurposeNeeded(ReportReference reference) implements Opening {}

        /** There is none, or the caller may not know that there is. */
        record Absent() implements Opening {}
    }

    /**
     * Opens a report.
     *
     * @param purpose why, in the officer's words; empty when not asked yet
     */
    @Transactional
    public Opening open(ReportId id, String purpose) {
        Optional<ReportView> found = sight.see(id);
        if (found.isEmpty()) {
            return new Opening.Absent();
        }
        ReportView report = found.get();
        if (sensitive(report) && purpose.isBlank()) {
            return new Opening.PurposeNeeded(report.reference());
        }
        if (report.byConsent()) {
            shares.noteReading(ReportingAct.VIEWED, AuditSubject.of("report", id), id, purpose);
        } else {
            audit.record(
                    ReportingAct.VIEWED,
                    AuditSubject.of("report", id),
                    purpose.isBlank() ? Map.of() : Map.of("purpose", purpose.strip()));
        }
        return new Opening.Opened(report);
    }

    /** The reports that share an identifier with this one and that the caller may read. */
    @Transactional(readOnly = true)
    public List<SharedReport> sharing(ReportId id) {
        return sight.sharing(id, SHARING_MAX);
    }

    /**
     * Takes waiting reports into a case; runs in the transaction that makes or changes the case.
     *
     * @param compartment where the case stands, and its reports with it; null for none
     * @return those that were taken: a report that somebody else decided meanwhile is left out
     */
    @Transactional
    public List<ReportId> accept(
            List<ReportId> reports, String caseNumber, @Nullable CompartmentId compartment) {
        Instant now = clock.instant();
        List<ReportId> taken =
                jdbc.sql(
                                """
                                update reporting.report
                                set state = 'accepted', case_number = :number,
                                    compartment = cast(:compartment as uuid), changed_at = :at,
                                    version = version + 1
                                where id = any (cast(:ids as uuid[])) and state = 'waiting'
                                returning id
                                """)
                        .param("number", caseNumber)
                        .param("compartment", compartment == null ? null : compartment.toString())
                        .param("at", now.atOffset(ZoneOffset.UTC))
                        .param("ids", texts(reports))
                        .query((row, number) -> new ReportId(row.getObject(1, UUID.class)))
                        .list();
        notes.note(taken, "accepted", caseNumber, now);
        audit.recordAll(ReportingAct.ACCEPTED, "report", taken);
        if (!taken.isEmpty()) {
            events.publishEvent(new ReportMoved(taken, "accepted", "", now, compartment != null));
        }
        return taken;
    }

    /** Sends a waiting report to another body; false when it no longer waits. */
    @Transactional
    public boolean redirect(ReportId id, BodyCode to, String reason) {
        Instant now = clock.instant();
        boolean moved =
                jdbc.sql("select reporting.hand_to_body(:id, :body, :at)")
                        .param("id", id.value())
                        .param("body", to.value())
                        .param("at", now.atOffset(ZoneOffset.UTC))
                        .query(Boolean.class)
                        .single();
        if (moved) {
            notes.note(List.of(id), "redirected", to.value() + ": " + reason, now);
            audit.record(
                    ReportingAct.REDIRECTED,
                    AuditSubject.of("report", id),
                    Map.of("to", to.value(), "reason", reason));
            publishMoved(List.of(id), "waiting", to.value(), now);
        }
        return moved;
    }

    /**
     * Closes waiting reports for a legal reason's code.
     *
     * @return those that were closed: a report that somebody else decided meanwhile is left out
     */
    @Transactional
    public List<ReportId> close(List<ReportId> reports, String reason, String explanation) {
        Instant now = clock.instant();
        List<ReportId> closed =
                jdbc.sql(
                                """
                                update reporting.report
                                set state = 'closed', closed_reason = :reason, changed_at = :at,
                                    version = version + 1
                                where id = any (cast(:ids as uuid[])) and state = 'waiting'
                                returning id
                                """)
                        .param("reason", reason)
                        .param("at", now.atOffset(ZoneOffset.UTC))
                        .param("ids", texts(reports))
                        .query((row, number) -> new ReportId(row.getObject(1, UUID.class)))
                        .list();
        notes.note(closed, "closed", reason + ": " + explanation, now);
        audit.recordAll(ReportingAct.CLOSED, "report", closed);
        publishMoved(closed, "closed", "", now);
        return closed;
    }

    /** Writes to the reporters, who read it with the reference and the secret. */
    @Transactional
    public void answer(List<ReportId> reports, String text) {
        Instant now = clock.instant();
        jdbc.sql(
                        """
                        insert into reporting.message (id, report_id, sent_at, sender, text)
                        select uuidv7(), id, :at, 'body', :text
                        from unnest(cast(:ids as uuid[])) as id
                        """)
                .param("ids", texts(reports))
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("text", CleanText.of(text))
                .update();
        List<ReportId> first =
                jdbc.sql(
                                """
                                update reporting.report set first_answer_at = :at
                                where id = any (cast(:ids as uuid[])) and first_answer_at is null
                                returning id
                                """)
                        .param("at", now.atOffset(ZoneOffset.UTC))
                        .param("ids", texts(reports))
                        .query((row, number) -> new ReportId(row.getObject(1, UUID.class)))
                        .list();
        audit.recordAll(ReportingAct.ANSWERED, "report", reports);
        if (!first.isEmpty()) {
            events.publishEvent(new ReportAnswered(first, now));
        }
    }

    private boolean sensitive(ReportView report) {
        return jurisdiction.category(report.category()).map(Category::sensitive).orElse(false);
    }

    private void publishMoved(List<ReportId> reports, String state, String body, Instant at) {
        if (!reports.isEmpty()) {
            events.publishEvent(new ReportMoved(reports, state, body, at, false));
        }
    }

    private static String[] texts(List<ReportId> reports) {
        return reports.stream().map(ReportId::toString).toArray(String[]::new);
    }
}
