package az.qalxan.strategy.meeting;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a task: its body answers, another one judges, the secretariat hands it on. */
@Component
public class TaskDesk {

    private final MeetingTaskStore store;
    private final DueDays days;
    private final AgendaSources registers;
    private final AuditLog audit;
    private final Clock clock;

    TaskDesk(
            MeetingTaskStore store,
            DueDays days,
            AgendaSources registers,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.days = days;
        this.registers = registers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Words and evidence: a place in this system or a web address, empty for none. */
    public record Said(String words, String link) {}

    /** The body's answer, with evidence. */
    @Transactional
    public void answer(long number, int version, Said said, Caller caller) {
        Task task = at(number, version);
        step(task, TaskStep.Kind.ANSWERED, new Change(task, said, TaskStep.Hand.NONE), caller);
    }

    /** Another body accepts the answer. */
    @Transactional
    public void accept(long number, int version, String words, Caller caller) {
        Task task = at(number, version);
        step(
                task,
                TaskStep.Kind.ACCEPTED,
                new Change(task, new Said(words, ""), TaskStep.Hand.NONE),
                caller);
    }

    /** Another body gives the answer back; the day is counted anew from today. */
    @Transactional
    public void giveBack(long number, int version, Returned returned, Caller caller) {
        Task task = at(number, version);
        Task.Due due = days.after(registers.today(), returned.workingDays());
        step(
                task,
                TaskStep.Kind.GIVEN_BACK,
                new Change(
                        with(task, task.body(), due, task.state()),
                        new Said(returned.reason(), ""),
                        TaskStep.Hand.NONE),
                caller);
    }

    /** Why an answer is given back, and how long its body has now. */
    public record Returned(String reason, int workingDays) {}

    /** To whom a task goes, why, and how long that body has. */
    public record HandOn(String body, String reason, int workingDays) {}

    /** Hands the task on, for example because its body is no more. */
    @Transactional
    public void handOn(long number, int version, HandOn to, Caller caller) {
        Task task = at(number, version);
        if (!registers.bodies().contains(to.body()) || to.body().equals(task.body())) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT,
                    List.of(Violation.at("body", "meeting.wrong.body", to.body())));
        }
        Task.Due due = days.after(registers.today(), to.workingDays());
        step(
                task,
                TaskStep.Kind.HANDED_ON,
                new Change(
                        with(task, to.body(), due, task.state()),
                        new Said(to.reason(), ""),
                        new TaskStep.Hand(task.body(), to.body())),
                caller);
    }

    @Transactional
    public void withdraw(long number, int version, String reason, Caller caller) {
        Task task = at(number, version);
        step(
                task,
                TaskStep.Kind.WITHDRAWN,
                new Change(task, new Said(reason, ""), TaskStep.Hand.NONE),
                caller);
    }

    /** What a step changes beside the state. */
    private record Change(Task after, Said said, TaskStep.Hand hand) {}

    private void step(Task task, TaskStep.Kind kind, Change change, Caller caller) {
        TaskMove.Who who =
                new TaskMove.Who(
                        caller.account().toString(), caller.body().value(), answerer(task));
        refuse(TaskMove.refusal(task, kind, who));
        Task after =
                with(
                        change.after(),
                        change.after().body(),
                        change.after().due(),
                        TaskMove.after(kind, task.state()));
        boolean moved =
                store.step(
                        task,
                        after,
                        new TaskStep(
                                kind,
                                change.said().words(),
                                change.said().link(),
                                change.hand(),
                                after.due().on(),
                                now(),
                                doer(caller)));
        if (!moved) {
            throw ProblemFound.of(MeetingProblem.MEETING_CHANGED);
        }
        audit.record(
                act(kind),
                AuditSubject.of("commission-task", task.number()),
                new AuditLog.Concern(after.body(), Map.of("due", after.due().on().toString())));
    }

    private static MeetingAct act(TaskStep.Kind kind) {
        return switch (kind) {
            case SET -> MeetingAct.TASK_SET;
            case ANSWERED -> MeetingAct.TASK_ANSWERED;
            case ACCEPTED -> MeetingAct.TASK_ACCEPTED;
            case GIVEN_BACK -> MeetingAct.TASK_GIVEN_BACK;
            case HANDED_ON -> MeetingAct.TASK_HANDED_ON;
            case WITHDRAWN -> MeetingAct.TASK_WITHDRAWN;
            case RECOUNTED -> MeetingAct.TASK_RECOUNTED;
        };
    }

    private static void refuse(Optional<TaskMove.Refusal> refusal) {
        refusal.ifPresent(why -> {
            throw ProblemFound.of(
                    switch (why) {
                        case STATE, OTHER_BODY -> MeetingProblem.TASK_STEP;
                        case OWN_ANSWER, SAME_BODY -> MeetingProblem.TASK_OWN_ANSWER;
                    });
        });
    }

    /** Account of whoever gave the last answer; empty if nobody did. */
    private String answerer(Task task) {
        return store.steps(task.id()).stream()
                .filter(one -> one.kind() == TaskStep.Kind.ANSWERED)
                .reduce((earlier, later) -> later)
                .map(one -> one.doer().account())
                .orElse("");
    }

    Task find(long number) {
        return store.find(number).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    private Task at(long number, int version) {
        Task task = find(number);
        if (task.version() != version) {
            throw ProblemFound.of(MeetingProblem.MEETING_CHANGED);
        }
        return task;
    }

    static Task with(Task one, String body, Task.Due due, Task.State state) {
        return new Task(
                one.id(),
                one.number(),
                one.meeting(),
                one.decision(),
                body,
                one.handling(),
                one.words(),
                due,
                state,
                one.version());
    }

    static TaskStep.Doer doer(Caller caller) {
        return new TaskStep.Doer(caller.account().toString(), caller.name(), caller.body().value());
    }

    private Instant now() {
        return clock.instant();
    }
}
