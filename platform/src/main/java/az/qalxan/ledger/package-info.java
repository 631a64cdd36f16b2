/**
 * The log of this instance: an append-only Merkle log in which every act of the audit log and every
 * fact of evidence is a leaf.
 *
 * <p>Owns the schema {@code ledger} and the key that signs its checkpoints. Promises that a fact is
 * durable with the transaction that records it and in the signed log soon after, once, that one
 * instance writes at a time, and that what leaves with the log are salted digests only. Will never
 * repair what does not fit, nor sign a second history.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"database"})
package az.qalxan.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
