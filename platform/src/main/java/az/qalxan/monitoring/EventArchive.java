package az.qalxan.monitoring;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where events are kept for their time, and found again. */
interface EventArchive extends EventSearch {

    /** An event that is kept. */
    record Kept(UUID id, UUID source, String body, Instant at, long batch, int line, byte[] raw) {}

    /** An event that is to be kept, with the keys under which it is found. */
    record Fresh(UUID id, Instant at, int line, byte[] raw, List<String> keys) {}

    /** Whose events are to be kept, and in which batch. */
    record Place(UUID source, String body, int handling, long batch) {}

    /** Keeps events in the running transaction. */
    void keep(Place place, List<Fresh> events);

    /** The events of a batch, in their order. */
    List<Kept> ofBatch(long batch);

    Optional<Kept> find(UUID id);

    List<Kept> of(Collection<UUID> ids);

    /**
     * What is searched.
     *
     * @param body whose; empty for any
     * @param source null for any
     * @param taken from when until when the event was taken
     * @param keys one of them; empty for any
     * @param words part of the event's text; empty for any
     * @param before only events taken before this one; null for the newest
     */
    record Query(
            String body,
            @Nullable UUID source,
            Instant taken,
            Instant until,
            List<String> keys,
            String words,
            @Nullable UUID before) {

        /** The same, of what was taken from a moment on. */
        Query from(Instant moment) {
            return moment.isAfter(taken)
                    ? new Query(body, source, moment, until, keys, words, before)
                    : this;
        }

        /** The same, of what was taken before a moment. */
        Query before(Instant moment) {
            return moment.isBefore(until)
                    ? new Query(body, source, taken, moment, keys, words, before)
                    : this;
        }

        boolean empty() {
            return !taken.isBefore(until);
        }
    }

    /**
     * Hands over what the caller may see of it, in the order of taking, until a page is the last.
     */
    void walk(Query query, int pageRows, Predicate<List<Kept>> pages);

    /** Makes room for the coming days, drops the room of days that are empty. */
    void keepDays(Instant now);

    /** Forgets the events of a source taken before a moment; gives how many, at most that many. */
    long forget(UUID source, Instant before, int most);
}
