package az.qalxan.engines.ledger;

/**
 * A leaf and its place.
 *
 * @param index from 0
 */
public record Leaf(long index, TreeHash hash) {}
