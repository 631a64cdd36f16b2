package az.qalxan.demo;

import java.time.Instant;

/** What a later module plays once the synthetic country stands; it contributes a bean. */
public interface DemoPart {

    /** Its place among the parts. */
    int order();

    /** Plays its part, once, after the last day of reports. */
    void play(Instant now);

    /** Every report has been linked. */
    default void linked() {}
}
