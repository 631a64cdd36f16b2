/** Reads formulas over named figures and works them out, or says why it cannot. */
module az.qalxan.engines.formula {
    requires static org.jspecify;

    exports az.qalxan.engines.formula;
}
