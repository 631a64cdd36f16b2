package az.qalxan.statistics;

import az.qalxan.access.Caller;
import az.qalxan.casework.CaseHead;
import java.time.LocalDate;

/** Says of cases whether the offence crosses a border; the module that measures provides it. */
@FunctionalInterface
public interface BorderDesk {

    /**
     * An answer.
     *
     * @param border {@code yes}, {@code no} or {@code unknown}
     * @param since the first day on which it holds
     */
    record Answer(String border, LocalDate since, String reason) {}

    void tell(CaseHead head, Answer answer, Caller caller);
}
