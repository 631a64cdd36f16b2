/** A reader of Windows event logs in EVTX form. */
module az.qalxan.engines.evtx {
    requires static org.jspecify;

    exports az.qalxan.engines.evtx;
}
