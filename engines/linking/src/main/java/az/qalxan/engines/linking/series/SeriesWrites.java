package az.qalxan.engines.linking.series;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a step of the keeper changes, to be written in one transaction.
 *
 * @param traits of new and of corrected reports; what was stored for them before is replaced, keys
 *     included
 * @param withdrawn reports to forget, with keys and placement
 * @param placements new or changed places; every other report keeps its place
 * @param censuses of keys that are worth keeping; they replace earlier ones
 * @param forgottenCensuses keys whose census is no longer worth keeping
 * @param changes what that means for the series
 */
public record SeriesWrites(
        List<ReportTraits> traits,
        List<UUID> withdrawn,
        Map<UUID, Placement> placements,
        List<KeyCensus> censuses,
        Collection<Long> forgottenCensuses,
        List<SeriesChange> changes) {

    /** Copies everything. */
    public SeriesWrites {
        traits = List.copyOf(traits);
        withdrawn = List.copyOf(withdrawn);
        placements = Map.copyOf(placements);
        censuses = List.copyOf(censuses);
        forgottenCensuses = List.copyOf(forgottenCensuses);
        changes = List.copyOf(changes);
    }
}
