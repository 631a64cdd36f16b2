package az.qalxan.strategy.meeting;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.jurisdiction.Words;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Votes, decisions and the tasks that come of them; nothing of it without a quorum. */
@Component
public class Decisions {

    private final Meetings meetings;
    private final MeetingStore store;
    private final AgendaDesk agenda;
    private final MeetingDecisionStore decisions;
    private final MeetingTaskStore tasks;
    private final DueDays days;
    private final AgendaSources registers;
    private final CommissionPack pack;
    private final AuditLog audit;
    private final Clock clock;

    Decisions(
            Meetings meetings,
            MeetingStore store,
            AgendaDesk agenda,
            MeetingDecisionStore decisions,
            MeetingTaskStore tasks,
            DueDays days,
            AgendaSources registers,
            CommissionPack pack,
            AuditLog audit,
            Clock clock) {
        this.meetings = meetings;
        this.store = store;
        this.agenda = agenda;
        this.decisions = decisions;
        this.tasks = tasks;
        this.days = days;
        this.registers = registers;
        this.pack = pack;
        this.audit = audit;
        this.clock = clock;
    }

    /** How each seat votes: {@code yes}, {@code no} or {@code abstained}. */
    public record Ballots(String key, String question, Map<UUID, String> choices) {

        public Ballots {
            choices = Map.copyOf(choices);
        }
    }

    /** Takes a vote of those who are there; tells whether it carried, and its id. */
    @Transactional
    public Counted vote(long number, Ballots given, Caller caller) {
        Meeting meeting = meetings.held(number, Meeting.State.OPEN);
        Attendance attendance = quorate(meeting);
        AgendaItem item = agenda.item(meeting, given.key(), caller);
        List<Vote.Ballot> ballots = new ArrayList<>();
        for (Seat seat : attendance.voters()) {
            @Nullable String choice = given.choices().get(seat.id());
            if (choice != null) {
                ballots.add(new Vote.Ballot(seat.id(), seat.body(), choice(choice)));
            }
        }
        Vote.Count count = Vote.Count.of(ballots, attendance.quorum(), pack.rules());
        Vote vote = new Vote(UUID.randomUUID(), item.id(), given.question(), count, ballots, now());
        decisions.insert(meeting.id(), vote);
        audit.record(
                MeetingAct.VOTED,
                Meetings.subject(number),
                Map.of("item", given.key(), "carried", Boolean.toString(count.carried())));
        return new Counted(vote.id(), count.carried());
    }

    /** A vote that was taken. */
    public record Counted(UUID vote, boolean carried) {}

    private static Vote.Choice choice(String code) {
        for (Vote.Choice one : Vote.Choice.values()) {
            if (one.code().equals(code)) {
                return one;
            }
        }
        throw ProblemFound.with(
                WebProblem.INVALID_INPUT,
                List.of(Violation.at("choice", "meeting.wrong.choice", code)));
    }

    private Attendance quorate(Meeting meeting) {
        Attendance attendance =
                Attendance.of(
                        store.seats(meeting.id()), store.presence(meeting.id()), pack.rules());
        Quorum quorum = attendance.quorum();
        if (!quorum.held()) {
            throw ProblemFound.of(
                    MeetingProblem.MEETING_WITHOUT_QUORUM, quorum.present(), quorum.needed());
        }
        return attendance;
    }

    /**
     * A decision to be taken.
     *
     * @param vote the vote it rests on; null if nobody asked for one
     * @param until by when it is looked at again; null for never
     * @param reverses number of the decision that it takes back; null for none
     */
    public record Wanted(
            String key,
            Words words,
            List<String> measures,
            @Nullable LocalDate until,
            @Nullable UUID vote,
            @Nullable Long reverses) {

        public Wanted {
            measures = List.copyOf(measures);
        }
    }

