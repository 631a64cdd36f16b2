package az.qalxan.monitoring;

import az.qalxan.access.Handling;
import az.qalxan.engines.detection.BadEvent;
import az.qalxan.engines.detection.LogEvent;
import az.qalxan.engines.detection.indicator.IndicatorHit;
import az.qalxan.engines.detection.indicator.IndicatorMatcher;
import az.qalxan.engines.detection.indicator.LiveIndicators;
import az.qalxan.engines.detection.indicator.ThreatIndicator;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/** Looks for known indicators in the events of one source, whatever rules say of them. */
final class IndicatorWatch {

    private final Source source;
    private final LiveIndicators live;
    private final BiFunction<String, ThreatIndicator, Optional<KnownIndicator>> known;
    private final Judge.Found found;
    private final IndicatorMatcher matcher;
    private final EventReading reading;

    /**
     * @param known what the body may know of an indicator
     */
    IndicatorWatch(
            Source source,
            LiveIndicators live,
            BiFunction<String, ThreatIndicator, Optional<KnownIndicator>> known,
            Judge.Found found) {
        this.source = source;
        this.live = live;
        this.known = known;
        this.found = found;
        matcher = new IndicatorMatcher(live);
        reading = new EventReading(source);
    }

    /**
     * Looks at an event.
     *
     * @param now when it was taken: an indicator that was over then is over, whatever the event
     *     claims
     */
    void event(EventArchive.Kept event, Instant now) {
        if (live.now().count() == 0) {
            return;
        }
        try {
            LogEvent read = reading.event(event.raw());
            Instant at = event.at().isAfter(now) ? now : event.at();
            tell(event, read, matcher.hits(read, at));
        } catch (BadEvent e) {
            // Whoever judges by rules counts what can no longer be read.
            return;
        }
    }

    private void tell(EventArchive.Kept event, LogEvent read, List<IndicatorHit> hits) {
        Set<UUID> told = new HashSet<>();
        for (IndicatorHit hit : hits) {
            if (told.contains(hit.indicator().id())) {
                continue;
            }
            known.apply(source.body(), hit.indicator())
                    .ifPresent(one -> {
                        told.add(hit.indicator().id());
                        found.single(draft(event, read, hit, one));
                    });
        }
    }

    private Draft draft(
            EventArchive.Kept event, LogEvent read, IndicatorHit hit, KnownIndicator one) {
        Handling handling =
                one.handling().compareTo(source.handling()) > 0
                        ? one.handling()
                        : source.handling();
        return new Draft(
                source,
                handling,
                event.batch(),
                event.id(),
                List.of(event.id()),
                event.at(),
                IndicatorRule.VERSION,
                IndicatorRule.head(one),
                "",
                hit.values().stream().map(Judge::matched).toList(),
                Entities.of(read),
                one);
    }
}
