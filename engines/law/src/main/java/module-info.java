/** Law as dated facts: which articles carry a request, who is competent, which clocks run. */
module az.qalxan.engines.law {
    requires static org.jspecify;
    requires org.snakeyaml.engine;

    exports az.qalxan.engines.law;
}
