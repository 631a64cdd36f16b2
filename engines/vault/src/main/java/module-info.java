/** Evidence at rest: hashed in one pass, encrypted per case, verified, never repaired. */
module az.qalxan.engines.vault {
    requires static org.jspecify;

    exports az.qalxan.engines.vault;
}
