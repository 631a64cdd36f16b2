/** Signed containers after ETSI EN 319 162-1 (ASiC-E with CAdES), of any size. */
module az.qalxan.engines.container {
    requires static org.jspecify;

    exports az.qalxan.engines.container;
}
