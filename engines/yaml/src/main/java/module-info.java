/** YAML whose values know their place, bounded. */
module az.qalxan.engines.yaml {
    requires static org.jspecify;
    requires org.snakeyaml.engine;

    exports az.qalxan.engines.yaml;
}
