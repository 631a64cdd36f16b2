package az.qalxan.reporting;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.engines.language.SearchText;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds reports by an identifier in any notation, by their number, or by words of the story. */
@Component
public class ReportSearch {

    /** Reports that a search gives. */
    public static final int RESULTS_MAX = 50;

    /** Characters of a query. */
    public static final int QUERY_CHARS_MAX = 300;

    private final JdbcClient jdbc;
    private final ReportReading reading;
    private final ReportLists lists;
    private final AuditLog audit;

    ReportSearch(JdbcClient jdbc, ReportReading reading, ReportLists lists, AuditLog audit) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.lists = lists;
        this.audit = audit;
    }

    /**
     * What a search found.
     *
     * @param how {@code reference}, {@code identifier} or {@code words}: message key {@code
     *     search.how.<how>}
     * @param reports newest first, only those that the caller may read
     */
    public record Found(String how, List<ReportRow> reports) {

        public Found {
            reports = List.copyOf(reports);
        }
    }

    /** Searches; a query longer than {@link #QUERY_CHARS_MAX} is cut. */
    @Transactional
    public Found search(String query) {
        String asked = query.strip();
        asked = asked.substring(0, Math.min(asked.length(), QUERY_CHARS_MAX));
        Found found = find(asked);
        audit.record(
                ReportingAct.SEARCHED,
                AuditSubject.of("search", found.how()),
                Map.of("results", String.valueOf(found.reports().size())));
        return found;
    }

    private Found find(String asked) {
        if (asked.isEmpty()) {
            return new Found("words", List.of());
        }
        var reference = ReportReference.read(asked);
        if (reference.isPresent()) {
            return new Found("reference", rows(byReference(reference.get())));
        }
        String key = reading.linkKey(asked);
        return key.isEmpty()
                ? new Found("words", rows(byWords(asked)))
                : new Found("identifier", rows(byKey(key)));
    }

    private List<ReportId> byReference(ReportReference reference) {
        return jdbc.sql("select id from reporting.report where reference = :reference")
                .param("reference", reference.value())
                .query((row, line) -> new ReportId(row.getObject(1, UUID.class)))
                .list();
    }

    private List<ReportId> byKey(String key) {
        return jdbc.sql(
                        """
                        select report_id from (
                          select report_id, max(reported_at) as at
                          from reporting.identifier where link_key = :key and link_key <> ''
                          group by report_id order by at desc limit :most) as newest
                        """)
                .param("key", key)
                .param("most", RESULTS_MAX)
                .query((row, line) -> new ReportId(row.getObject(1, UUID.class)))
                .list();
    }

    private List<ReportId> byWords(String asked) {
        String words =
                SearchText.choices(asked).stream()
                        .distinct()
                        .map(ReportSearch::oneOf)
                        .collect(Collectors.joining(" & "));
        return words.isEmpty()
                ? List.of()
                : jdbc.sql("select reporting.search(cast(:words as tsquery), :most)")
                        .param("words", words)
                        .param("most", RESULTS_MAX)
                        .query((row, line) -> new ReportId(row.getObject(1, UUID.class)))
                        .list();
    }

    private static String oneOf(List<String> keys) {
        return keys.stream().collect(Collectors.joining("' | '", "('", "')"));
    }

    private List<ReportRow> rows(List<ReportId> ids) {
        return lists.of(ids);
    }
}
