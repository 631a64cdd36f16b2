package az.qalxan.reporting;

import az.qalxan.access.BodyCode;
import az.qalxan.access.CompartmentId;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to reports because of the case that took them; every act runs in the transaction
 * that changes the case and leaves an audit record.
 */
@Component
public class TakenReports {

    private final JdbcClient jdbc;
    private final ReportNotes notes;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TakenReports(
            JdbcClient jdbc,
            ReportNotes notes,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.notes = notes;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The reports that this case took first and that the caller may read. */
    @Transactional(readOnly = true)
    public List<ReportId> by(String caseNumber) {
        return jdbc.sql("select id from reporting.report where case_number = :number order by id")
                .param("number", caseNumber)
                .query((row, number) -> new ReportId(row.getObject(1, UUID.class)))
                .list();
    }

    /**
     * Lets a report go from the case that took it.
     *
     * @param next the case that decides for it from now on; empty when it goes back to the queue
     * @return false when the report was not this case's or is out of the caller's reach
     */
    @Transactional
    public boolean leave(ReportId report, String caseNumber, String next) {
        Instant now = clock.instant();
        boolean left =
                jdbc.sql("select reporting.leave_case(:id, :number, :next, :at)")
                        .param("id", report.value())
                        .param("number", caseNumber)
                        .param("next", next)
                        .param("at", utc(now))
                        .query(Boolean.class)
                        .single();
        if (left) {
            String state = next.isEmpty() ? "waiting" : "accepted";
            notes.note(List.of(report), "left-case", caseNumber, now);
            audit.record(
                    ReportingAct.RELEASED_BY_CASE,
                    AuditSubject.of("report", report),
                    Map.of("to", state));
            events.publishEvent(new ReportMoved(List.of(report), state, "", now, false));
        }
        return left;
    }

    /** Undoes {@link #leave}; false when the report no longer waits. */
    @Transactional
    public boolean rejoin(ReportId report, String caseNumber, @Nullable CompartmentId compartment) {
        Instant now = clock.instant();
        boolean taken =
                jdbc.sql("select reporting.rejoin_case(:id, :number, :compartment, :at)")
                        .param("id", report.value())
                        .param("number", caseNumber)
                        .param(
                                "compartment",
                                compartment == null ? null : compartment.value(),
                                java.sql.Types.OTHER)
                        .param("at", utc(now))
                        .query(Boolean.class)
                        .single();
        if (taken) {
            notes.note(List.of(report), "accepted", caseNumber, now);
            audit.record(ReportingAct.ACCEPTED, AuditSubject.of("report", report));
            events.publishEvent(
                    new ReportMoved(List.of(report), "accepted", "", now, compartment != null));
        }
        return taken;
    }

    /** Says that the reports of a case came to stand in a compartment with it, or left it. */
    @Transactional
    public void secluded(String caseNumber, boolean secluded) {
        List<ReportId> reports = by(caseNumber);
        if (reports.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        audit.recordAll(ReportingAct.SECLUDED, "report", reports);
        events.publishEvent(new ReportMoved(reports, "accepted", "", now, secluded));
    }

    /** Says that these reports went to another body with the case that took them. */
    @Transactional
    public void handedOver(List<ReportId> reports, BodyCode to, boolean secluded) {
        if (!reports.isEmpty()) {
            Instant now = clock.instant();
            notes.note(reports, "handed-over", to.value(), now);
            audit.recordAll(ReportingAct.HANDED_OVER, "report", reports);
            events.publishEvent(new ReportMoved(reports, "accepted", to.value(), now, secluded));
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
