package az.qalxan.series;

import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportReferences;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the one series that a caller asks for. */
@Component
class SeriesSight {

    private final JdbcClient jdbc;
    private final VisibleReports reports;
    private final ReportReferences references;

    SeriesSight(JdbcClient jdbc, VisibleReports reports, ReportReferences references) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.references = references;
    }

    Optional<Piece> of(ReportId report) {
        return reports.componentOf(report.value())
                .flatMap(component ->
                        Surroundings.pieces(jdbc, reports, Set.of(component)).stream()
                                .filter(piece -> piece.holds(report.value()))
                                .findFirst());
    }

    Optional<Piece> of(SeriesNumber number) {
        return references.find(number.report()).flatMap(this::of);
    }

    boolean sees(Collection<ReportId> asked) {
        return reports.of(asked.stream().map(ReportId::value).toList()).size() == asked.size();
    }

    Optional<SeriesLink> link(ReportId one, ReportId other) {
        if (one.equals(other)) {
            return Optional.empty();
        }
        List<VisibleReport> both = reports.of(List.of(one.value(), other.value()));
        if (both.size() < 2) {
            return Optional.empty();
        }
        List<UUID> components = both.stream().map(VisibleReport::component).distinct().toList();
        Surroundings around = Surroundings.around(jdbc, reports, components);
        return Optional.of(Viewing.link(both.getFirst(), both.getLast(), around.context()));
    }
}
