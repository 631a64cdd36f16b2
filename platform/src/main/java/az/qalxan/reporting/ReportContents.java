package az.qalxan.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The contents of many reports for the engines. As everywhere, row-level security decides which; a
 * job of the system reads all.
 */
@Component
public class ReportContents {

    private final JdbcClient jdbc;
    private final OwnIdentifiers own;

    ReportContents(JdbcClient jdbc, OwnIdentifiers own) {
        this.jdbc = jdbc;
        this.own = own;
    }

    /**
     * Those of the given reports that the caller may read, in any order. What is the reporter's own
     * among the identifiers links nothing.
     */
    @Transactional(readOnly = true)
    public List<ReportContent> of(Collection<ReportId> ids) {
        String[] asked = ids.stream().map(ReportId::toString).toArray(String[]::new);
        Map<UUID, List<FoundIdentifier>> identifiers = identifiers(asked);
        return jdbc.sql(
                        """
                        select id, state, body, handling, compartment, reported_at, happened_at,
                          category, region, loss_amount, loss_currency, paid_how, story
                        from reporting.report where id = any (cast(:ids as uuid[]))
                        """)
                .param("ids", asked)
                .query((row, number) -> content(row, identifiers))
                .list();
    }

    /** The next ids behind that one, in the order of ids; null starts at the first. */
    @Transactional(readOnly = true)
    public List<ReportId> after(@Nullable ReportId last, int most) {
        return jdbc.sql(
                        """
                        select id from reporting.report where id > :last order by id limit :most
                        """)
                .param("last", last == null ? new UUID(0, 0) : last.value())
                .param("most", most)
                .query((row, number) -> new ReportId(row.getObject(1, UUID.class)))
                .list();
    }

    private Map<UUID, List<FoundIdentifier>> identifiers(String[] asked) {
        Map<UUID, List<FoundIdentifier>> found = new HashMap<>();
        jdbc.sql(
                        """
                        select report_id, kind, scheme, value, link_key, span_start, span_end
                        from reporting.identifier where report_id = any (cast(:ids as uuid[]))
                        order by report_id, ordinal
                        """)
                .param("ids", asked)
                .query(row -> {
                    found.computeIfAbsent(
                                    row.getObject("report_id", UUID.class), id -> new ArrayList<>())
                            .add(identifier(row));
                });
        own.unlink(found);
        return found;
    }

    private static FoundIdentifier identifier(ResultSet row) throws SQLException {
        return new FoundIdentifier(
                row.getString("kind"),
                row.getString("scheme"),
                row.getString("value"),
                row.getString("link_key"),
                (@Nullable Integer) row.getObject("span_start"),
                (@Nullable Integer) row.getObject("span_end"));
    }

    private static ReportContent content(
            ResultSet row, Map<UUID, List<FoundIdentifier>> identifiers) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        @Nullable OffsetDateTime happened = row.getObject("happened_at", OffsetDateTime.class);
        return new ReportContent(
                new ReportId(id),
                row.getString("state"),
                row.getString("body"),
                row.getInt("handling"),
                row.getObject("compartment", UUID.class),
                row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                happened == null ? null : happened.toInstant(),
                row.getString("category"),
                row.getString("region"),
                ReportLists.loss(row),
                identifiers.getOrDefault(id, List.of()),
                row.getString("story"));
    }
}
