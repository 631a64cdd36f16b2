package az.qalxan.monitoring;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A search index outside of the database; it knows events by what they hold, not who may see. */
interface SearchIndex {

    /** An event as it is indexed. */
    record Entry(UUID id, UUID source, String body, int handling, List<String> keys, byte[] raw) {}

    /**
     * Whose events the caller may see, so that no page is filled with others' and thrown away.
     *
     * @param body the caller's own
     * @param own how sensitive events of the own body may be; -1 for none
     * @param any how sensitive events of any body may be; -1 for none
     */
    record Reader(String body, int own, int any) {}

    /** The index answers, but does not take an entry as it is. */
    final class Refused extends IOException {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * Puts entries, again if they are there.
     *
     * @throws Refused when one of them is not taken; others of them may be
     */
    void put(List<Entry> entries) throws IOException;

    /** The ids of what is asked for and may be seen, the newest first. */
    List<UUID> find(EventArchive.Query query, Reader reader, int most) throws IOException;

    /** Removes the events of a source taken before a moment. */
    void forget(UUID source, Instant before) throws IOException;

    /** Drops the room of days that are empty and over. */
    void dropEmptyDays(Instant now) throws IOException;
}
