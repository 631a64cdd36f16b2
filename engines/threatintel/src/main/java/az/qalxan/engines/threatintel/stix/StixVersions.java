package az.qalxan.engines.threatintel.stix;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Versions of one object (§3.6): which may follow, and how the creator makes the next. */
public final class StixVersions {

    private StixVersions() {}

    /** What an object that comes in is to those that are held under its identifier. */
    public enum Standing {
        /** The first of its identifier. */
        FIRST,
        /** Newer than all that are held. */
        NEWER,
        /** Older than one that is held; it changes nothing that holds now. */
        OLDER,
        /** Held already, with the same meaning. */
        HELD,
        /** The same identifier and moment with another meaning: undefined, to be set aside. */
        CONTRADICTS,
        /** Later than the revocation, which is permanent. */
        AFTER_REVOCATION,
        /** By another creator than the versions before: only a creator may make versions. */
        OTHER_CREATOR,
        /** With another moment of creation than the versions before. */
        OTHER_CREATED
    }

    /** Judges one that comes in by those that are held, in any order. */
    public static Standing standing(ObjectNode incoming, Collection<ObjectNode> held) {
        if (held.isEmpty()) {
            return Standing.FIRST;
        }
        Optional<StixTimestamp> moment = moment(incoming, "modified");
        Standing standing = moment.isEmpty() ? Standing.HELD : Standing.NEWER;
        for (ObjectNode one : held) {
            Standing by = standing(incoming, moment, one);
            if (by != Standing.NEWER && by != Standing.OLDER) {
                return by;
            }
            standing = by == Standing.OLDER ? by : standing;
        }
        return standing;
    }

    private static Standing standing(
            ObjectNode incoming, Optional<StixTimestamp> moment, ObjectNode one) {
        Optional<StixTimestamp> other = moment(one, "modified");
        if (moment.equals(other)) {
            return StixMeaning.same(incoming, one) ? Standing.HELD : Standing.CONTRADICTS;
        }
        if (!text(incoming, "created_by_ref").equals(text(one, "created_by_ref"))) {
            return Standing.OTHER_CREATOR;
        }
        if (!moment(incoming, "created").equals(moment(one, "created"))) {
            return Standing.OTHER_CREATED;
        }
        if (moment.isEmpty() || other.isEmpty()) {
            return Standing.CONTRADICTS;
        }
        boolean later = moment.get().compareTo(other.get()) > 0;
        if (later && one.path("revoked").asBoolean(false)) {
            return Standing.AFTER_REVOCATION;
        }
        return later ? Standing.NEWER : Standing.OLDER;
    }

    /** The moment of the version; observables and markings have none. */
    public static Optional<StixTimestamp> modified(ObjectNode object) {
        return moment(object, "modified");
    }

    /**
     * The same object as its creator changes it now: later than before, whatever the clock says.
     */
    public static ObjectNode next(ObjectNode object, Instant now) {
        ObjectNode next = object.deepCopy();
        Instant before = modified(object).map(StixTimestamp::instant).orElse(Instant.MIN);
        Instant after = now.isAfter(before) ? now : before.plus(Duration.ofMillis(1));
        return next.put("modified", StixTimestamp.text(after));
    }

    /** The last version that the object will ever have. */
    public static ObjectNode revoked(ObjectNode object, Instant now) {
        return next(object, now).put("revoked", true);
    }

    private static Optional<StixTimestamp> moment(ObjectNode object, String name) {
        return StixTimestamp.of(text(object, name));
    }

    private static String text(ObjectNode object, String name) {
        return object.path(name).asString("");
    }
}
