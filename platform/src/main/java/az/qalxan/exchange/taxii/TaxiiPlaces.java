package az.qalxan.exchange.taxii;

import az.qalxan.exchange.CollectionDesk;
import az.qalxan.exchange.Reachable;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Finds the collection that a request names, by its id or alias, and what may be done with it. */
@Component
class TaxiiPlaces {

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final CollectionDesk desk;

    TaxiiPlaces(CollectionDesk desk) {
        this.desk = desk;
    }

    /** A collection that the caller may know. */
    Reachable known(String name, HttpServletRequest request) {
        TaxiiMedia.requireAccepted(request);
        Optional<Reachable> found =
                UUID_FORM.matcher(name).matches()
                        ? desk.find(UUID.fromString(name))
                        : desk.find(name);
        return found.filter(one -> one.canRead() || one.writesUpTo() != null)
                .orElseThrow(TaxiiFault::notFound);
    }

    Reachable readable(String name, HttpServletRequest request) {
        Reachable place = known(name, request);
        if (!place.canRead()) {
            throw TaxiiFault.forbidden("can_read of this collection is false.");
        }
        return place;
    }

    Reachable writable(String name, HttpServletRequest request) {
        Reachable place = known(name, request);
        if (!place.canWrite()) {
            throw TaxiiFault.forbidden("can_write of this collection is false.");
        }
        return place;
    }

    Reachable removable(String name, HttpServletRequest request) {
        Reachable place = readable(name, request);
        if (!place.canWrite()) {
            throw TaxiiFault.forbidden("can_write of this collection is false.");
        }
        return place;
    }
}
