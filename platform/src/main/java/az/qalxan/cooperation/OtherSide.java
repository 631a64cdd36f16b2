package az.qalxan.cooperation;

import az.qalxan.audit.AuditLog;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the other side says about a request that stands in both places: it moves ours as far as its
 * state allows. Called inside the transaction that takes the message, with the request's row held.
 */
@Component
public class OtherSide {

    /** The plan of the task to answer a wish for more time. */
    public static final String EXTENSION_ASKED = "extension-asked";

    private final Requests requests;
    private final RequestStore store;
    private final BasisStore bases;
    private final StepStore steps;
    private final TaskStore tasks;
    private final DutyRules rules;
    private final AuditLog audit;
    private final Clock clock;

    OtherSide(
            Requests requests,
            RequestStore store,
            BasisStore bases,
            StepStore steps,
            TaskStore tasks,
            CooperationPack pack,
            AuditLog audit,
            Clock clock) {
        this.requests = requests;
        this.store = store;
        this.bases = bases;
        this.steps = steps;
        this.tasks = tasks;
        this.rules = pack.rules();
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of a word of the other side. */
    public sealed interface Heard {}

    /** Ours has that state now. */
    public record Moved(String after) implements Heard {}

    /** Ours does not allow it in that state. */
    public record Impossible(String state) implements Heard {}

    /** Moves our request as the other side says. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Heard hear(UUID id, RequestStep step, String author) {
        Request before = store.lock(id).orElseThrow().request();
        Instant now = clock.instant();
        RequestMove move =
                new RequestMove(Request.Officer.NOBODY, now, requests.release(before, now));
        if (!(move.take(before, step) instanceof RequestMove.Moved moved)) {
            return new Impossible(before.code());
        }
        Request after = moved.after();
        requests.save(after, author, now);
        answer(after, step, author, now);
        requests.note(before.head(), step.code(), author, step.detail());
        audit.record(
                CooperationAct.of(step),
                Requests.subject(before.head().number()),
                Map.of("before", before.code(), "after", after.code(), "by", author));
        return new Moved(after.code());
    }

    private void answer(Request after, RequestStep step, String author, Instant now) {
        switch (step) {
            case RequestStep.AnswerInPart part ->
                    answer(
                            after,
                            new StepStore.Answer(
                                    now,
                                    false,
                                    part.words(),
                                    limits(after),
                                    part.conditions(),
                                    author));
            case RequestStep.Execute all ->
                    answer(
                            after,
                            new StepStore.Answer(
                                    now,
                                    true,
                                    all.words(),
                                    limits(after),
                                    all.conditions(),
                                    author));
            default -> {}
        }
    }

    private List<Said> limits(Request request) {
        return bases.inForce(request.head().id())
                .map(basis -> basis.law().limits())
                .orElse(List.of());
    }

    private void answer(Request after, StepStore.Answer answer) {
        steps.answer(after.head().id(), UUID.randomUUID(), answer);
    }

    /** Keeps the other side's number for the request. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refer(UUID id, String reference, String author) {
        Request before = store.lock(id).orElseThrow().request();
        RequestHead head = before.head();
        if (!head.counterpart().reference().equals(reference)) {
            requests.save(
                    before.with(head.with(head.counterpart().referred(reference))),
                    author,
                    clock.instant());
        }
    }

    /** Ties assistance to the preservation whose data it asks for, where both stand open. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean follow(UUID assistance, UUID preservation, String author) {
        Request followed = store.lock(preservation).orElseThrow().request();
        Request following = store.lock(assistance).orElseThrow().request();
        boolean fits =
                followed.head().preservation()
                        && followed instanceof Request.Open
                        && !following.head().preservation()
                        && following.head().follows() == null;
        if (fits) {
            store.follow(assistance, preservation);
            requests.save(following, author, clock.instant());
            requests.save(followed, author, clock.instant());
            requests.note(following.head(), "follow", author, followed.head().number().value());
            requests.note(followed.head(), "followed", author, following.head().number().value());
        }
        return fits;
    }

    /** Calls somebody here to do what the other side asked for; once while it is not done. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void call(UUID id, String plan, String author) {
        Request request = store.lock(id).orElseThrow().request();
        List<DutyTask> before =
                tasks.of(id).stream().filter(task -> task.plan().equals(plan)).toList();
        if (request instanceof Request.Open && before.stream().noneMatch(DutyTask::pending)) {
            Instant now = clock.instant();
            tasks.plan(
                    id,
                    UUID.randomUUID(),
                    new DutyTask.Plan(
                            plan,
                            before.size(),
                            request.head().urgent() ? "minutes" : "days",
                            now,
                            rules.day().after(now, rules.zone())));
            requests.save(request, author, now);
        }
    }

    /** What the other side asked for was answered by somebody here. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void answered(UUID id, String plan, String by) {
        Request request = store.lock(id).orElseThrow().request();
        Instant now = clock.instant();
        List<DutyTask> pending =
                tasks.of(id).stream()
                        .filter(task -> task.plan().equals(plan) && task.pending())
                        .toList();
        if (!pending.isEmpty()) {
            pending.forEach(task -> tasks.end(task.id(), new TaskStore.End("done", by, "", now)));
            requests.save(request, by, now);
        }
    }

    /** Notes something in the history; message key {@code duty.done.<kind>}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(UUID id, String kind, String author, String detail) {
        steps.note(id, new StepStore.Happening(clock.instant(), kind, author, detail, Map.of()));
    }
}
