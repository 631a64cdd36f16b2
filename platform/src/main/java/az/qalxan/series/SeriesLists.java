package az.qalxan.series;

import az.qalxan.engines.linking.series.HubRule;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.reporting.ReportId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists series. The newest first are found by going through the visible reports backwards: a series
 * stands where its newest report stands. The largest and those with the greatest loss are found
 * from sums of visible counts; of these only the first are listed.
 */
@Component
class SeriesLists {

    /** Reports that are looked at in one go, and how often. */
    private static final int SCAN_ROWS = 400;

    private static final int SCANS_MAX = 25;

    /** The largest that are listed at all. */
    private static final int TOP_MAX = 60;

    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");
    private static final Instant BEGIN_OF_TIME = Instant.parse("1970-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final VisibleReports reports;
    private final Jurisdiction jurisdiction;

    SeriesLists(JdbcClient jdbc, VisibleReports reports, Jurisdiction jurisdiction) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.jurisdiction = jurisdiction;
    }

    SeriesList list(SeriesFilter filter, @Nullable SeriesPlace after, int rows) {
        return switch (filter.order()) {
            case NEWEST -> newest(filter, after, rows);
            case LARGEST, LOSS -> top(filter, after, rows);
        };
    }

    private record Scanned(UUID report, UUID component, Instant at) {

        SeriesPlace place() {
            return new SeriesPlace(micros(at), new ReportId(report));
        }
    }

    private SeriesList newest(SeriesFilter filter, @Nullable SeriesPlace after, int rows) {
        List<SeriesRow> found = new ArrayList<>();
        Map<UUID, Piece> byNewest = new HashMap<>();
        Set<UUID> known = new HashSet<>();
        @Nullable SeriesPlace place = after;
        for (int scans = 0; scans < SCANS_MAX; scans++) {
            List<Scanned> scanned = scan(filter, place);
            pieces(fresh(scanned, known)).forEach(one -> byNewest.put(one.newest().id(), one));
            for (Scanned one : scanned) {
                place = one.place();
                Piece piece = byNewest.get(one.report());
                if (piece != null && matches(piece, filter)) {
                    found.add(row(piece));
                    if (found.size() == rows) {
                        return new SeriesList(found, place);
                    }
                }
            }
            if (scanned.size() < SCAN_ROWS) {
                return new SeriesList(found, null);
            }
        }
        return new SeriesList(found, place);
    }

    private static Set<UUID> fresh(List<Scanned> scanned, Set<UUID> known) {
        Set<UUID> fresh = new HashSet<>();
        for (Scanned one : scanned) {
            if (known.add(one.component())) {
                fresh.add(one.component());
            }
        }
        return fresh;
    }

