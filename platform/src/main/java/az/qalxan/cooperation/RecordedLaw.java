package az.qalxan.cooperation;

import az.qalxan.engines.law.Clause;
import az.qalxan.engines.law.LawBook;
import az.qalxan.engines.law.WorkingCalendar;
import az.qalxan.law.Law;
import az.qalxan.law.LawChanged;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The law as the module of that name records it; what changed there waits for the rounds. */
@Component
class RecordedLaw implements LawSource {

    private final Law law;
    private final RoundStore rounds;
    private final Clock clock;

    RecordedLaw(Law law, RoundStore rounds, Clock clock) {
        this.law = law;
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    public LawBook book() {
        return law.book();
    }

    @Override
    public WorkingCalendar calendar() {
        return law.calendar();
    }

    @EventListener
    void on(LawChanged changed) {
        rounds.queue(
                UUID.randomUUID(),
                clock.instant(),
                changed.clauses().stream().map(Clause::toString).sorted().toList());
    }
}
