package az.qalxan.engines.linking.series;

import java.util.Objects;
import java.util.UUID;

/**
 * A report as the store keeps it for linking.
 *
 * @param traits what it can be linked by
 * @param placement where it stands
 */
public record PlacedReport(ReportTraits traits, Placement placement) {

    /** Refuses missing parts. */
    public PlacedReport {
        Objects.requireNonNull(traits, "traits");
        Objects.requireNonNull(placement, "placement");
    }

    /** The report's id. */
    public UUID id() {
        return traits.id();
    }
}
