module az.qalxan.engines.synthesis {
    requires static org.jspecify;

    exports az.qalxan.engines.synthesis;
}
