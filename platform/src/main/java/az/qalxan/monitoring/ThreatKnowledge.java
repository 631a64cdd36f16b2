package az.qalxan.monitoring;

import az.qalxan.access.Handling;
import az.qalxan.engines.detection.indicator.IndicatorValue;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where indicators come from that events are held against; the module that keeps them provides it.
 * It is asked as the system's job, in the transaction that judges events.
 */
public interface ThreatKnowledge {

    /** Another text as soon as another indicator holds, or one no longer does. */
    String edition();

    /** Tells of all indicators that hold, or held until a short while ago. */
    void gather(Consumer<Live> each);

    /** The collections that a body may read, each with the narrowest marking. */
    Map<UUID, Handling> open(String body);

    /**
     * The indicator as it stands in the collection; empty where it holds no longer, and where that
     * body, its sender or the owner of the collection holds it for a false alarm.
     */
    Optional<KnownIndicator> find(String body, UUID collection, UUID indicator);

    /**
     * A value that an indicator asks for, and nothing else.
     *
     * @param indicator the UUID of its id
     * @param confidence null where nothing is said
     * @param until the first moment at which it no longer holds; null where nothing is said
     */
    record Live(
            UUID collection,
            UUID indicator,
            IndicatorValue value,
            Handling handling,
            @Nullable Integer confidence,
            @Nullable Instant until) {}
}
