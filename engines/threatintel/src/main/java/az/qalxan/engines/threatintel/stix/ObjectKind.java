package az.qalxan.engines.threatintel.stix;

/** Families of objects, which differ in their common properties (§3.2). */
enum ObjectKind {
    SDO,
    SRO,
    SCO,
    META,
    MARKING;

    /** Whether objects of the kind have versions. */
    boolean versioned() {
        return this != SCO && this != MARKING;
    }
}
