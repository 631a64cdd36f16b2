package az.qalxan.cooperation.roster;

import az.qalxan.access.Caller;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Entering shifts for the modules that plan them. */
@Component
public class ShiftDesk {

    private final Roster roster;

    ShiftDesk(Roster roster) {
        this.roster = roster;
    }

    /** From when until when, as officer or head, and how the person is reached. */
    public record Span(Instant from, Instant until, String post, String phone) {}

    /** Puts a person of a body on duty. */
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
