package az.qalxan.monitoring;

import az.qalxan.access.Handling;
import az.qalxan.engines.detection.indicator.IndicatorOrigin;
import az.qalxan.engines.detection.indicator.IndicatorSet;
import az.qalxan.engines.detection.indicator.Lifetime;
import az.qalxan.engines.detection.indicator.LiveIndicators;
import az.qalxan.engines.detection.indicator.ThreatIndicator;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The indicators that events are held against just now. Before each step it is asked whether others
 * hold; what was revoked leaves before the next event.
 */
@Component
class KnownIndicators {

    private final ObjectProvider<ThreatKnowledge> knowledge;
    private final RandomGenerator random;
    private final LiveIndicators live;
    private final Map<String, Map<UUID, Handling>> open = new HashMap<>();
    private String edition = "";

    KnownIndicators(ObjectProvider<ThreatKnowledge> knowledge, RandomGenerator random) {
        this.knowledge = knowledge;
        this.random = random;
        live = new LiveIndicators(IndicatorSet.empty(random));
    }

    /** Takes in what has changed; permits are asked anew in any case. */
    synchronized void refresh() {
        open.clear();
        knowledge.ifAvailable(source -> {
            String now = source.edition();
            if (!now.equals(edition)) {
                IndicatorSet.Building building = new IndicatorSet.Building(random);
                source.gather(one -> building.add(indicator(one)));
                live.swap(building.build());
                edition = now;
            }
        });
    }

    private static ThreatIndicator indicator(ThreatKnowledge.Live one) {
        @Nullable Integer said = one.confidence();
        @Nullable Instant until = one.until();
        return new ThreatIndicator(
                one.value(),
                new IndicatorOrigin(
                        one.collection().toString(),
                        said == null ? IndicatorOrigin.UNSAID : said,
                        one.handling().name()),
                until == null ? Lifetime.OPEN : new Lifetime(Instant.MIN, until),
                one.indicator());
    }

    /** Looks for them in the events of a source. */
    IndicatorWatch watch(Source source, Judge.Found found) {
        return new IndicatorWatch(source, live, this::told, found);
    }

    /** The indicator, where the body may know of it and it still holds. */
    private synchronized Optional<KnownIndicator> told(String body, ThreatIndicator one) {
        ThreatKnowledge source = Objects.requireNonNull(knowledge.getIfAvailable());
        UUID collection = UUID.fromString(one.origin().source());
        @Nullable Handling most =
                open.computeIfAbsent(body, source::open).getOrDefault(collection, null);
        return most == null
                ? Optional.empty()
                : source.find(body, collection, one.id())
                        .filter(known -> known.handling().compareTo(most) <= 0);
    }
}
