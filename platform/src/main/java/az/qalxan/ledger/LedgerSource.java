package az.qalxan.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A register whose every record becomes a leaf, and which keeps the contents itself; the audit log.
 * Every call runs in the transaction of whoever calls.
 */
public interface LedgerSource {

    /** The kind of the leaves. */
    String kind();

    /** Takes at most so many records off the queue of those that are no leaf yet, in order. */
    List<SourceRecord> take(int most);

    /** The records of these numbers as they stand now, those that are there. */
    List<SourceRecord> find(Collection<Long> numbers);

    /** Numbers above that one which are not waiting, in order. */
    List<Long> settledAfter(long number, int most);

    /** Empties a record; false when there is none. */
    boolean erase(long number, Instant at, String reason);

    /**
     * A record.
     *
     * @param subject what it is about, as {@code kind/id}
     * @param shown what somebody may see who must not learn what it is about
     * @param withheld the rest
     */
    record SourceRecord(
            long number,
            Instant at,
            String subject,
            SortedMap<String, String> shown,
            SortedMap<String, String> withheld) {

        /** Copies the maps. */
        public SourceRecord {
            shown = new TreeMap<>(shown);
            withheld = new TreeMap<>(withheld);
        }
    }
}
