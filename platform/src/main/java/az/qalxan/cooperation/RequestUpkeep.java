package az.qalxan.cooperation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps clocks, tasks and the next moment of a request in step with its state. Runs inside the
 * transaction that changed it, with the request's row held.
 */
@Component
class RequestUpkeep {

    private final TermStore terms;
    private final TaskStore tasks;
    private final BasisStore bases;
    private final StepStore steps;
    private final LawDesk law;
    private final DutyRules rules;
    private final Supplier<UUID> ids = UUID::randomUUID;

    RequestUpkeep(
            TermStore terms,
            TaskStore tasks,
            BasisStore bases,
            StepStore steps,
            LawDesk law,
            CooperationPack pack) {
        this.terms = terms;
        this.tasks = tasks;
        this.bases = bases;
        this.steps = steps;
        this.law = law;
        this.rules = pack.rules();
    }

    /** What stands after the work: the clocks, and what runs out next. */
    record Kept(List<Term> terms, @Nullable NextMoment next) {

        Kept {
            terms = List.copyOf(terms);
        }

        @Nullable Instant floorEndsAt() {
            return Release.floor(terms).orElse(null);
        }
    }

    /**
     * Lets clocks and tasks follow the request.
     *
     * @param followed whether assistance follows the preservation
     * @param by who did what changed the request, for the tasks that it did
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Kept follow(Request request, boolean followed, String by, Instant now) {
        UUID id = request.head().id();
        List<TermRule> clocks =
                bases.inForce(id).map(basis -> basis.law().clocks()).orElse(List.of());
        List<Term> before = terms.of(id);
        TermPlan.Change change = plan().follow(request, clocks, before, now);
        terms.apply(id, change);
        List<Term> after = change.applied(before);
        return new Kept(after, sync(new Sync(request, after, followed, by, now)));
    }

    /** Counts the clocks of a request anew; what came out otherwise is told in its history. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Kept recount(Request request, boolean followed, Instant now) {
        UUID id = request.head().id();
        List<Term> before = terms.of(id);
        TermPlan.Change change =
                plan().recount(
                                before,
                                term -> law.rule(term.rule().id(), term.startedAt(), term.zone()),
                                now);
        terms.apply(id, change);
        change.started().forEach(term -> tell(id, before, term, now));
        List<Term> after = change.applied(before);
        return new Kept(after, sync(new Sync(request, after, followed, "", now)));
    }

    private void tell(UUID id, List<Term> before, Term anew, Instant now) {
        String was =
                before.stream()
                        .filter(term -> term.id().equals(anew.replaces()))
                        .map(term -> term.endsAt().toString())
                        .findAny()
                        .orElse("");
        steps.note(
                id,
                new StepStore.Happening(
                        now,
                        "recount",
                        "",
                        anew.rule().id(),
                        Map.of("before", was, "after", anew.endsAt().toString())));
    }

    private TermPlan plan() {
        return new TermPlan(rules.zone(), law::count, ids);
    }

    /** What tasks follow from. */
    private record Sync(
            Request request, List<Term> terms, boolean followed, String by, Instant now) {}

    private @Nullable NextMoment sync(Sync sync) {
        UUID id = sync.request().head().id();
        TaskPlans plans = new TaskPlans(rules);
        List<DutyTask> before = tasks.of(id);
        TaskChange change =
                TaskChange.between(
                        before,
                        new TaskChange.Wanted(
                                plans.of(sync.request(), sync.terms(), sync.followed()),
                                sync.request() instanceof Request.Ended,
                                sync.now()));
        change.fresh().forEach(plan -> tasks.plan(id, ids.get(), plan));
        change.moved().forEach(moved -> move(moved));
        change.again().forEach(task -> tasks.again(task.id()));
        change.done().forEach(task -> end(task, "done", sync));
        change.dropped().forEach(task -> end(task, "dropped", sync));
        if (sync.request() instanceof Request.Open && change.leavesNothing(before)) {
            tasks.plan(id, ids.get(), plans.look(before, sync.now()));
        }
        return NextMoment.of(sync.terms(), tasks.of(id), sync.now()).orElse(null);
    }

    private void move(TaskChange.Moved moved) {
        Instant raised = moved.task().raisedAt();
        Instant next =
                raised == null
                        ? null
                        : rules.ladder(moved.task().ladder())
                                .at(moved.task().level(), raised, moved.to().dueAt(), rules.zone())
                                .orElse(null);
        tasks.move(moved.task(), moved.to(), next);
    }

    private void end(DutyTask task, String how, Sync sync) {
        String why = DutyTask.BY_STATE + sync.request().code();
        tasks.end(task.id(), new TaskStore.End(how, sync.by(), why, sync.now()));
    }
}
