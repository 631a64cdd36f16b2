package az.qalxan.monitoring;

import java.util.List;

/** Finds events by what is in them: PostgreSQL by itself, or OpenSearch before it. */
@FunctionalInterface
interface EventSearch {

    /** What the caller may see of it, the newest first. */
    List<EventArchive.Kept> search(EventArchive.Query query, int most);
}
