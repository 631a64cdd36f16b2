/** Law as dated facts: which articles carry a request, who is competent, which clocks run. */
module az.qalxan.engines.law {
    requires static org.jspecify;
    requires az.qalxan.engines.yaml;

    exports az.qalxan.engines.law;
}
