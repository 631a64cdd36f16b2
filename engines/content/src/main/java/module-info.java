/** What a file of evidence is, what it contains, and when what happened. */
module az.qalxan.engines.content {
    requires apache.mime4j.core;
    requires az.qalxan.engines.evtx;
    requires az.qalxan.engines.linking;
    requires java.desktop;
    requires java.xml;
    requires metadata.extractor;
    requires org.apache.commons.compress;
    requires org.apache.pdfbox;
    requires org.apache.poi.poi;
    requires org.apache.poi.scratchpad;
    requires org.apache.tika.core;
    requires org.snakeyaml.engine;
    requires static org.jspecify;

    exports az.qalxan.engines.content;
}
