package az.qalxan.exchange;

import az.qalxan.access.Handling;
import az.qalxan.engines.threatintel.stix.MarkingMeaning;
import az.qalxan.engines.threatintel.stix.StixMarkings;
import az.qalxan.engines.threatintel.stix.Tlp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Copies follow their original, in the transaction in which it goes on: one that shows what may no
 * longer be shown is closed at once, one of a revoked original is to be revoked, any other waits
 * for a person.
 */
@Component
class Copies {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final CopyStore store;

    Copies(CopyStore store) {
        this.store = store;
    }

    void follow(UUID collection, Settlement settlement, Instant now) {
        Map<String, ObjectStore.Fresh> newest = newest(settlement);
        Set<String> ids = new HashSet<>(newest.keySet());
        ids.addAll(settlement.narrowed().keySet());
        if (ids.isEmpty()) {
            return;
        }
        for (CopyStore.Copy copy : store.of(collection, ids)) {
            ObjectStore.@Nullable Fresh fresh = newest.get(copy.original().object());
            if (fresh != null && fresh.key().compareTo(copy.key()) > 0) {
                follow(copy, fresh, now);
            }
            @Nullable Handling narrower = settlement.narrowed().get(copy.original().object());
            if (narrower != null && narrower.compareTo(copy.audience()) > 0) {
                store.outdate(copy.id(), CopyStore.State.NARROWED, narrower, now);
            }
        }
    }

    /** The newest of the new versions of objects that were here before. */
    private static Map<String, ObjectStore.Fresh> newest(Settlement settlement) {
        Map<String, ObjectStore.Fresh> newest = new HashMap<>();
        for (ObjectStore.Fresh one : settlement.fresh()) {
            if (settlement.grown().contains(one.object().id())) {
                newest.merge(
                        one.object().id(), one, (a, b) -> a.key().compareTo(b.key()) < 0 ? b : a);
            }
        }
        return newest;
    }

    private void follow(CopyStore.Copy copy, ObjectStore.Fresh fresh, Instant now) {
        boolean showsTooMuch =
                !(JSON.readTree(fresh.content()) instanceof ObjectNode object)
                        || !open(object, copy.audience())
                        || !copy.hidden().containsAll(hidden(object, copy.audience()));
        @Nullable Handling narrower = showsTooMuch ? fresh.markings().handling() : null;
        if (fresh.object().revoked()) {
            store.outdate(copy.id(), CopyStore.State.REVOKED, null, now);
        } else if (narrower != null && narrower.compareTo(copy.audience()) > 0) {
            store.outdate(copy.id(), CopyStore.State.NARROWED, narrower, now);
        } else {
            store.outdate(copy.id(), CopyStore.State.CORRECTED, null, now);
        }
    }

    /** Whether the whole may still be seen by the audience; what is not known closes it. */
    private static boolean open(ObjectNode object, Handling audience) {
        return switch (StixMarkings.of(object).handlingOfWhole(MarkingMeaning::ofId)) {
            case StixMarkings.Handling.Unmarked _ -> true;
            case StixMarkings.Handling.Limited(Tlp tlp) -> seen(tlp, audience);
            case StixMarkings.Handling.Undecided _ -> false;
        };
    }

    private static boolean seen(Tlp tlp, Handling audience) {
        return Handling.valueOf(tlp.name()).compareTo(audience) <= 0;
    }

    /** Selectors of what the audience may not see of an object. */
    static Set<String> hidden(JsonNode object, Handling audience) {
        List<StixMarkings.Part> parts =
                object instanceof ObjectNode marked ? StixMarkings.of(marked).parts() : List.of();
        Set<String> hidden = new TreeSet<>();
        for (StixMarkings.Part part : parts) {
            boolean open =
                    switch (MarkingMeaning.ofId(part.marking())) {
                        case MarkingMeaning.Audience(Tlp tlp) -> seen(tlp, audience);
                        case MarkingMeaning.Statement _ -> true;
                        case MarkingMeaning.Unknown _ -> false;
                    };
            if (!open) {
                hidden.add(part.selector());
            }
        }
        return hidden;
    }
}
