package az.qalxan.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes facts into the log of this instance, and gives the proofs that they are in it. */
@Component
public class Ledger {

    private final FactStore facts;
    private final EntryStore entries;
    private final Bundling bundling;

    Ledger(FactStore facts, EntryStore entries, Bundling bundling) {
        this.facts = facts;
        this.entries = entries;
        this.bundling = bundling;
    }

    /** Records a fact in the running transaction; it comes into the signed log soon after. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID record(LedgerFact fact) {
        return facts.record(fact);
    }

    /** Where the fact of that id stands; empty when none has it. */
    @Transactional(readOnly = true)
    public Optional<Standing> standing(UUID entry) {
        return entries.standing(entry)
                .or(() -> facts.isThere(entry)
                        ? Optional.of(new Standing.Waiting())
                        : Optional.empty());
    }

    /**
     * What a bundle of these facts needs besides their names: entries, proofs of one checkpoint,
     * openings, stamps and keys. Waits for what is not in the signed log yet; not to be called in
     * the transaction that recorded it.
     *
     * @throws IllegalStateException when one of them has not come into the log in time
     */
    @Transactional(propagation = Propagation.NEVER)
    public BundleParts bundle(List<UUID> ids) {
        return bundling.parts(ids);
    }

    /**
     * Drops the content and the salt of a fact; that it was, when, and that it was erased stays
     * provable.
     *
     * @param reason by which law or decision; stays in the log as a digest and in clear here
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(UUID entry, String reason) {
        facts.erase(entry, reason);
    }
}
