package az.qalxan.strategy.meeting;

import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
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

/** Planning, moving, opening and closing meetings; every act and its record are one transaction. */
@Component
public class Meetings {

    private final MeetingStore store;
    private final AgendaStore agendas;
    private final MeetingDecisionStore decisions;
    private final MinutesStore minutes;
    private final AgendaSources registers;
    private final CommissionPack pack;
    private final AuditLog audit;
    private final Clock clock;

    Meetings(
            MeetingStore store,
            AgendaStore agendas,
            MeetingDecisionStore decisions,
            MinutesStore minutes,
            AgendaSources registers,
            CommissionPack pack,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.agendas = agendas;
        this.decisions = decisions;
        this.minutes = minutes;
        this.registers = registers;
        this.pack = pack;
        this.audit = audit;
        this.clock = clock;
    }

    /** When, where and about what a meeting is to be held, and how far it may travel. */
    public record Wanted(Instant start, String place, Words title, Handling handling) {

        Meeting.Plan plan() {
            return new Meeting.Plan(start, place, title, handling);
        }
    }

    /** Plans a meeting with the members whom the pack names; gives its number. */
    @Transactional
    public long plan(Wanted wanted, Caller caller) {
        UUID id = UUID.randomUUID();
        MeetingStep step = MeetingStep.of(MeetingStep.Kind.PLANNED, "", now(), caller.name());
        long number = store.insert(id, wanted.plan(), caller.body(), step);
        store.add(id, step);
        int place = 0;
        for (CommissionPack.Member one : pack.members()) {
            store.seat(
                    id,
                    place++,
                    new Seat(UUID.randomUUID(), one.role(), one.body(), "", "", one.votes()));
        }
        audit.record(MeetingAct.PLANNED, subject(number));
        return number;
    }

    /** Another time or place; {@code version} is of the plan that was seen. */
    @Transactional
    public void move(long number, int version, Wanted wanted, String reason, Caller caller) {
        Meeting before = held(number, Meeting.State.PLANNED);
        Meeting.Plan old = before.plan();
        Meeting.Plan plan =
                new Meeting.Plan(wanted.start(), wanted.place(), wanted.title(), old.handling());
        store.add(
                before.id(),
                new MeetingStep(
                        MeetingStep.Kind.MOVED,
                        old.start(),
                        old.place(),
                        reason,
                        now(),
                        caller.name()));
        change(at(before, version), with(before, plan, before.state()));
        audit.record(
                MeetingAct.MOVED,
                subject(number),
                Map.of("from", old.start().toString(), "to", plan.start().toString()));
    }

    @Transactional
    public void cancel(long number, String reason, Caller caller) {
        Meeting before = held(number, Meeting.State.PLANNED);
        store.add(
                before.id(),
                MeetingStep.of(MeetingStep.Kind.CANCELLED, reason, now(), caller.name()));
        change(before, with(before, before.plan(), Meeting.State.CANCELLED));
        audit.record(MeetingAct.CANCELLED, subject(number));
    }

    /** Opens the meeting: from now on the agenda stands, and who comes is noted. */
    @Transactional
    public void open(long number, UUID presiding, Caller caller) {
        Meeting before = held(number, Meeting.State.PLANNED);
        if (store.seats(before.id()).stream().noneMatch(one -> one.id().equals(presiding))) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        int place = 0;
        for (Agenda.Line line : registers.agenda(before).lines()) {
            AgendaItem item =
                    line.item() != null
                            ? line.item()
                            : agendas.keep(before.id(), place, line.topic(), caller.name(), now());
            agendas.freeze(item.id(), line.topic());
            place++;
        }
        agendas.order(
                before.id(),
                Agenda.frozen(agendas.items(before.id())).lines().stream()
                        .map(one -> one.topic().key())
                        .toList());
        store.add(before.id(), MeetingStep.of(MeetingStep.Kind.OPENED, "", now(), caller.name()));
        change(
                before,
                new Meeting(
                        before.id(),
                        number,
                        before.plan(),
                        Meeting.State.OPEN,
                        before.version(),
                        presiding,
                        now(),
                        null,
                        before.author()));
        audit.record(MeetingAct.OPENED, subject(number));
    }

    /** Notes that somebody came or left, and whether the quorum was lost or came back with it. */
    @Transactional
    public void note(long number, UUID seat, boolean arrived, String standIn, Caller caller) {
        Meeting meeting = held(number, Meeting.State.OPEN);
        List<Seat> seats = store.seats(meeting.id());
        Seat taken =
                seats.stream()
                        .filter(one -> one.id().equals(seat))
                        .findAny()
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        Attendance before = Attendance.of(seats, store.presence(meeting.id()), pack.rules());
        if (before.there(taken) == arrived) {
            return;
        }
        Presence presence = new Presence(seat, arrived, arrived ? standIn : "", now());
        store.note(meeting.id(), presence);
        audit.record(
                MeetingAct.PRESENCE,
                subject(number),
                Map.of("seat", taken.body(), "there", Boolean.toString(arrived)));
        boolean held = before.with(presence).quorum().held();
        if (held != before.quorum().held()) {
            turned(meeting, held, caller);
        }
    }

