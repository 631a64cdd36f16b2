package az.qalxan.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Erases contents under data-protection law. Every erasure is a leaf itself, so that nobody can
 * hide an act by erasing it unseen.
 */
@Component
class Erasing {

    static final String KIND = "erasure";

    private final KeptFacts facts;
    private final EntryStore entries;
    private final ObjectProvider<LedgerSource> source;
    private final Clock clock;

    Erasing(KeptFacts facts, EntryStore entries, ObjectProvider<LedgerSource> source, Clock clock) {
        this.facts = facts;
        this.entries = entries;
        this.source = source;
        this.clock = clock;
    }

    boolean ofFact(UUID fact, String reason) {
        Instant now = clock.instant();
        Optional<String> subject = facts.erase(fact, now, reason);
        subject.ifPresent(about -> tell(about, "fact/" + fact, reason));
        return subject.isPresent();
    }

    boolean ofRecord(long number, String reason) {
        boolean erased = source.getObject().erase(number, clock.instant(), reason);
        if (erased) {
            entries.dropSalts(number);
            tell("", subjectOf(number), reason);
        }
        return erased;
    }

    /** How an erased record of the journal is called in the leaf that tells of it. */
    static String subjectOf(long number) {
        return "record/" + number;
    }

    private void tell(String about, String erased, String reason) {
        Map<String, String> told = Map.of("erased", erased, "of", about, "reason", reason);
        byte[] content = CanonicalJson.of(new TreeMap<>(told));
        facts.record(new LedgerFact(KIND, erased, content, clock.instant()));
    }
}
