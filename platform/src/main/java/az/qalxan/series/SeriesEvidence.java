package az.qalxan.series;

import az.qalxan.engines.linking.series.Trait;
import az.qalxan.reporting.ReportId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that stands in the reports of a series, for those who draw it. No view is recorded
 * here, because whoever shows something made of it records that.
 */
@Component
public class SeriesEvidence {

    private final SeriesSight sight;

    SeriesEvidence(SeriesSight sight) {
        this.sight = sight;
    }

    /**
     * A series and what its reports state.
     *
     * @param stated in the order of the members
     */
    public record Found(SeriesView series, List<Stated> stated) {

        public Found {
            stated = List.copyOf(stated);
        }
    }

    /**
     * An identifier in a report.
     *
     * @param kind an identifier's kind, or {@code mail-host}
     * @param key equal for the same identifier
     * @param value as people may see it
     * @param hub whether it is common and links nothing
     */
    public record Stated(ReportId report, String kind, String key, String value, boolean hub) {}

    /** The series with that number; empty when there is none or the caller may not read it. */
    @Transactional(readOnly = true)
    public Optional<Found> of(SeriesNumber number) {
        return sight.of(number).map(piece -> new Found(Viewing.view(piece), stated(piece)));
    }

    private static List<Stated> stated(Piece piece) {
        List<Stated> stated = new ArrayList<>();
        for (VisibleReport member : piece.members()) {
            Set<Long> once = new HashSet<>();
            for (Trait trait : member.traits().traits()) {
                if (trait.kind().strong() && !trait.shown().isEmpty() && once.add(trait.key())) {
                    stated.add(
                            new Stated(
                                    new ReportId(member.id()),
                                    trait.kind().code(),
                                    Long.toHexString(trait.key()),
                                    trait.shown(),
                                    piece.context().hub().test(trait.key())));
                }
            }
        }
        return stated;
    }
}
