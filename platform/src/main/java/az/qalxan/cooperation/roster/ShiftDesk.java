package az.qalxan.cooperation.roster;

import az.qalxan.access.Caller;
import az.qalxan.cooperation.ShiftPlanning;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Entering shifts for the modules that plan them. */
@Component
class ShiftDesk implements ShiftPlanning {

    private final Roster roster;

    ShiftDesk(Roster roster) {
        this.roster = roster;
    }

    @Override
    @Transactional
    public void enter(Caller person, Span span) {
        roster.enter(
                new Shift(
                        UUID.randomUUID(),
                        person.body().value(),
                        span.post(),
                        person.account().toString(),
                        person.name(),
                        "",
                        span.phone(),
                        span.from(),
                        span.until(),
                        person.name(),
                        null,
                        "",
                        ""));
    }
}
