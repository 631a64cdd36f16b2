/** Sigma rules over log events: read, checked, evaluated. */
module az.qalxan.engines.detection {
    requires static org.jspecify;
    requires org.snakeyaml.engine;

    exports az.qalxan.engines.detection;
}
