package az.qalxan.monitoring;

import az.qalxan.access.Handling;
import az.qalxan.engines.detection.BadEvent;
import az.qalxan.engines.detection.correlation.CorrelationFinding;
import az.qalxan.engines.detection.correlation.EventRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes of what correlations found what is written: with the events, their sources and entities.
 */
@Component
class CorrelationDrafts {

    private static final Logger LOG = LoggerFactory.getLogger(CorrelationDrafts.class);

    private final EventArchive archive;
    private final EventSourceStore sources;

    CorrelationDrafts(EventArchive archive, EventSourceStore sources) {
        this.archive = archive;
        this.sources = sources;
    }

    /** What a correlation found, and in whose batch. */
    record Found(LoadedRules rules, CorrelationFinding finding, long batch) {

        List<UUID> events() {
            return finding.events().stream().map(EventRef::uuid).toList();
        }
    }

    /** Their drafts; one whose last event is kept no more cannot be told of. */
    List<Draft> of(List<Found> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<UUID, EventArchive.Kept> events = new HashMap<>();
        archive.of(found.stream().flatMap(one -> one.events().stream()).distinct().toList())
                .forEach(event -> events.put(event.id(), event));
        Map<UUID, Source> known = new HashMap<>();
        sources.of(events.values().stream().map(EventArchive.Kept::source).distinct().toList())
                .forEach(source -> known.put(source.id(), source));
        List<Draft> drafts = new ArrayList<>();
        for (Found one : found) {
            EventArchive.Kept last = events.get(one.events().getLast());
            Source source = last == null ? null : known.get(last.source());
            if (last == null || source == null) {
                LOG.warn("the last event of a finding of {} is kept no more", one.finding().key());
            } else {
                drafts.add(draft(one, last, source, handling(one, events, known)));
            }
        }
        return drafts;
    }

    private static Handling handling(
            Found found, Map<UUID, EventArchive.Kept> events, Map<UUID, Source> known) {
        Handling narrowest = Handling.CLEAR;
        for (UUID id : found.events()) {
            EventArchive.Kept event = events.get(id);
            Source source = event == null ? null : known.get(event.source());
            if (source != null && source.handling().compareTo(narrowest) > 0) {
                narrowest = source.handling();
            }
        }
        return narrowest;
    }

    private static Draft draft(
            Found found, EventArchive.Kept last, Source source, Handling handling) {
        CorrelationFinding finding = found.finding();
        return new Draft(
                source,
                handling,
                found.batch() == 0 ? last.batch() : found.batch(),
                last.id(),
                found.events(),
                finding.at(),
                found.rules().version(),
                found.rules().head(finding.header(), true),
                finding.ref().uuid().toString(),
                Judge.matched(finding),
                entities(last, source));
    }

    private static List<Entity> entities(EventArchive.Kept event, Source source) {
        try {
            return Entities.of(new EventReading(source).event(event.raw()));
        } catch (BadEvent e) {
            return List.of();
        }
    }
}
