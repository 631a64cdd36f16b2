package az.qalxan.exchange;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What pages show of collections; each look is an exit like any other, and is recorded as one. */
@Component
class ShownDesk {

    private static final int DELIVERIES_MAX = 200;

    private final ShownStore shown;
    private final DeliveryStore deliveries;
    private final AuditLog audit;
    private final Clock clock;

    ShownDesk(ShownStore shown, DeliveryStore deliveries, AuditLog audit, Clock clock) {
        this.shown = shown;
        this.deliveries = deliveries;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Map<UUID, ShownStore.Size> sizes(List<UUID> collections) {
        return shown.sizes(collections);
    }

    /** The list of a collection's objects. */
    @Transactional
    List<ShownVersion> list(Caller caller, UUID collection, ShownStore.Asked asked) {
        List<ShownVersion> versions = shown.newest(collection, asked);
        note(caller, collection, "manifest", versions);
        audit.record(ExchangeAct.COLLECTION_VIEWED, AuditSubject.of("collection", collection));
        return versions;
    }

    /** All versions of an object. */
    @Transactional
    List<ShownVersion> object(Caller caller, UUID collection, String object) {
        List<ShownVersion> versions = shown.versions(collection, object);
        if (versions.isEmpty()) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        note(caller, collection, "objects", versions);
        audit.record(
                ExchangeAct.OBJECT_VIEWED,
                AuditSubject.of("collection", collection),
                Map.of("object", object));
        return versions;
    }

    private void note(Caller caller, UUID collection, String what, List<ShownVersion> versions) {
        if (!versions.isEmpty()) {
            deliveries.insert(
                    collection,
                    new Exit("page", what, caller.name()),
                    versions.stream()
                            .map(ShownVersion::line)
                            .sorted(java.util.Comparator.comparing(ShelfPage.Line::added))
                            .toList(),
                    clock.instant());
        }
    }

    @Transactional(readOnly = true)
    List<DeliveryStore.Delivery> deliveries(UUID collection, int most) {
        return deliveries.newest(collection, most);
    }

    /** Who received that version. */
    @Transactional(readOnly = true)
    List<DeliveryStore.Delivery> receivers(UUID collection, ShownVersion version) {
        return deliveries.of(collection, version.added(), DELIVERIES_MAX);
    }

    /** Notes that somebody takes the list of receivers along as a file. */
    @Transactional
    void noteExport(UUID collection, String object) {
        audit.record(
                ExchangeAct.RECEIPTS_EXPORTED,
                AuditSubject.of("collection", collection),
                Map.of("object", object));
    }
}
