package az.qalxan.exchange.knowledge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a version of an object.
 *
 * @param name empty where it has none
 * @param confidence from 0 until 100; null where nothing is said, which is not 0 (STIX 2.1, 3.2)
 */
record KnownObject(
        String name,
        @Nullable Instant created,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable Integer confidence,
        List<Held> values,
        List<Link> links) {

    KnownObject {
        values = List.copyOf(values);
        links = List.copyOf(links);
    }

    /**
     * A value that it holds.
     *
     * @param alone whether the value alone is all that the object asks for
     */
    record Held(KnownValue value, boolean alone) {}

    /** That one object names another. */
    record Link(String relation, String source, String target) {}
}
