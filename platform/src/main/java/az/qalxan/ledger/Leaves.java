package az.qalxan.ledger;

import az.qalxan.engines.ledger.Digest;
import az.qalxan.engines.ledger.Entry;
import az.qalxan.engines.ledger.Opening;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes the leaf of a record or a fact: the same record always gives the same leaf. */
@Component
class Leaves {

    /** The member of a content that binds what is withheld. */
    static final String WITHHELD = "withheld";

    private final Blinding blinding;

    Leaves(Blinding blinding) {
        this.blinding = blinding;
    }

    Entry of(KeptFacts.Kept fact) {
        return new Entry(
                new Entry.Kind(fact.kind()),
                fact.id(),
                within(fact.at()),
                blinding.of(fact.subject()),
                fact.digest());
    }

    /**
     * The time, or the nearest that an entry can have: a row with an absurd time must not keep
     * every later one out of the log. What the row says stands in its content.
     */
    private static Instant within(Instant at) {
        if (at.isBefore(Instant.EPOCH)) {
            return Instant.EPOCH;
        }
        return at.isAfter(Entry.LATEST) ? Entry.LATEST : at;
    }

    /** The leaf of a record of the journal. */
    Entry of(String kind, UUID id, LedgerSource.SourceRecord record, Salts salts) {
        return new Entry(
                new Entry.Kind(kind),
                id,
                within(record.at()),
                blinding.of(record.subject()),
                opening(record, salts).digest());
    }

    /** What opens the leaf of a record without telling what is withheld. */
    static Opening opening(LedgerSource.SourceRecord record, Salts salts) {
        ByteArrayOutputStream salted = new ByteArrayOutputStream();
        salted.writeBytes(salts.ofWithheld());
        salted.writeBytes(CanonicalJson.of(record.withheld()));
        SortedMap<String, String> content = new TreeMap<>(record.shown());
        content.put(WITHHELD, Digest.sha256(salted.toByteArray()).hex());
        return Opening.of(salts.ofContent(), CanonicalJson.of(content));
    }
}
