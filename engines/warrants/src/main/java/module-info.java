/** Reads, checks and writes the messages in which authorities ask operators for data. */
module az.qalxan.engines.warrants {
    requires java.xml;
    requires static org.jspecify;

    exports az.qalxan.engines.warrants;
}
