module az.qalxan.engines.language {
    requires static org.jspecify;
}
