package az.qalxan.cooperation;

import az.qalxan.audit.AuditLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the rounds do about one request, inside their transaction. */
@Component
class RoundWork {

    private static final String CHANGED = "clock-changed";
    private static final Logger LOG = LoggerFactory.getLogger(RoundWork.class);

    /** Nobody in particular: a step that found no person. */
    private static final OnDuty.Person NOBODY = new OnDuty.Person("", "", "", "");

    /** So long after it found nobody, the last step of a ladder is taken again. */
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final RequestStore requests;
    private final TaskStore tasks;
    private final TermStore terms;
    private final NoticeStore notices;
    private final RequestUpkeep upkeep;
    private final Addressees addressees;
    private final DutyRules rules;
    private final AuditLog audit;

    RoundWork(
            RequestStore requests,
            TaskStore tasks,
            TermStore terms,
            NoticeStore notices,
            RequestUpkeep upkeep,
            Addressees addressees,
            CooperationPack pack,
            AuditLog audit) {
        this.requests = requests;
        this.tasks = tasks;
        this.terms = terms;
        this.notices = notices;
        this.upkeep = upkeep;
        this.addressees = addressees;
        this.rules = pack.rules();
        this.audit = audit;
    }

    /** The plan of the task to look at a request because of that change of law. */
    static String review(UUID change) {
        return "law-review:" + change;
    }

    /** Raises what is due, takes the steps of ladders that are due. The request's row is held. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void raise(UUID request, List<RoundStore.Downtime> gaps, Instant now) {
        Optional<RequestLine> line = requests.lock(request);
        if (line.isEmpty()) {
            return;
        }
        for (DutyTask task : tasks.of(request)) {
            if (task.state().equals("planned") && !task.raiseAt().isAfter(now)) {
                open(line.get(), task, gaps, now);
            }
        }
        for (DutyTask task : tasks.of(request)) {
            if (task.open()) {
                climb(line.get(), task, gaps, now);
            }
        }
        requests.next(
                request, NextMoment.of(terms.of(request), tasks.of(request), now).orElse(null));
    }

    private void open(
            RequestLine line, DutyTask task, List<RoundStore.Downtime> gaps, Instant now) {
        @Nullable UUID missed = gap(gaps, task.raiseAt()).map(RoundStore.Downtime::id).orElse(null);
        Instant first =
                rules.ladder(task.ladder())
                        .at(task.level(), task.raiseAt(), task.dueAt(), rules.zone())
                        .orElse(now);
        if (tasks.raise(task.id(), now, missed, first)) {
            audit.record(
                    CooperationAct.RAISED,
                    Requests.subject(line.head().number()),
                    Map.of(
                            "task", task.plan(),
                            "planned", task.raiseAt().toString(),
                            "missed", String.valueOf(missed != null)));
        }
    }

    private static Optional<RoundStore.Downtime> gap(
            List<RoundStore.Downtime> gaps, Instant moment) {
        return gaps.stream().filter(gap -> gap.covers(moment)).findAny();
    }

    /** Takes every step whose moment has come; those that came while down say so. */
    private void climb(
            RequestLine line, DutyTask task, List<RoundStore.Downtime> gaps, Instant now) {
        Ladder ladder = rules.ladder(task.ladder());
        for (int level = task.level(); level < ladder.steps().size(); level++) {
            Optional<Instant> at = ladder.at(level, task.raiseAt(), task.dueAt(), rules.zone());
            if (at.isEmpty() || at.get().isAfter(now)) {
                return;
            }
            Instant next =
                    ladder.at(level + 1, task.raiseAt(), task.dueAt(), rules.zone()).orElse(null);
            if (tasks.step(task.id(), level, next)) {
                Step step = new Step(line, task, level, gap(gaps, at.get()).isPresent());
                boolean noted = tell(step, now);
                if (next == null && !notices.told(task.id())) {
                    alarm(step, noted, now);
                    return;
                }
            }
        }
    }

    /** A step of the ladder that is taken; {@code missed} when it was to be while down. */
    private record Step(RequestLine line, DutyTask task, int level, boolean missed) {}

    /** False when everybody it finds, or that it finds nobody, was noted before. */
    private boolean tell(Step step, Instant now) {
        RequestHead head = step.line().head();
        Ladder ladder = rules.ladder(step.task().ladder());
        String to = ladder.steps().get(step.level()).to();
        boolean last = step.level() == ladder.steps().size() - 1;
        List<OnDuty.Person> people = addressees.of(head.sight(), to, now);
        if (people.isEmpty() && last && !notices.told(step.task().id())) {
            people = addressees.lastResort(head.sight());
        }
        boolean noted = false;
        for (OnDuty.Person person : people.isEmpty() ? List.of(NOBODY) : people) {
            noted |= notices.insert(head.id(), notice(step, to, person, now));
        }
        if (noted) {
            audit.record(
                    CooperationAct.ESCALATED,
                    Requests.subject(head.number()),
                    Map.of(
                            "task", step.task().plan(),
                            "to", to,
                            "level", String.valueOf(step.level()),
                            "people", String.valueOf(people.size())));
        }
        return noted;
    }

    private static NoticeStore.Notice notice(
            Step step, String to, OnDuty.Person person, Instant now) {
        String state =
                person.equals(NOBODY)
                        ? "nobody"
                        : person.address().isEmpty() ? "on-page" : "queued";
        return new NoticeStore.Notice(
                UUID.randomUUID(),
                step.task().id(),
                step.level(),
                to,
                person,
                now,
                step.missed(),
                state,
                "");
    }

    /** The last step reached nobody, nor did one before: it is taken again until there is one. */
    private void alarm(Step step, boolean first, Instant now) {
        if (first) {
            LOG.error(
                    "nobody could be told of {} of request {}: its body has no such people",
                    step.task().plan(),
                    step.line().head().number().value());
        }
        tasks.stay(step.task().id(), step.level(), now.plus(AGAIN));
    }

    /** Counts the clocks anew after a change of law, and asks for a look at the request. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void review(UUID request, String plan, Instant now) {
        tasks.plan(
                request,
                UUID.randomUUID(),
                new DutyTask.Plan(plan, 0, "days", now, rules.look().after(now, rules.zone())));
        recount(request, now);
    }

    /** Counts the clocks anew; a change is told as a task of its own. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recount(UUID request, Instant now) {
        Optional<RequestLine> line = requests.lock(request);
        if (line.isEmpty() || line.get().request() instanceof Request.Ended) {
            return;
        }
        List<Term> before = terms.of(request);
        boolean followed = !requests.following(request).isEmpty();
        RequestUpkeep.Kept kept = upkeep.recount(line.get().request(), followed, now);
        if (kept.terms().size() == before.size()) {
            requests.next(request, kept.next());
            return;
        }
        int cycle =
                (int)
                        tasks.of(request).stream()
                                .filter(task -> task.plan().equals(CHANGED))
                                .count();
        tasks.plan(
                request,
                UUID.randomUUID(),
                new DutyTask.Plan(
                        CHANGED, cycle, "days", now, rules.day().after(now, rules.zone())));
        requests.recounted(
                request,
                kept.floorEndsAt(),
                NextMoment.of(kept.terms(), tasks.of(request), now).orElse(null));
        audit.record(CooperationAct.RECOUNTED, Requests.subject(line.get().head().number()));
    }
}
