package az.qalxan.exchange;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only way by which objects leave their collection: within what their markings allow the
 * caller, and with a record of who received what.
 */
@Component
public class ObjectShelf {

    private final ShelfStore shelf;
    private final DeliveryStore deliveries;
    private final RemovalStore removals;
    private final AuditLog audit;
    private final Clock clock;

    ObjectShelf(
            ShelfStore shelf,
            DeliveryStore deliveries,
            RemovalStore removals,
            AuditLog audit,
            Clock clock) {
        this.shelf = shelf;
        this.deliveries = deliveries;
        this.removals = removals;
        this.audit = audit;
        this.clock = clock;
    }

    /** Hands out a page of objects, or of what is said of them where the exit is for that. */
    @Transactional
    public ShelfPage handOut(UUID collection, ObjectQuery query, Exit exit) {
        return note(collection, exit, shelf.page(collection, query, exit.what().equals("objects")));
    }

    /** Hands out versions of one object; empty when the caller may see none of it. */
    @Transactional
    public Optional<ShelfPage> handOut(
            UUID collection, String object, ObjectQuery query, Exit exit) {
        return shelf.has(collection, object)
                ? Optional.of(handOut(collection, query, exit))
                : Optional.empty();
    }

    private ShelfPage note(UUID collection, Exit exit, ShelfPage page) {
        if (!page.lines().isEmpty()) {
            deliveries.insert(collection, exit, page.lines(), clock.instant());
            audit.record(
                    ExchangeAct.OBJECTS_DELIVERED,
                    AuditSubject.of("collection", collection),
                    Map.of(
                            "what", exit.what(),
                            "door", exit.door(),
                            "objects", String.valueOf(page.lines().size())));
        }
        return page;
    }

    /**
     * Notes that something was told of versions by another way than their pages.
     *
     * @param added their moments, in any order; one that stands twice counts once
     */
    @Transactional
    public void told(UUID collection, Exit exit, Collection<Instant> added) {
        List<Instant> moments = added.stream().distinct().sorted().toList();
        if (!moments.isEmpty()) {
            deliveries.note(collection, exit, moments, clock.instant());
        }
    }

    /** What came of asking to remove an object. */
    public enum Removal {
        DONE,
        UNKNOWN,
        /** Another body sent it. */
        NOT_YOURS
    }

    /** Removes versions of an object from a collection, for whoever sent them or owns it. */
    @Transactional
    public Removal remove(Caller caller, UUID collection, String object, Versions versions) {
        if (!shelf.has(collection, object)) {
            return Removal.UNKNOWN;
        }
        Removal removal = removals.remove(collection, object, versions, caller.name());
        if (removal == Removal.DONE) {
            audit.record(
                    ExchangeAct.OBJECT_REMOVED,
                    AuditSubject.of("collection", collection),
                    Map.of("object", object));
        }
        return removal;
    }
}
