/** An action plan as data: read from a file, held against the edition before. */
module az.qalxan.engines.plan {
    requires static org.jspecify;
    requires az.qalxan.engines.yaml;

    exports az.qalxan.engines.plan;
}
