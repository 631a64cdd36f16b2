/** An action plan as data: read from a file, held against the edition before. */
module az.qalxan.engines.plan {
    requires static org.jspecify;
    requires org.snakeyaml.engine;

    exports az.qalxan.engines.plan;
}
