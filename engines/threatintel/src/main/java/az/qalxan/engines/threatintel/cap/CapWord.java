package az.qalxan.engines.threatintel.cap;

/** A value of one of the closed lists of CAP. */
interface CapWord {

    /** As CAP writes it. */
    String word();
}
