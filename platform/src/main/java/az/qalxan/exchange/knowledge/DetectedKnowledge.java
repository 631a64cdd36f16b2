package az.qalxan.exchange.knowledge;

import az.qalxan.access.Handling;
import az.qalxan.engines.detection.indicator.IndicatorKind;
import az.qalxan.engines.detection.indicator.IndicatorValue;
import az.qalxan.monitoring.KnownIndicator;
import az.qalxan.monitoring.ThreatKnowledge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the detection the indicators of all collections. */
@Component
class DetectedKnowledge implements ThreatKnowledge {

    /** Events may arrive so late and still be held against what held when they happened. */
    private static final Duration LATE = Duration.ofDays(30);

    private static final int STEP = 20_000;
    private static final String PREFIX = "indicator--";

    private final DetectedKnowledgeStore store;
    private final IndicatorFileStore indicators;
    private final KnowledgePack pack;
    private final Clock clock;

    DetectedKnowledge(
            DetectedKnowledgeStore store,
            IndicatorFileStore indicators,
            KnowledgePack pack,
            Clock clock) {
        this.store = store;
        this.indicators = indicators;
        this.pack = pack;
        this.clock = clock;
    }

    @Override
    public String edition() {
        return store.edition();
    }

    @Override
    public void gather(Consumer<Live> each) {
        Instant since = clock.instant().minus(LATE);
        for (UUID collection : store.collections()) {
            var asked =
                    new IndicatorFileStore.Asked(
                            collection,
                            Handling.RED.rank(),
                            since,
                            Instant.EPOCH,
                            clock.instant().plus(LATE));
            List<IndicatorFileStore.Row> rows = indicators.rows(asked, STEP);
            while (!rows.isEmpty()) {
                rows.forEach(row -> live(collection, row).ifPresent(each));
                rows = indicators.rows(asked.after(rows.getLast().added()), STEP);
            }
        }
    }

    private Optional<Live> live(UUID collection, IndicatorFileStore.Row row) {
        @Nullable String kind = row.kind();
        @Nullable String value = row.value();
        if (!row.alone() || kind == null || value == null) {
            return Optional.empty();
        }
        return ValueKind.ofCode(kind)
                .filter(one -> !everybodys(new KnownValue(one, value)))
                .flatMap(ValueKind::inEvents)
                .flatMap(one -> read(one, value))
                .map(one ->
                        new Live(
                                collection,
                                UUID.fromString(row.object().substring(PREFIX.length())),
                                one,
                                Handling.ofRank(row.handling()),
                                row.confidence(),
                                row.validUntil()));
    }

    /** What everybody shares would be found everywhere. */
    private boolean everybodys(KnownValue value) {
        return pack.shared(value).filter(KnowledgePack.Shared::blocks).isPresent();
    }

    private static Optional<IndicatorValue> read(IndicatorKind kind, String text) {
        return IndicatorValue.read(kind, text) instanceof IndicatorValue value
                ? Optional.of(value)
                : Optional.empty();
    }

    @Override
    public Map<UUID, Handling> open(String body) {
        return store.open(body);
    }

    @Override
    public Optional<KnownIndicator> find(String body, UUID collection, UUID indicator) {
        return store.find(body, collection, PREFIX + indicator);
    }
}
