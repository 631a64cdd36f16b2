/** Sigma rules over log events: read, checked, evaluated. */
module az.qalxan.engines.detection {
    requires static org.jspecify;
    requires az.qalxan.engines.yaml;
    requires transitive az.qalxan.engines.evtx;

    exports az.qalxan.engines.detection;
    exports az.qalxan.engines.detection.correlation;
    exports az.qalxan.engines.detection.format;
    exports az.qalxan.engines.detection.indicator;
    exports az.qalxan.engines.detection.pipeline;
}
