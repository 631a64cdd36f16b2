package az.qalxan.reporting;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements behind a reporter's own view; row-level security keeps them to one report. */
@Component
class ReporterStore {

    private final JdbcClient jdbc;

    ReporterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ReportId> open(ReportReference reference, byte[] secretDigest) {
        return jdbc.sql("select reporting.open_with(:reference, :digest)")
                .param("reference", reference.value())
                .param("digest", secretDigest)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single()
                .map(ReportId::new);
    }

    /** Holds the report's row until the transaction ends, so that additions come one by one. */
    void noteAddition(String searchKeys, Instant at) {
        jdbc.sql("select reporting.note_addition(cast(:keys as tsvector), :at)")
                .param("keys", searchKeys)
                .param("at", utc(at))
                .query((row, number) -> true)
                .single();
    }

    int additions(ReportId report) {
        return jdbc.sql(
                        """
                        select count(*) from reporting.happening
                        where report_id = :id and kind = 'added'
                        """)
                .param("id", report.value())
                .query(Integer.class)
                .single();
    }

    void addMessage(ReportId report, String text, Instant at) {
        jdbc.sql(
                        """
                        insert into reporting.message (id, report_id, sent_at, sender, text)
                        values (uuidv7(), :id, :at, 'reporter', :text)
                        """)
                .param("id", report.value())
                .param("at", utc(at))
                .param("text", text)
                .update();
    }

    /** Adds those identifiers that the report does not have yet. */
    void addIdentifiers(ReportId report, List<FoundIdentifier> found) {
        jdbc.sql(
                        """
                        insert into reporting.identifier (
                          report_id, ordinal, kind, scheme, value, link_key, reported_at, body,
                          handling, compartment)
                        select r.id, last.ordinal + new.place, new.kind, new.scheme, new.value,
                          new.key, r.reported_at, r.body, r.handling, r.compartment
                        from reporting.report r
                        cross join (
                          select coalesce(max(ordinal), -1) as ordinal
                          from reporting.identifier where report_id = :id) as last
                        cross join unnest(:kind, :scheme, :value, :key)
                          with ordinality as new (kind, scheme, value, key, place)
                        where r.id = :id and last.ordinal + new.place < 32000
                          and not exists (
                            select from reporting.identifier i
                            where i.report_id = :id and i.kind = new.kind and i.value = new.value)
                        """)
                .param("id", report.value())
                .param("kind", found.stream().map(FoundIdentifier::kind).toArray(String[]::new))
                .param("scheme", found.stream().map(FoundIdentifier::scheme).toArray(String[]::new))
                .param("value", found.stream().map(FoundIdentifier::value).toArray(String[]::new))
                .param("key", found.stream().map(FoundIdentifier::linkKey).toArray(String[]::new))
                .update();
    }

    boolean withdraw(ReportId report, Instant at) {
        return jdbc.sql(
                                """
                                update reporting.report
                                set state = 'withdrawn', changed_at = :at, version = version + 1
                                where id = :id and state = 'waiting'
                                """)
                        .param("at", utc(at))
                        .param("id", report.value())
                        .update()
                == 1;
    }

    void note(ReportId report, String kind, String detail, Instant at) {
        jdbc.sql(
                        """
                        insert into reporting.happening (report_id, at, kind, detail)
                        values (:id, :at, :kind, :detail)
                        """)
                .param("id", report.value())
                .param("at", utc(at))
                .param("kind", kind)
                .param("detail", detail)
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