    /** Takes a decision; gives its number. Tasks of a decision that it reverses are withdrawn. */
    @Transactional
    public long decide(long number, Wanted wanted, Caller caller) {
        Meeting meeting = meetings.held(number, Meeting.State.OPEN);
        quorate(meeting);
        AgendaItem item = agenda.item(meeting, wanted.key(), caller);
        if (wanted.vote() != null && !carried(meeting, item, wanted.vote())) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT, List.of(Violation.at("vote", "meeting.wrong.vote")));
        }
        @Nullable Decision old = wanted.reverses() == null ? null : standing(wanted.reverses());
        long decided =
                decisions.insert(
                        new MeetingDecisionStore.New(
                                UUID.randomUUID(),
                                meeting.id(),
                                item.id(),
                                wanted.vote(),
                                wanted.words(),
                                wanted.measures(),
                                wanted.until(),
                                old == null ? null : old.id()),
                        caller.name(),
                        now());
        audit.record(
                MeetingAct.DECIDED,
                AuditSubject.of("commission-decision", decided),
                Map.of("meeting", Long.toString(number)));
        if (old != null) {
            reverse(old, decided, caller);
        }
        return decided;
    }

    private boolean carried(Meeting meeting, AgendaItem item, UUID vote) {
        return decisions.votes(meeting.id()).stream()
                .anyMatch(one ->
                        one.id().equals(vote)
                                && one.item().equals(item.id())
                                && one.count().carried());
    }

    private Decision standing(long number) {
        Decision old =
                decisions
                        .find(number)
                        .orElseThrow(() ->
                                ProblemFound.with(
                                        WebProblem.INVALID_INPUT,
                                        List.of(
                                                Violation.at(
                                                        "reverses",
                                                        "meeting.wrong.decision",
                                                        number))));
        if (!old.stands()) {
            throw ProblemFound.of(MeetingProblem.DECISION_REVERSED);
        }
        return old;
    }

    private void reverse(Decision old, long by, Caller caller) {
        for (Task task : tasks.ofDecisions(List.of(old.number()))) {
            if (task.runs()) {
                Task.State state = TaskMove.after(TaskStep.Kind.WITHDRAWN, task.state());
                boolean moved =
                        tasks.step(
                                task,
                                TaskDesk.with(task, task.body(), task.due(), state),
                                new TaskStep(
                                        TaskStep.Kind.WITHDRAWN,
                                        "",
                                        "/strategy/meetings/decisions/" + by,
                                        TaskStep.Hand.NONE,
                                        task.due().on(),
                                        now(),
                                        TaskDesk.doer(caller)));
                if (!moved) {
                    throw ProblemFound.of(MeetingProblem.MEETING_CHANGED);
                }
                audit.record(
                        MeetingAct.TASK_WITHDRAWN,
                        AuditSubject.of("commission-task", task.number()));
            }
        }
        audit.record(
                MeetingAct.REVERSED,
                AuditSubject.of("commission-decision", old.number()),
                Map.of("by", Long.toString(by)));
    }

    /** A task to be given. */
    public record Ask(String body, Words words, int workingDays) {}

    /** Gives a body a task of a decision of this meeting; gives its number. */
    @Transactional
    public long ask(long number, long decision, Ask wanted, Caller caller) {
        Meeting meeting = meetings.held(number, Meeting.State.OPEN);
        Decision of =
                decisions
                        .find(decision)
                        .filter(one -> one.meeting().equals(meeting.id()))
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        if (!of.stands()) {
            throw ProblemFound.of(MeetingProblem.DECISION_REVERSED);
        }
        known(wanted.body());
        Task.Due due = days.after(registers.today(), wanted.workingDays());
        Task task =
                new Task(
                        UUID.randomUUID(),
                        0,
                        meeting.id(),
                        decision,
                        wanted.body(),
                        meeting.plan().handling(),
                        wanted.words(),
                        due,
                        Task.State.OPEN,
                        0);
        long given = tasks.insert(of.id(), task);
        tasks.add(
                task.id(),
                new TaskStep(
                        TaskStep.Kind.SET,
                        "",
                        "",
                        TaskStep.Hand.NONE,
                        due.on(),
                        now(),
                        TaskDesk.doer(caller)));
        audit.record(
                MeetingAct.TASK_SET,
                AuditSubject.of("commission-task", given),
                new AuditLog.Concern(wanted.body(), Map.of("decision", Long.toString(decision))));
        return given;
    }

    private void known(String body) {
        if (!registers.bodies().contains(body)) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT,
                    List.of(Violation.at("body", "meeting.wrong.body", body)));
        }
    }

    private Instant now() {
        return clock.instant();
    }
}
