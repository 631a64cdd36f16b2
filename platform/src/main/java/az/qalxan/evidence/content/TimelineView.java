package az.qalxan.evidence.content;

import az.qalxan.casework.CaseNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The moments of a case's exhibits in one order, as far as the caller sees these. */
@Component
class TimelineView {

    private static final String FROM =
            """
            from evidence.content_moment m
            join evidence.exhibit e on e.id = m.exhibit_id
            where e.case_number = :number
              and (:exhibit = '' or e.id = cast(nullif(:exhibit, '') as uuid))
              and (cast(:since as timestamptz) is null or m.at >= cast(:since as timestamptz))
              and (cast(:until as timestamptz) is null or m.at < cast(:until as timestamptz))
              and (:kind = '' or m.kind = :kind)
              and (:source = '' or m.source = :source)
              and (:q = '' or strpos(lower(m.message), lower(:q)) > 0
                or strpos(lower(m.username), lower(:q)) > 0
                or strpos(lower(m.host), lower(:q)) > 0)
            """;

    private final JdbcClient jdbc;

    TimelineView(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is asked of which case; wall-clock times mean the zone. */
    record Question(CaseNumber number, TimelineFilter filter, ZoneId zone) {}

    private JdbcClient.StatementSpec asked(String sql, Question question) {
        TimelineFilter filter = question.filter();
        return jdbc.sql(sql)
                .param("number", question.number().value())
                .param("exhibit", filter.exhibit())
                .param("since", utc(filter.since(question.zone()).orElse(null)))
                .param("until", utc(filter.until(question.zone()).orElse(null)))
                .param("kind", filter.kind())
                .param("source", filter.source())
                .param("q", filter.q());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    List<TimelineRow> rows(Question question, String after, int most) {
        String mark = after.isEmpty() ? "0.0" : after;
        int dot = mark.indexOf('.');
        long micros = Long.parseLong(mark.substring(0, dot));
        Instant behind = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000);
        return asked(
                        """
                        select m.*, e.sequence as exhibit_sequence, e.copy,
                          (select p.path from evidence.content_part p
                            where p.exhibit_id = m.exhibit_id and p.number = m.part) as path
                        """
                                + FROM
                                + """
                                  and (m.at, m.sequence) > (:behind, :sequence)
                                order by m.at, m.sequence limit :most
                                """,
                        question)
                .param("behind", behind.atOffset(ZoneOffset.UTC))
                .param("sequence", Long.parseLong(mark.substring(dot + 1)))
                .param("most", most)
                .query(TimelineView::row)
                .list();
    }

    /**
     * What there is.
     *
     * @param first the earliest moment; null when there is none
     */
    record Extent(long count, @Nullable Instant first, @Nullable Instant last) {}

    Extent extent(Question question) {
        return asked("select count(*), min(m.at), max(m.at) " + FROM, question)
                .query((row, count) -> new Extent(row.getLong(1), instant(row, 2), instant(row, 3)))
                .single();
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** How many moments lie in each of so many equal stretches of time. */
    long[] histogram(Question question, Extent extent, int bars) {
        long[] counts = new long[bars];
        double first = Objects.requireNonNull(extent.first()).toEpochMilli() / 1000.0;
        double last = Objects.requireNonNull(extent.last()).toEpochMilli() / 1000.0 + 1;
        asked(
                        "select width_bucket(extract(epoch from m.at)::float8, :first, :last,"
                                + " :bars) as bar, count(*) as moments "
                                + FROM
                                + " group by 1",
                        question)
                .param("first", first)
                .param("last", last)
                .param("bars", bars)
                .query((row, count) -> {
                    int bar = Math.clamp(row.getInt("bar") - 1, 0, bars - 1);
                    counts[bar] += row.getLong("moments");
                    return true;
                })
                .list();
        return counts;
    }

    /** How many moments there are of each kind or source. */
    Map<String, Long> counts(Question question, boolean bySource) {
        Map<String, Long> counts = new LinkedHashMap<>();
        String column = bySource ? "m.source" : "m.kind";
        asked(
                        "select %s as what, count(*) as moments ".formatted(column)
                                + FROM
                                + " group by 1 order by 2 desc, 1 limit 40",
                        question)
                .query((row, count) -> counts.put(row.getString(1), row.getLong(2)))
                .list();
        return counts;
    }

    private static TimelineRow row(ResultSet row, int count) throws SQLException {
        int copy = row.getInt("copy");
        String path = row.getString("path");
        return new TimelineRow(
                row.getLong("sequence"),
                Objects.requireNonNull(row.getObject("at", OffsetDateTime.class)).toInstant(),
                row.getBoolean("zone_assumed"),
                row.getString("kind"),
                row.getString("source"),
                row.getString("message"),
                row.getString("username"),
                row.getString("host"),
                row.getObject("exhibit_id", UUID.class),
                row.getInt("exhibit_sequence") + (copy > 0 ? "-" + copy : ""),
                row.getInt("part"),
                path == null ? "" : path);
    }
}
