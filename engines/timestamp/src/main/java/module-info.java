/** Time stamps after RFC 3161: asks for them, gives them out, judges them. */
module az.qalxan.engines.timestamp {
    requires transitive az.qalxan.engines.ledger;
    requires java.net.http;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires static org.jspecify;

    exports az.qalxan.engines.timestamp;
}
