package az.qalxan.series;

import az.qalxan.engines.linking.series.StoryBands;
import az.qalxan.engines.linking.series.StoryLikeness;
import az.qalxan.reporting.ReportId;
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
 * Reports whose stories read alike, for people to compare: not those that stand in one series
 * already, and not those about which somebody has decided. Only what the caller sees takes part.
 */
@Component
class AlikeReports {

    private static final int SHOWN_MAX = 5;
    private static final int PERCENT_MIN = 60;

    /** What more reports have in common is a template: a warning passed on, a form filled in. */
    private static final int TEMPLATE_MIN = 50;

    /** So many are compared word by word, those first that have most numbers in common. */
    private static final int COMPARED_MAX = 100;

    private static final Comparator<AlikeReport> MOST_ALIKE_FIRST =
            Comparator.comparingInt((AlikeReport one) -> -one.percent())
                    .thenComparing(one -> one.member().id().value());

    private final JdbcClient jdbc;
    private final VisibleReports reports;
    private final DecisionStore decisions;

    AlikeReports(JdbcClient jdbc, VisibleReports reports, DecisionStore decisions) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.decisions = decisions;
    }

    /**
     * The most alike first.
     *
     * @param series in which the report stands; null for none
     */
    List<AlikeReport> of(ReportId report, @Nullable Piece series) {
        List<VisibleReport> found = reports.of(List.of(report.value()));
        if (found.isEmpty()) {
            return List.of();
        }
        VisibleReport own = found.getFirst();
        return reports.of(candidates(own, known(report, series))).stream()
                .map(one ->
                        new AlikeReport(
                                new SeriesMember(one.row(), one.body()),
                                StoryLikeness.percent(own.traits(), one.traits())))
                .filter(one -> one.percent() >= PERCENT_MIN)
                .sorted(MOST_ALIKE_FIRST)
                .limit(SHOWN_MAX)
                .toList();
    }

    private Set<UUID> known(ReportId report, @Nullable Piece series) {
        Set<UUID> known = new HashSet<>(Set.of(report.value()));
        if (series != null) {
            series.members().forEach(one -> known.add(one.id()));
        }
        for (SeriesDecision decision : decisions.about(List.of(report))) {
            if (decision.inForce()) {
                known.add(decision.one().value());
                known.add(decision.other().value());
            }
        }
        return known;
    }

    private List<UUID> candidates(VisibleReport own, Set<UUID> known) {
        Map<UUID, Integer> shared = new HashMap<>();
        jdbc.sql(
                        """
                        select report_id, shared
                        from series.visible_alike(cast(:bands as integer[]), :template)
                        """)
                .param("bands", Columns.array(StoryBands.of(own.traits())))
                .param("template", TEMPLATE_MIN)
                .query(row -> {
                    shared.put(row.getObject(1, UUID.class), row.getInt(2));
                });
        shared.keySet().removeAll(known);
        return shared.entrySet().stream()
                .sorted(
                        Map.Entry.<UUID, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(COMPARED_MAX)
                .map(Map.Entry::getKey)
                .toList();
    }
}
