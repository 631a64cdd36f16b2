module az.qalxan.engines.language {
    requires static org.jspecify;

    exports az.qalxan.engines.language;
}
