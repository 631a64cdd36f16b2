package az.qalxan.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads one whole report; row-level security decides whether there is one to see. */
@Component
class ReportSight {

    private final JdbcClient jdbc;
    private final ReportLists lists;

    ReportSight(JdbcClient jdbc, ReportLists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    Optional<ReportView> see(ReportId id) {
        return jdbc.sql(
                        """
                        select r.*, r.id = any (reporting.shared_with_caller()) as by_consent
                        from reporting.report r where r.id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> view(row, id))
                .optional();
    }

    private ReportView view(ResultSet row, ReportId id) throws SQLException {
        return new ReportView(
                id,
                new ReportReference(row.getString("reference")),
                state(row),
                row.getString("category"),
                row.getString("region"),
                row.getString("channel"),
                row.getString("language"),
                row.getString("body"),
                row.getInt("handling"),
                instant(row, "happened_at"),
                row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                ReportLists.loss(row),
                row.getString("story"),
                row.getString("on_behalf_of"),
                contact(id),
                row.getInt("version"),
                row.getBoolean("by_consent"),
                identifiers(id),
                messages(id),
                attachments(id),
                history(id));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static ReportState state(ResultSet row) throws SQLException {
        String code = row.getString("state");
        return switch (code) {
            case "waiting" -> new ReportState.Waiting();
            case "accepted" -> new ReportState.Accepted(row.getString("case_number"));
            case "closed" -> new ReportState.Closed(row.getString("closed_reason"));
            case "withdrawn" -> new ReportState.Withdrawn();
            default -> throw new IllegalStateException("an unknown state is stored: " + code);
        };
    }

    private Contact contact(ReportId id) {
        return jdbc.sql("select name, phone, email from reporting.contact where report_id = :id")
                .param("id", id.value())
                .query((row, number) ->
                        new Contact(row.getString(1), row.getString(2), row.getString(3)))
                .optional()
                .orElse(Contact.NONE);
    }

    private List<FoundIdentifier> identifiers(ReportId id) {
        return jdbc.sql(
                        """
                        select kind, scheme, value, link_key, span_start, span_end
                        from reporting.identifier where report_id = :id order by ordinal
                        """)
                .param("id", id.value())
                .query((row, number) ->
                        new FoundIdentifier(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                (@Nullable Integer) row.getObject(5),
                                (@Nullable Integer) row.getObject(6)))
                .list();
    }

    private List<ReportView.Message> messages(ReportId id) {
        return jdbc.sql(
                        """
                        select sent_at, sender, text from reporting.message
                        where report_id = :id order by sent_at, id limit 500
                        """)
                .param("id", id.value())
                .query((row, number) ->
                        new ReportView.Message(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getString(2).equals("reporter"),
                                row.getString(3)))
                .list();
    }

    private List<ReportView.Attachment> attachments(ReportId id) {
        return jdbc.sql(
                        """
                        select id, name, media_type, bytes, scan from reporting.attachment
                        where report_id = :id order by received_at, id
                        """)
                .param("id", id.value())
                .query((row, number) ->
                        new ReportView.Attachment(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getString(5)))
                .list();
    }

    private List<ReportView.Happening> history(ReportId id) {
        return jdbc.sql(
                        """
                        select at, kind, body, detail from reporting.happening
                        where report_id = :id order by at, kind
                        """)
                .param("id", id.value())
                .query((row, number) ->
                        new ReportView.Happening(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4)))
                .list();
    }

    /** The other reports that share an identifier with this one, those with most first. */
    List<SharedReport> sharing(ReportId id, int reportsMax) {
        Map<ReportId, List<SharedReport.Shared>> reasons =
                jdbc
                        .sql(
                                """
                                select other.report_id, own.kind, own.value, crowd.size
                                from reporting.identifier own
                                cross join lateral (
                                  select count(*) as size from (
                                    select 1 from reporting.identifier i
                                    where i.link_key = own.link_key and i.link_key <> ''
                                    limit 100) as counted) as crowd
                                cross join lateral (
                                  select i.report_id from reporting.identifier i
                                  where i.link_key = own.link_key and i.link_key <> ''
                                    and i.report_id <> own.report_id
                                  order by i.reported_at desc limit :most) as other
                                where own.report_id = :id and own.link_key <> ''
                                order by crowd.size, other.report_id desc
                                """)
                        .param("id", id.value())
                        .param("most", reportsMax)
                        .query((row, number) ->
                                Map.entry(
                                        new ReportId(row.getObject(1, UUID.class)),
                                        new SharedReport.Shared(
                                                row.getString(2), row.getString(3), row.getInt(4))))
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        java.util.LinkedHashMap::new,
                                        Collectors.mapping(
                                                Map.Entry::getValue, Collectors.toList())));
        List<ReportId> first = reasons.keySet().stream().limit(reportsMax).toList();
        Map<ReportId, ReportRow> rows =
                lists.of(first).stream()
                        .collect(Collectors.toMap(ReportRow::id, Function.identity()));
        return first.stream()
                .filter(rows::containsKey)
                .map(other -> shared(rows, other, reasons.getOrDefault(other, List.of())))
                .toList();
    }

    private static SharedReport shared(
            Map<ReportId, ReportRow> rows, ReportId id, List<SharedReport.Shared> reasons) {
        ReportRow row = rows.get(id);
        if (row == null) {
            throw new IllegalStateException("a row that was just read is gone: " + id);
        }
        return new SharedReport(row, reasons);
    }
}
