package az.qalxan.reporting;

import az.qalxan.access.BodyCode;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.audit.AuditedAct;
import java.sql.Array;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports that one body lets another read for a while. Row-level security honours it: the other
 * body reads them, changes nothing, and every reading stands in both journals.
 */
@Component
public class ReportShares {

    /** Reports that one consent may open. */
    public static final int REPORTS_MAX = 20;

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportShares(JdbcClient jdbc, AuditLog audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What is given.
     *
     * @param under the id of the consent; it is ended by it
     * @param purpose what the other body reads it for; recorded with every reading
     */
    public record Terms(UUID under, BodyCode to, String purpose, Instant until) {}

    /** The consent by which the caller reads another body's report. */
    public record Consent(UUID under, BodyCode owner, String purpose, Instant until) {}

    /**
     * Lets the other body read those of the caller's body's reports that may leave it: no
     * restricted one and none marked RED.
     *
     * @return those that are shared now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<ReportId> give(List<ReportId> reports, Terms terms) {
        List<ReportId> given =
                jdbc.sql(
                                """
                                insert into reporting.report_share (
                                  report_id, body, under, purpose, given_at, until)
                                select r.id, :to, :under, :purpose, :at, :until
                                from reporting.report r
                                where r.id = any (cast(:ids as uuid[]))
                                  and r.body = database.caller_body() and r.compartment is null
                                  and r.handling < 4
                                returning report_id
                                """)
                        .param("to", terms.to().value())
                        .param("under", terms.under())
                        .param("purpose", terms.purpose())
                        .param("at", utc(clock.instant()))
                        .param("until", utc(terms.until()))
                        .param(
                                "ids",
                                reports.stream()
                                        .limit(REPORTS_MAX)
                                        .map(ReportId::toString)
                                        .toArray(String[]::new))
                        .query((row, number) -> new ReportId(row.getObject(1, UUID.class)))
                        .list();
        Map<String, String> circumstances =
                Map.of("to", terms.to().value(), "consent", terms.under().toString());
        audit.recordAll(
                ReportingAct.SHARED,
                "report",
                given,
                new AuditLog.Concern(terms.to().value(), circumstances));
        return given;
    }

    /** Ends what was given under these consents, by either body or at their term. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(Collection<UUID> under) {
        Array ended =
                jdbc.sql("select reporting.end_shares(cast(:under as uuid[]), :at)")
                        .param("under", under.stream().map(UUID::toString).toArray(String[]::new))
                        .param("at", utc(clock.instant()))
                        .query((row, number) -> row.getArray(1))
                        .single();
        audit.recordAll(ReportingAct.SHARE_ENDED, "report", elements(ended));
    }

    private static List<Object> elements(Array array) {
        try {
            return Arrays.asList((Object[]) array.getArray());
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException("an array of ids cannot be read", e);
        }
    }

    /** The reports under a consent that the caller may read now. */
    @Transactional(readOnly = true)
    public List<ReportId> under(UUID consent) {
        return jdbc.sql(
                        """
                        select report_id from reporting.report_share
                        where under = :under and ended_at is null order by report_id
                        """)
                .param("under", consent)
                .query((row, number) -> new ReportId(row.getObject(1, UUID.class)))
                .list();
    }

    /** By which consent the caller reads that report; empty for one of the own body. */
    @Transactional(readOnly = true)
    public Optional<Consent> consentFor(ReportId report) {
        return jdbc.sql(
                        """
                        select under, owner, purpose, until from reporting.report_share
                        where report_id = :id and body = database.caller_body()
                          and ended_at is null and until > now()
                        order by until desc limit 1
                        """)
                .param("id", report.value())
                .query((row, number) ->
                        new Consent(
                                row.getObject(1, UUID.class),
                                new BodyCode(row.getString(2)),
                                row.getString(3),
                                row.getObject(4, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Records that a shared report, or a file of it, was shown: in the journals of both bodies. */
    void noteReading(AuditedAct act, AuditSubject subject, ReportId report, String purpose) {
        Consent consent =
                consentFor(report)
                        .orElseThrow(() ->
                                new IllegalStateException("no consent opens report " + report));
        Map<String, String> circumstances = new LinkedHashMap<>();
        circumstances.put("report", report.toString());
        circumstances.put("consent", consent.under().toString());
        circumstances.put("purpose", purpose.isBlank() ? consent.purpose() : purpose.strip());
        audit.record(act, subject, new AuditLog.Concern(consent.owner().value(), circumstances));
        events.publishEvent(new SharedReportRead(report, consent.under(), clock.instant()));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
