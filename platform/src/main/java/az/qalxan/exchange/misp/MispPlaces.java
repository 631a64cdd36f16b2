package az.qalxan.exchange.misp;

import az.qalxan.exchange.CollectionDesk;
import az.qalxan.exchange.Reachable;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Finds the collection that stands in an address of MISP, by its alias or id: each collection is a
 * MISP of its own to programs.
 */
@Component
class MispPlaces {

    private final CollectionDesk desk;
    private final EventDesk events;

    MispPlaces(CollectionDesk desk, EventDesk events) {
        this.desk = desk;
        this.events = events;
    }

    /** A collection that the caller may know. */
    Reachable known(String name) {
        Optional<UUID> id = Flaws.uuid(name);
        return (id.isPresent() ? desk.find(id.get()) : desk.find(name))
                .filter(one -> one.canRead() || one.writesUpTo() != null)
                .orElseThrow(() -> MispFault.notFound("collection"));
    }

    Reachable readable(String name) {
        Reachable place = known(name);
        if (!place.canRead()) {
            throw MispFault.forbidden("You may not read this collection.");
        }
        return place;
    }

    Reachable writable(String name) {
        Reachable place = known(name);
        if (!place.canWrite()) {
            throw MispFault.forbidden("You may not write this collection.");
        }
        return place;
    }

    StoredEvent event(Reachable place, String name) {
        return events.find(place.collection().id(), bare(name))
                .orElseThrow(() -> MispFault.notFound("event"));
    }

    private static String bare(String name) {
        return name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
    }
}