    private void turned(Meeting meeting, boolean held, Caller caller) {
        MeetingStep.Kind kind = held ? MeetingStep.Kind.QUORUM_BACK : MeetingStep.Kind.QUORUM_LOST;
        store.add(meeting.id(), MeetingStep.of(kind, "", now(), caller.name()));
        audit.record(MeetingAct.QUORUM, subject(meeting.number()), Map.of("now", kind.code()));
    }

    /** Closes the meeting; what it did not come to is carried, and its minutes begin. */
    @Transactional
    public void close(long number, Caller caller) {
        Meeting before = held(number, Meeting.State.OPEN);
        List<UUID> decided = decisions.ofMeeting(before.id()).stream().map(Decision::item).toList();
        for (AgendaItem item : agendas.items(before.id())) {
            if (item.on() && item.words().isEmpty() && !decided.contains(item.id())) {
                agendas.state(item.id(), AgendaItem.State.CARRIED, "");
            }
        }
        store.add(before.id(), MeetingStep.of(MeetingStep.Kind.CLOSED, "", now(), caller.name()));
        change(
                before,
                new Meeting(
                        before.id(),
                        number,
                        before.plan(),
                        Meeting.State.CLOSED,
                        before.version(),
                        before.presiding(),
                        before.openedAt(),
                        now(),
                        before.author()));
        minutes.open(before.id(), 1, "", caller, now());
        audit.record(MeetingAct.CLOSED, subject(number));
    }

    /** A seat to be added. */
    public record NewSeat(String role, String body, String post, String person, boolean votes) {}

    @Transactional
    public void seat(long number, NewSeat wanted) {
        Meeting meeting = held(number, Meeting.State.PLANNED, Meeting.State.OPEN);
        List<Seat> seats = store.seats(meeting.id());
        Seat.Role role = Seat.Role.of(wanted.role());
        boolean single = role == Seat.Role.CHAIR || role == Seat.Role.SECRETARY;
        if (single && seats.stream().anyMatch(one -> one.role() == role)) {
            throw ProblemFound.of(MeetingProblem.MEETING_STATE);
        }
        store.seat(
                meeting.id(),
                seats.size(),
                new Seat(
                        UUID.randomUUID(),
                        role,
                        wanted.body(),
                        wanted.post(),
                        wanted.person(),
                        wanted.votes() && role != Seat.Role.GUEST));
        audit.record(MeetingAct.SEATED, subject(number), Map.of("added", wanted.body()));
    }

    @Transactional
    public void takeAway(long number, UUID seat) {
        Meeting meeting = held(number, Meeting.State.PLANNED);
        if (!store.takeAway(meeting.id(), seat)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        audit.record(MeetingAct.SEATED, subject(number), Map.of("removed", seat.toString()));
    }

    /** The seats of a meeting by role and body, for whoever plays or reports it. */
    @Transactional(readOnly = true)
    public List<Place> places(long number) {
        return store.seats(find(number).id()).stream()
                .map(one -> new Place(one.id(), one.role().code(), one.body(), one.votes()))
                .toList();
    }

    /** A seat as other modules may know it: without the person. */
    public record Place(UUID seat, String role, String body, boolean votes) {}

    List<Meeting> latest() {
        return store.latest();
    }

    Meeting find(long number) {
        return store.find(number).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** The meeting, held until the transaction ends, if it stands where the step asks. */
    Meeting held(long number, Meeting.State... states) {
        Meeting meeting =
                store.lock(number).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        if (!List.of(states).contains(meeting.state())) {
            throw ProblemFound.of(MeetingProblem.MEETING_STATE);
        }
        return meeting;
    }

    /** Refuses to go on from another version than was seen. */
    static Meeting at(Meeting meeting, int version) {
        if (meeting.version() != version) {
            throw ProblemFound.of(MeetingProblem.MEETING_CHANGED);
        }
        return meeting;
    }

    void change(Meeting before, Meeting after) {
        if (!store.change(before, after)) {
            throw ProblemFound.of(MeetingProblem.MEETING_CHANGED);
        }
    }

    private static Meeting with(Meeting one, Meeting.Plan plan, Meeting.State state) {
        return new Meeting(
                one.id(),
                one.number(),
                plan,
                state,
                one.version(),
                one.presiding(),
                one.openedAt(),
                one.closedAt(),
                one.author());
    }

    static AuditSubject subject(long number) {
        return AuditSubject.of("meeting", number);
    }

    private Instant now() {
        return clock.instant();
    }
}
