package az.qalxan.exchange.knowledge;

import az.qalxan.access.Handling;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The newest version of an object that holds a value.
 *
 * @param object its id
 * @param body who sent it
 * @param name empty where it has none, or where names were not asked for
 * @param found the value as the object holds it: a network or a name above may be wider than what
 *     was asked for
 * @param alone whether the value alone is all that the object asks for
 */
record Hit(
        UUID collection,
        Instant added,
        String object,
        String type,
        String name,
        String body,
        Handling handling,
        KnownValue found,
        boolean alone,
        Term term) {

    /** How long an object holds. */
    record Term(
            @Nullable Instant created,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            @Nullable Integer confidence,
            boolean revoked) {

        boolean over(Instant now) {
            return validUntil != null && !now.isBefore(validUntil);
        }
    }

    /** The same with its name and beginnings. */
    Hit named(String called, @Nullable Instant created, @Nullable Instant validFrom) {
        return new Hit(
                collection,
                added,
                object,
                type,
                called,
                body,
                handling,
                found,
                alone,
                new Term(created, validFrom, term.validUntil(), term.confidence(), term.revoked()));
    }

    boolean indicator() {
        return type.equals("indicator");
    }

    /** An indicator that holds at that moment. */
    boolean live(Instant now) {
        return indicator() && !term.revoked() && !term.over(now);
    }

    /** What it calls itself; its id where it has no name. */
    String title() {
        return name.isEmpty() ? object : name;
    }

    /** The address of the object with all that is known of it. */
    String page() {
        return StoredObject.page(object);
    }
}
