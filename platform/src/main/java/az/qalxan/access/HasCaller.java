package az.qalxan.access;

/** A security principal that stands for a {@link Caller}. */
interface HasCaller {

    Caller caller();
}
