package az.qalxan.engines.ledger;

/** What checking a proof gave. */
public sealed interface ProofCheck {

    /** It follows from the hashes. */
    record Proven() implements ProofCheck {}

    /** It does not follow. */
    record Unproven(ProofFlaw flaw) implements ProofCheck {}

    default boolean proven() {
        return this instanceof Proven;
    }
}
