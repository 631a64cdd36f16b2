package az.qalxan.engines.law;

import java.time.LocalDate;

/**
 * Which law may carry a request of this kind between two states on a day; one state for operators.
 */
public record BasisQuestion(RequestKind kind, StateCode from, StateCode to, LocalDate on) {

    /** Whether the request stays inside one state. */
    public boolean domestic() {
        return from.equals(to);
    }
}
