package az.qalxan.engines.detection;

/** Bytes that are no event; says where, as the number of a byte from 1. */
public final class BadEvent extends Exception {

    private static final long serialVersionUID = 1L;

    private final int place;

    /**
     * @param place the number of a byte from 1
     */
    public BadEvent(int place, String problem) {
        super(problem);
        this.place = place;
    }

    public int place() {
        return place;
    }
}
