module az.qalxan.engines.synthesis {
    requires static org.jspecify;
}
