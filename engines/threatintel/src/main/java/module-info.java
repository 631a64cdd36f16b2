/** What CERTs exchange: STIX 2.1, MISP, CSAF, patterns; read strictly, judged, kept whole. */
module az.qalxan.engines.threatintel {
    requires static org.jspecify;
    requires java.xml;
    requires transitive tools.jackson.databind;
    requires az.qalxan.engines.detection;

    exports az.qalxan.engines.threatintel.csaf;
    exports az.qalxan.engines.threatintel.cap;
    exports az.qalxan.engines.threatintel.handling;
    exports az.qalxan.engines.threatintel.iodef;
    exports az.qalxan.engines.threatintel.json;
    exports az.qalxan.engines.threatintel.misp;
    exports az.qalxan.engines.threatintel.pattern;
    exports az.qalxan.engines.threatintel.stix;
}
