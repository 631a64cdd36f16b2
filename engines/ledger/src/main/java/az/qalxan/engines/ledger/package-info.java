/**
 * The append-only Merkle log: hashes after RFC 6962, tiles after C2SP tlog-tiles, checkpoints as
 * signed notes, cosignatures of witnesses, and proofs that anybody checks without network and
 * database. It promises that a proof it accepts follows from the hashes alone and that a log it
 * writes never signs two histories. It knows nothing of what an entry means.
 */
@NullMarked
package az.qalxan.engines.ledger;

import org.jspecify.annotations.NullMarked;
