package az.qalxan.engines.threatintel.stix;

/**
 * One property as the specification defines it.
 *
 * @param clause section that defines it
 */
record Property(String name, String clause, boolean required, ValueRule rule) {}
