package az.qalxan.engines.linking.series;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Where the keeper finds reports and writes what changed.
 *
 * <p>One keeper at a time works on a store; an adapter on a database takes a lock for the
 * transaction in which a step runs. Every method takes many and is one round trip. What people
 * decided (decisions, rulings) is written by the caller and only read here.
 */
public interface SeriesStore {

    /**
     * The reports that hold any of the keys, each once, in any order. Of a key that more reports
     * hold than {@code perKeyMax}, the ones with the smallest ids (see {@link ReportOrder}).
     */
    List<PlacedReport> holders(Collection<Long> keys, int perKeyMax);

    /** The reports with these ids; unknown ids are left out. */
    List<PlacedReport> reports(Collection<UUID> ids);

    /** All reports whose placement names one of these components. */
    List<PlacedReport> components(Collection<UUID> components);

    /** The censuses that are kept for these keys: of hubs and of keys with many holders only. */
    Map<Long, KeyCensus> censuses(Collection<Long> keys);

    /** What people ruled about these keys. */
    Map<Long, HubRuling> rulings(Collection<Long> keys);

    /** The decisions in force in which at least one of these reports is named. */
    List<PairDecision> decisions(Collection<UUID> reports);

    /** How many reports these series have; a series that does not exist is left out. */
    Map<UUID, Integer> sizes(Collection<UUID> series);

    /** Writes one step, all or nothing. */
    void write(SeriesWrites writes);
}
