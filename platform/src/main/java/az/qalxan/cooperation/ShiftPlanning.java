package az.qalxan.cooperation;

import az.qalxan.access.Caller;
import java.time.Instant;

/** Putting people on duty; the roster does it. */
@FunctionalInterface
public interface ShiftPlanning {

    /** From when until when, as officer or head, and how the person is reached. */
    record Span(Instant from, Instant until, String post, String phone) {}

    /** Puts a person of a body on duty. */
    void enter(Caller person, Span span);
}
