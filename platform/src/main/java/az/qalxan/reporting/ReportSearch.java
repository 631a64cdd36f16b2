package az.qalxan.reporting;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.engines.language.SearchText;
import az.qalxan.engines.linking.NearbyKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
     * A report that a search found.
     *
     * @param how {@code reference}, {@code identifier}, {@code near} (an identifier that differs by
     *     one slip), {@code beginning} or {@code words}: message key {@code search.how.<how>}
     * @param matched the identifier that matched; empty when none did
     */
    public record Hit(ReportRow report, String how, String matched) {}

    /**
     * What a search found, the surest first.
     *
     * @param hits only reports that the caller may read, each once
     */
    public record Found(List<Hit> hits) {

        public Found {
            hits = List.copyOf(hits);
        }

        /** The reports alone. */
        public List<ReportRow> reports() {
            return hits.stream().map(Hit::report).toList();
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
                AuditSubject.of("search", how(found)),
                Map.of("results", String.valueOf(found.hits().size())));
        return found;
    }

    /** The report of that number, as far as the caller may read it. */
    @Transactional(readOnly = true)
    public Optional<ReportId> byReference(String typed) {
        return ReportReference.read(typed.strip()).stream()
                .flatMap(reference -> byReference(reference).stream())
                .findFirst();
    }

    private static String how(Found found) {
        return found.hits().isEmpty() ? "words" : found.hits().getFirst().how();
    }

    private Found find(String asked) {
        Map<ReportId, Match> matches = new LinkedHashMap<>();
        var reference = ReportReference.read(asked);
        if (reference.isPresent()) {
            add(matches, byReference(reference.get()).stream().map(Match.of("reference")));
        } else if (!asked.isEmpty()) {
            collect(asked, matches);
        }
        Map<ReportId, ReportRow> rows = new LinkedHashMap<>();
        lists.of(List.copyOf(matches.keySet())).forEach(row -> rows.put(row.id(), row));
        List<Hit> hits = new ArrayList<>();
        matches.forEach((id, match) -> {
            ReportRow row = rows.get(id);
            if (row != null) {
                hits.add(new Hit(row, match.how(), match.matched()));
            }
        });
        return new Found(hits);
    }

    /** A whole identifier and its slips; otherwise what begins so, and the words. */
    private void collect(String asked, Map<ReportId, Match> matches) {
        String key = reading.linkKey(asked);
        if (key.isEmpty()) {
            for (String beginning : NearbyKeys.beginnings(asked)) {
                add(matches, beginningWith(beginning).stream());
            }
            add(matches, byWords(asked).stream().map(Match.of("words")));
        } else {
            add(matches, byKeys(List.of(key), "identifier").stream());
            add(matches, byKeys(NearbyKeys.slips(key), "near").stream());
        }
    }

    /** Why a report is in the list. */
    private record Match(ReportId report, String how, String matched) {

        static Function<ReportId, Match> of(String how) {
            return report -> new Match(report, how, "");
        }
    }

    private static void add(Map<ReportId, Match> matches, Stream<Match> more) {
        more.filter(one -> matches.size() < RESULTS_MAX)
                .forEach(one -> matches.putIfAbsent(one.report(), one));
    }

    private List<Match> byKeys(Collection<String> keys, String how) {
        return jdbc.sql(
                        """
                        select report_id, min(value), max(reported_at) as at
                        from reporting.identifier
                        where link_key = any (:keys) and link_key <> ''
                        group by report_id order by at desc limit :most
                        """)
                .param("keys", keys.toArray(String[]::new))
                .param("most", RESULTS_MAX)
                .query((row, line) -> match(row, how))
                .list();
    }

    /** In the order of the keys: bounds instead of a pattern, because row security trusts them. */
    private List<Match> beginningWith(String beginning) {
        return jdbc.sql(
                        """
                        select report_id, min(value), min(link_key) as first from (
                          select report_id, value, link_key from reporting.identifier
                          where link_key >= :low and link_key < :high and link_key <> ''
                          order by link_key limit :most) as found
                        group by report_id order by first, report_id
                        """)
                .param("low", beginning)
                .param("high", beginning + Character.MAX_VALUE)
                .param("most", RESULTS_MAX)
                .query((row, line) -> match(row, "beginning"))
                .list();
    }

    private static Match match(ResultSet row, String how) throws SQLException {
        return new Match(new ReportId(row.getObject(1, UUID.class)), how, row.getString(2));
    }

    private List<ReportId> byReference(ReportReference reference) {
        return jdbc.sql("select id from reporting.report where reference = :reference")
                .param("reference", reference.value())
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
                : jdbc.sql(
                                """
                                select id from (
                                  select reporting.search(cast(:words as tsquery), :most) as id
                                  union
                                  select reporting.search_shared(cast(:words as tsquery))) as found
                                order by id desc limit :most
                                """)
                        .param("words", words)
                        .param("most", RESULTS_MAX)
                        .query((row, line) -> new ReportId(row.getObject(1, UUID.class)))
                        .list();
    }

    private static String oneOf(List<String> keys) {
        return keys.stream().collect(Collectors.joining("' | '", "('", "')"));
    }
}
