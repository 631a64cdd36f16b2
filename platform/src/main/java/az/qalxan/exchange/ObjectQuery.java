package az.qalxan.exchange;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a collection; an empty set leaves everything in.
 *
 * @param after only what was added after this moment
 * @param most objects of a page
 */
public record ObjectQuery(
        @Nullable Instant after,
        int most,
        Set<String> ids,
        Set<String> types,
        Versions versions,
        Set<String> specVersions) {

    public ObjectQuery {
        ids = Set.copyOf(ids);
        types = Set.copyOf(types);
        specVersions = Set.copyOf(specVersions);
    }
}
