package az.qalxan.ledger;

import az.qalxan.engines.ledger.BundleParts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes facts into the log of this instance, and gives the proofs that they are in it. */
@Component
public class Ledger {

    private final KeptFacts facts;
    private final EntryStore entries;
    private final Bundling bundling;
    private final Erasing erasing;

    Ledger(KeptFacts facts, EntryStore entries, Bundling bundling, Erasing erasing) {
        this.facts = facts;
        this.entries = entries;
        this.bundling = bundling;
        this.erasing = erasing;
    }

    /** Records a fact in the running transaction; it comes into the signed log soon after. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID record(LedgerFact fact) {
        return facts.record(fact);
    }

    /** Where the fact of that id stands; empty when none has it. */
    @Transactional(readOnly = true)
    public Optional<Standing> standing(UUID fact) {
        return entries.standing(fact);
    }

    /**
     * What a bundle of these facts is made of, labelled by their kinds: entries, proofs of one
     * checkpoint, openings, stamps and keys. Waits for what is not in the signed log yet, so it is
     * not to be called in the transaction that recorded it. Whether the caller may have them is the
     * caller's to judge.
     *
     * @throws IllegalStateException when one of them does not come into the log in time
     */
    public BundleParts bundle(List<UUID> ids) {
        return bundling.parts(ids);
    }

    /**
     * Drops the content and the salt of a fact; that it was, when, and that it was erased stays
     * provable. False when there is no such fact or it was erased before.
     *
     * @param reason by which law or decision
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean erase(UUID fact, String reason) {
        return erasing.ofFact(fact, reason);
    }

    /** The same of a record of the journal, by its number. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean eraseRecord(long number, String reason) {
        return erasing.ofRecord(number, reason);
    }
}
