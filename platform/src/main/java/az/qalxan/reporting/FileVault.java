package az.qalxan.reporting;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps files and their contents in the database (docs/adr/0010). */
@Component
class FileVault {

    private final JdbcClient jdbc;
    private final Clock clock;

    FileVault(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    UUID store(ReportId report, ScreenedFile file) {
        UUID id = jdbc.sql("select uuidv7()").query(UUID.class).single();
        jdbc.sql(
                        """
                        insert into reporting.attachment (
                          id, report_id, name, media_type, bytes, sha256, scan, received_at, sender)
                        values (:id, :report, :name, :type, :bytes, :sha256, :scan, :at, 'reporter')
                        """)
                .param("id", id)
                .param("report", report.value())
                .param("name", file.name())
                .param("type", file.type().mediaType())
                .param("bytes", file.content().length)
                .param("sha256", file.sha256())
                .param("scan", file.state())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(
                        """
                        insert into reporting.attachment_content (attachment_id, content)
                        values (:id, :content)
                        """)
                .param("id", id)
                .param("content", file.content())
                .update();
        return id;
    }

    List<Attachments.Attached> of(ReportId report) {
        return jdbc.sql(
                        """
                        select id, name, media_type, bytes, sha256, scan, received_at, sender
                        from reporting.attachment where report_id = :report
                        order by received_at, id limit 200
                        """)
                .param("report", report.value())
                .query((row, number) ->
                        new Attachments.Attached(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getString(5),
                                row.getString(6),
                                row.getObject(7, OffsetDateTime.class).toInstant(),
                                row.getString(8)))
                .list();
    }

    byte[] content(UUID id) {
        return jdbc.sql(
                        """
                        select content from reporting.attachment_content where attachment_id = :id
                        """)
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    boolean release(ReportId report, UUID id) {
        return jdbc.sql(
                                """
                                update reporting.attachment set scan = 'released'
                                where id = :id and report_id = :report and scan = 'quarantined'
                                """)
                        .param("id", id)
                        .param("report", report.value())
                        .update()
                == 1;
    }
}
