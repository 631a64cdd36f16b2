package az.qalxan.engines.ledger;

/**
 * An entry that is in the log for good.
 *
 * @param index its place, from 0
 * @param first whether this call brought it; else the same entry stood there already
 * @param head the signed tree in which it stands
 */
public record Appended(long index, boolean first, TreeHead head) {}