    private List<Scanned> scan(SeriesFilter filter, @Nullable SeriesPlace after) {
        Instant until = filter.until() == null ? END_OF_TIME : filter.until();
        return jdbc.sql(
                        """
                        select p.report_id, p.component, p.reported_at from series.placement p
                        where (p.series is not null or p.candidate)
                          and (p.reported_at, p.report_id) < (:at, :id) and p.reported_at >= :since
                        order by p.reported_at desc, p.report_id desc limit :rows
                        """)
                .param("at", utc(after == null ? until : instant(after.value())))
                .param("id", after == null ? new UUID(0, 0) : after.report().value())
                .param("since", utc(filter.since() == null ? BEGIN_OF_TIME : filter.since()))
                .param("rows", SCAN_ROWS)
                .query((row, number) ->
                        new Scanned(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    private SeriesList top(SeriesFilter filter, @Nullable SeriesPlace after, int rows) {
        List<Candidate> candidates = candidates(filter);
        BigDecimal sure =
                candidates.size() < TOP_MAX ? BigDecimal.valueOf(-1) : candidates.getLast().value();
        Comparator<Piece> order =
                Comparator.comparing((Piece one) -> value(one, filter.order()))
                        .thenComparing(one -> one.newest().row().reportedAt())
                        .thenComparing(one -> one.newest().id().toString())
                        .reversed();
        List<Piece> sorted =
                pieces(components(candidates)).stream()
                        .filter(one -> matches(one, filter))
                        .filter(one -> value(one, filter.order()).compareTo(sure) > 0)
                        .sorted(order)
                        .toList();
        int from = after == null ? 0 : behind(sorted, after);
        List<Piece> shown = sorted.subList(from, Math.min(sorted.size(), from + rows));
        boolean more = from + rows < sorted.size();
        return new SeriesList(
                shown.stream().map(SeriesLists::row).toList(),
                more ? place(shown.getLast(), filter.order()) : null);
    }

    private int behind(List<Piece> sorted, SeriesPlace after) {
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i).newest().id().equals(after.report().value())) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Those of the sums, and what an identifier joins that few reports made common. */
    private Set<UUID> components(List<Candidate> candidates) {
        Set<UUID> components = new HashSet<>();
        candidates.forEach(one -> components.add(one.component()));
        components.addAll(
                jdbc.sql(
                                """
                                select distinct coalesce(p.component, h.report_id)
                                from series.visible_holders(array(
                                  select c.key from series.census c
                                  join series.census_tally t on t.key = c.key
                                  where c.hub and c.reports <= :few
                                  group by c.key having sum(t.reports) >= 2
                                  order by sum(t.reports) desc, c.key limit :most), 2) as h
                                left join series.placement p on p.report_id = h.report_id
                                """)
                        .param("few", HubRule.HOLDERS_READ)
                        .param("most", TOP_MAX)
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list());
        return components;
    }

    private record Candidate(UUID component, BigDecimal value) {}

    private List<Candidate> candidates(SeriesFilter filter) {
        String value = filter.order() == SeriesOrder.LOSS ? "sum(lost)" : "sum(reports)";
        return jdbc.sql(
                        "select component, "
                                + value
                                + """
                                 as value
                                from series.tally group by component
                                having sum(reports) >= :size and max(newest) >= :since
                                  and sum(lost) >= :lost
                                order by value desc, max(newest) desc limit :most
                                """)
                .param("size", filter.sizeMin())
                .param("since", utc(filter.since() == null ? BEGIN_OF_TIME : filter.since()))
                .param("lost", filter.lossMin() == null ? BigDecimal.ZERO : filter.lossMin())
                .param("most", TOP_MAX)
                .query((row, number) ->
                        new Candidate(row.getObject(1, UUID.class), row.getBigDecimal(2)))
                .list();
    }

    private List<Piece> pieces(Collection<UUID> components) {
        return components.isEmpty() ? List.of() : Surroundings.pieces(jdbc, reports, components);
    }

    private boolean matches(Piece piece, SeriesFilter filter) {
        Instant newest = piece.newest().row().reportedAt();
        return piece.members().size() >= filter.sizeMin()
                && (filter.since() == null || !newest.isBefore(filter.since()))
                && (filter.until() == null || newest.isBefore(filter.until()))
                && (filter.lossMin() == null || lost(piece).compareTo(filter.lossMin()) >= 0)
                && (filter.category().isEmpty()
                        || piece.members().stream()
                                .anyMatch(one -> one.row().category().equals(filter.category())))
                && (filter.body().isEmpty()
                        || piece.members().stream()
                                .anyMatch(one -> one.body().equals(filter.body())));
    }

    private BigDecimal value(Piece piece, SeriesOrder order) {
        return switch (order) {
            case NEWEST -> micros(piece.newest().row().reportedAt());
            case LARGEST -> BigDecimal.valueOf(piece.members().size());
            case LOSS -> lost(piece);
        };
    }

    private SeriesPlace place(Piece piece, SeriesOrder order) {
        return new SeriesPlace(value(piece, order), new ReportId(piece.newest().id()));
    }

    private BigDecimal lost(Piece piece) {
        return Viewing.totals(piece)
                .losses()
                .getOrDefault(jurisdiction.currency(), BigDecimal.ZERO);
    }

    private static SeriesRow row(Piece piece) {
        return new SeriesRow(piece.number(), Viewing.totals(piece));
    }

    private static BigDecimal micros(Instant at) {
        return BigDecimal.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }

    /** A token can say any number; one out of range is the end of the list. */
    private static Instant instant(BigDecimal micros) {
        BigDecimal most = micros(END_OF_TIME);
        return Instant.EPOCH.plus(
                micros.min(most).max(BigDecimal.ZERO).longValue(), ChronoUnit.MICROS);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
