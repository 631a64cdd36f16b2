package az.qalxan.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Losses and identifiers of reports, for the module that follows money. A report that the caller
 * may not read is absent.
 */
@Component
public class ReportedLosses {

    /** Reports of a case that are told. */
    public static final int REPORTS_MAX = 1_000;

    private static final String SELECT =
            """
            select id, reference, body, handling, compartment, case_number, happened_at,
              reported_at, loss_amount, loss_currency, paid_how
            from reporting.report
            """;

    private final JdbcClient jdbc;

    ReportedLosses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the given reports that the caller may read, the oldest first. */
    @Transactional(readOnly = true)
    public List<ReportedLoss> of(Collection<ReportId> reports) {
        return complete(
                jdbc.sql(SELECT + "where id = any (cast(:ids as uuid[])) order by id")
                        .param(
                                "ids",
                                reports.stream().map(ReportId::toString).toArray(String[]::new)));
    }

    /** Reports by what people quote; unknown ones are absent. */
    @Transactional(readOnly = true)
    public List<ReportedLoss> ofReferences(Collection<ReportReference> references) {
        return complete(
                jdbc.sql(SELECT + "where reference = any (:references) order by id")
                        .param(
                                "references",
                                references.stream()
                                        .map(ReportReference::value)
                                        .toArray(String[]::new)));
    }

    /** The reports of a case, the oldest first. */
    @Transactional(readOnly = true)
    public List<ReportedLoss> ofCase(String caseNumber) {
        return complete(
                jdbc.sql(SELECT + "where case_number = :number order by id limit :most")
                        .param("number", caseNumber)
                        .param("most", REPORTS_MAX));
    }

    /** One report. */
    @Transactional(readOnly = true)
    public Optional<ReportedLoss> of(ReportId report) {
        return of(List.of(report)).stream().findAny();
    }

    private List<ReportedLoss> complete(JdbcClient.StatementSpec statement) {
        List<ReportedLoss> bare = statement.query(ReportedLosses::loss).list();
        Map<ReportId, List<FoundIdentifier>> identifiers = identifiers(bare);
        return bare.stream()
                .map(one ->
                        new ReportedLoss(
                                one.id(),
                                one.reference(),
                                one.body(),
                                one.handling(),
                                one.compartment(),
                                one.caseNumber(),
                                one.happenedAt(),
                                one.reportedAt(),
                                one.loss(),
                                identifiers.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private Map<ReportId, List<FoundIdentifier>> identifiers(List<ReportedLoss> reports) {
        return jdbc
                .sql(
                        """
                        select report_id, kind, scheme, value, link_key
                        from reporting.identifier
                        where report_id = any (cast(:ids as uuid[])) order by report_id, ordinal
                        """)
                .param(
                        "ids",
                        reports.stream().map(one -> one.id().toString()).toArray(String[]::new))
                .query((row, number) ->
                        Map.entry(
                                new ReportId(row.getObject(1, UUID.class)),
                                new FoundIdentifier(
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        null,
                                        null)))
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static ReportedLoss loss(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime happened = row.getObject("happened_at", OffsetDateTime.class);
        return new ReportedLoss(
                new ReportId(row.getObject("id", UUID.class)),
                new ReportReference(row.getString("reference")),
                row.getString("body"),
                row.getInt("handling"),
                row.getObject("compartment", UUID.class),
                row.getString("case_number"),
                happened == null ? null : happened.toInstant(),
                row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                ReportLists.loss(row),
                List.of());
    }
}
