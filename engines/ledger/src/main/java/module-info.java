/** An append-only Merkle log in tiles, its signed checkpoints and its proofs. */
module az.qalxan.engines.ledger {
    requires jdk.httpserver;
    requires static org.jspecify;

    exports az.qalxan.engines.ledger;
}
