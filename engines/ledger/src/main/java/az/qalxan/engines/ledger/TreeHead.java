package az.qalxan.engines.ledger;

/**
 * A tree by its size and root.
 *
 * @param size how many leaves it has
 */
public record TreeHead(long size, TreeHash root) {

    public static final TreeHead OF_NOTHING = new TreeHead(0, TreeHash.OF_NOTHING);
}
