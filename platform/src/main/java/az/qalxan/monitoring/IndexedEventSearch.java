package az.qalxan.monitoring;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a search index which events hold something, and the database for the events: who may see
 * what is decided there alone. What the index has not yet is searched in the database; without an
 * answer from the index everything is.
 */
final class IndexedEventSearch implements EventSearch {

    private static final Logger LOG = LoggerFactory.getLogger(IndexedEventSearch.class);

    private final EventArchive archive;
    private final EventIndexStore store;
    private final SearchIndex index;

    IndexedEventSearch(EventArchive archive, EventIndexStore store, SearchIndex index) {
        this.archive = archive;
        this.store = store;
        this.index = index;
    }

    @Override
    public List<EventArchive.Kept> search(EventArchive.Query query, int most) {
        Instant frontier = store.frontier().orElse(Instant.MAX);
        EventArchive.Query recent = query.from(frontier);
        List<EventArchive.Kept> found =
                new ArrayList<>(recent.empty() ? List.of() : archive.search(recent, most));
        EventArchive.Query settled = query.before(frontier);
        if (found.size() < most && !settled.empty()) {
            found.addAll(indexed(settled, most - found.size()));
        }
        return found;
    }

    private List<EventArchive.Kept> indexed(EventArchive.Query query, int most) {
        try {
            return archive.of(index.find(query, store.reader(), most)).stream()
                    .sorted(Comparator.comparing(EventArchive.Kept::id, newestFirst()))
                    .toList();
        } catch (IOException e) {
            LOG.warn("the search index does not answer; the database is searched", e);
            return archive.search(query, most);
        }
    }

    private static Comparator<UUID> newestFirst() {
        return Comparator.<UUID>naturalOrder().reversed();
    }
}
