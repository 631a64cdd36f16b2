module az.qalxan.engines.linking {
    requires static org.jspecify;

    exports az.qalxan.engines.linking;
}
