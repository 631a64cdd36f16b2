module az.qalxan.engines.linking {
    requires static org.jspecify;
}
