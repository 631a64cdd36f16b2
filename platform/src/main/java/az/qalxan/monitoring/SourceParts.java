package az.qalxan.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a source's page shows beside the source. */
@Component
class SourceParts {

    private final EventSourceStore sources;
    private final BatchStore batches;
    private final PulseStore pulses;

    SourceParts(EventSourceStore sources, BatchStore batches, PulseStore pulses) {
        this.sources = sources;
        this.batches = batches;
        this.pulses = pulses;
    }

    record Parts(
            List<EventSourceStore.Hour> hours,
            List<BatchStore.Taken> batches,
            List<PulseStore.Silence> silences) {}

    @Transactional(readOnly = true)
    Parts of(UUID source, Instant since, int batchesMax, int silencesMax) {
        return new Parts(
                sources.hours(source, since),
                batches.latest(source, batchesMax),
                pulses.silences(source, silencesMax));
    }

    /** How much could not be judged, of what the caller may see. */
    @Transactional(readOnly = true)
    BatchStore.Backlog backlog() {
        return batches.backlog();
    }
}
