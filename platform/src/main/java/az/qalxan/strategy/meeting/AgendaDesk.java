package az.qalxan.strategy.meeting;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.jurisdiction.Words;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do to an agenda: add, order, drop, put papers to it, write what was said. */
@Component
public class AgendaDesk {

    private final MeetingStore meetings;
    private final AgendaStore store;
    private final MinutesStore minutes;
    private final AgendaSources registers;
    private final AuditLog audit;
    private final Clock clock;

    AgendaDesk(
            MeetingStore meetings,
            AgendaStore store,
            MinutesStore minutes,
            AgendaSources registers,
            AuditLog audit,
            Clock clock) {
        this.meetings = meetings;
        this.store = store;
        this.minutes = minutes;
        this.registers = registers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds a topic that no register tells of; gives its key. Anybody of the commission may. */
    @Transactional
    public String add(long number, Words title, Caller caller) {
        Meeting meeting = find(number);
        if (!meeting.planned() && !meeting.open()) {
            throw ProblemFound.of(MeetingProblem.MEETING_STATE);
        }
        Topic topic = Topics.own(UUID.randomUUID().toString(), title);
        int last = registers.agenda(meeting).lines().size() + 1;
        store.keep(meeting.id(), last, topic, caller.name(), now());
        changed(number, "added", topic.key());
        return topic.key();
    }

    /** The keys of what stands on the agenda now, in its order. */
    @Transactional(readOnly = true)
    public List<String> keys(long number) {
        return registers.agenda(find(number)).lines().stream()
                .filter(Agenda.Line::on)
                .map(one -> one.topic().key())
                .toList();
    }

    /** Moves a topic up or down by one place; from then on people keep the order. */
    @Transactional
    public void move(long number, int version, String key, boolean up, Caller caller) {
        Meeting meeting = kept(number, version);
        Agenda agenda = registers.agenda(meeting);
        line(agenda, key);
        int place = 0;
        for (Agenda.Line line : agenda.lines()) {
            if (line.item() == null) {
                store.keep(meeting.id(), place, line.topic(), caller.name(), now());
            }
            place++;
        }
        store.order(meeting.id(), agenda.moved(key, up));
        bump(meeting);
        changed(number, up ? "up" : "down", key);
    }

    @Transactional
    public void drop(long number, String key, String reason, Caller caller) {
        Meeting meeting = kept(number);
        store.state(item(meeting, key, caller).id(), AgendaItem.State.DROPPED, reason);
        bump(meeting);
        changed(number, "dropped", key);
    }

    @Transactional
    public void restore(long number, String key, Caller caller) {
        Meeting meeting = kept(number);
        store.state(item(meeting, key, caller).id(), AgendaItem.State.ON, "");
        bump(meeting);
        changed(number, "restored", key);
    }

    @Transactional
    public void file(long number, String key, AgendaStore.Paper paper, Caller caller) {
        Meeting meeting = find(number);
        if (!meeting.planned() && !meeting.open()) {
            throw ProblemFound.of(MeetingProblem.MEETING_STATE);
        }
        AgendaItem item = item(meeting, key, caller);
        store.file(new AgendaStore.Filed(item.id(), paper), caller.name(), now());
        audit.record(MeetingAct.PAPER, Meetings.subject(number), Map.of("item", key));
    }

    /** What became of words that were written down. */
    public sealed interface Written {

        /** They stand. */
        record Taken(int version) implements Written {}

        /** Somebody else wrote first; both wordings are kept, and the other one stands. */
        record Met(String theirs, int version) implements Written {}
    }

    /** Words about an item, and the version of the words that their writer saw. */
    public record Draft(String key, int base, String words) {}

    /** Writes down what was said about an item; no wording is lost, whoever came first. */
    @Transactional
    public Written write(long number, Draft draft, Caller caller) {
        Meeting meeting =
                meetings.lock(number).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        mayStillBeWorded(meeting);
        AgendaItem item = item(meeting, draft.key(), caller);
        boolean taken = store.write(item.id(), draft.base(), draft.words());
        store.remember(
                item.id(),
                new AgendaStore.Wording(draft.base(), taken, draft.words(), now(), caller.name()));
        audit.record(
                taken ? MeetingAct.WORDS : MeetingAct.WORDS_MET,
                Meetings.subject(number),
                Map.of("item", draft.key()));
        if (taken) {
            return new Written.Taken(draft.base() + 1);
        }
        AgendaItem stands = store.item(meeting.id(), draft.key()).orElseThrow();
        return stands.words().equals(draft.words())
                ? new Written.Taken(stands.version())
                : new Written.Met(stands.words(), stands.version());
    }

    private void mayStillBeWorded(Meeting meeting) {
        boolean signed =
                meeting.closed()
                        && minutes.versions(meeting.id()).stream()
                                .reduce((earlier, later) -> later)
                                .filter(Minutes::open)
                                .isEmpty();
        if (signed) {
            throw ProblemFound.of(MeetingProblem.MINUTES_SIGNED);
        }
        if (meeting.state() == Meeting.State.CANCELLED) {
            throw ProblemFound.of(MeetingProblem.MEETING_STATE);
        }
    }

    /** The item of that key, kept from now on if it was only a topic of the registers. */
    AgendaItem item(Meeting meeting, String key, Caller caller) {
        Agenda agenda = registers.agenda(meeting);
        Agenda.Line line = line(agenda, key);
        return line.item() != null
                ? line.item()
                : store.keep(
                        meeting.id(),
                        agenda.lines().indexOf(line),
                        line.topic(),
                        caller.name(),
                        now());
    }

    private static Agenda.Line line(Agenda agenda, String key) {
        return agenda.line(key).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    private Meeting find(long number) {
        return meetings.find(number).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** The meeting whose agenda is kept by the secretariat, held until the transaction ends. */
    private Meeting kept(long number) {
        Meeting meeting =
                meetings.lock(number).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        if (!List.of(Meeting.State.PLANNED, Meeting.State.OPEN).contains(meeting.state())) {
            throw ProblemFound.of(MeetingProblem.MEETING_STATE);
        }
        return meeting;
    }

    private Meeting kept(long number, int version) {
        return Meetings.at(kept(number), version);
    }

    private void bump(Meeting meeting) {
        if (!meetings.change(meeting, meeting)) {
            throw ProblemFound.of(MeetingProblem.MEETING_CHANGED);
        }
    }

    private void changed(long number, String how, String key) {
        audit.record(MeetingAct.AGENDA, Meetings.subject(number), Map.of("how", how, "item", key));
    }

    private Instant now() {
        return clock.instant();
    }
}
