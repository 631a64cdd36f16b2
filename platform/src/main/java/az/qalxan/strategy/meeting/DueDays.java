package az.qalxan.strategy.meeting;

import az.qalxan.engines.law.DueDay;
import az.qalxan.jurisdiction.Words;
import az.qalxan.law.Law;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Counts the day by which a task is owed in working days of the recorded calendar. */
@Component
class DueDays {

    private final Law law;

    DueDays(Law law) {
        this.law = law;
    }

    Task.Due after(LocalDate setOn, int workingDays) {
        DueDay day = law.calendar().plus(setOn, workingDays);
        return new Task.Due(
                setOn,
                workingDays,
                day.date(),
                day.provisional(),
                day.reasons().stream()
                        .map(one -> new Words(one.text().az(), one.text().en()))
                        .toList());
    }
}
