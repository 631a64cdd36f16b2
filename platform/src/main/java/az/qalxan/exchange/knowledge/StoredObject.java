package az.qalxan.exchange.knowledge;

import az.qalxan.access.Handling;
import java.time.Instant;
import java.util.UUID;

/**
 * The newest version of an object in a collection.
 *
 * @param id its STIX id
 * @param name empty where it has none
 * @param body who sent it
 */
record StoredObject(
        UUID collection,
        Instant added,
        String id,
        String type,
        String name,
        String body,
        Handling handling,
        Hit.Term term) {

    String title() {
        return name.isEmpty() ? id : name;
    }

    boolean indicator() {
        return type.equals("indicator");
    }

    /** The address of the object with all that is known of it. */
    String page() {
        return page(id);
    }

    static String page(String id) {
        return "/exchange/knowledge/objects/" + id;
    }

    /** The address of the object in its collection. */
    String inCollection() {
        return "/exchange/collections/" + collection + "/objects/" + id;
    }
}
