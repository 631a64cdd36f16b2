/** Reads and verifies disk images as evidence: EWF-E01 and AFF4, whole or damaged. */
module az.qalxan.engines.image {
    requires static org.jspecify;

    exports az.qalxan.engines.image;
}
