package az.qalxan.cooperation;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.directory.Directory;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is done with a request beside its steps: its basis, contents, executor, tasks, links. */
@Component
class Dossier {

    private final Requests requests;
    private final RequestStore store;
    private final BasisStore bases;
    private final TaskStore tasks;
    private final LawDesk law;
    private final Directory directory;
    private final CooperationPack pack;
    private final AuditLog audit;
    private final Clock clock;

    Dossier(
            Requests requests,
            RequestStore store,
            BasisStore bases,
            TaskStore tasks,
            LawDesk law,
            Directory directory,
            CooperationPack pack,
            AuditLog audit,
            Clock clock) {
        this.requests = requests;
        this.store = store;
        this.bases = bases;
        this.tasks = tasks;
        this.law = law;
        this.directory = directory;
        this.pack = pack;
        this.audit = audit;
        this.clock = clock;
    }

    /** A change that read that version of the request. */
    record Act(RequestNumber number, int version, Caller caller) {}

    /**
     * Lets the request rest on another basis, for a written reason; without a clause the law is
     * asked again.
     */
    @Transactional
    public void choose(Act act, String clause, String reason) {
        Request before = open(act);
        RequestHead head = before.head();
        Instant now = clock.instant();
        LawDesk.Question question = question(before, now);
        LawSnapshot chosen =
                clause.isEmpty()
                        ? law.choose(question)
                        : law.choose(question, clause)
                                .orElseThrow(() -> wrong("clause", "duty.wrong.clause", clause));
        int sequence = bases.of(head.id()).size() + 1;
        String by = clause.isEmpty() ? (chosen.found() ? "law" : "nobody") : "person";
        bases.insert(
                head.id(), new ChosenBasis(sequence, now, by, reason, act.caller().name(), chosen));
        requests.save(before, act.caller().name(), now);
        requests.note(head, "basis", act.caller().name(), chosen.clause());
        audit.record(
                CooperationAct.BASIS_CHOSEN,
                Requests.subject(head.number()),
                Map.of("clause", chosen.clause(), "by", by));
    }

    private LawDesk.Question question(Request request, Instant now) {
        RequestHead head = request.head();
        Instant on = request.moments().received() == null ? now : request.moments().received();
        return new LawDesk.Question(
                head.kind(),
                head.direction(),
                head.counterpart().state(),
                LocalDate.ofInstant(on, pack.zone()));
    }

    /** Says something to points of the checklist; what is blank is taken away. */
    @Transactional
    public void complete(Act act, Map<String, String> said) {
        Request before = open(act);
        Map<String, String> contents = new HashMap<>(before.head().substance().contents());
        said.forEach((point, words) -> {
            if (words.isBlank()) {
                contents.remove(point);
            } else {
                contents.put(point, words);
            }
        });
        RequestHead head = before.head().with(before.head().substance().with(contents));
        requests.save(before.with(head), act.caller().name(), clock.instant());
        requests.note(head, "contents", act.caller().name(), "");
        audit.record(CooperationAct.CHANGED, Requests.subject(head.number()));
    }

    /** Gives the request to the body that carries it out; an empty code takes it back. */
    @Transactional
    public void forward(Act act, String body) {
        Request before = open(act);
        boolean known = body.isEmpty() || directory.organisation(new BodyCode(body)).isPresent();
        if (!known) {
            throw wrong("body", "duty.wrong.body", body);
        }
        String executor = body.equals(before.head().sight().body().value()) ? "" : body;
        RequestHead head = before.head().executedBy(executor);
        requests.save(before.with(head), act.caller().name(), clock.instant());
        requests.note(head, "forward", act.caller().name(), executor);
        audit.record(
                CooperationAct.FORWARDED,
                Requests.subject(head.number()),
                new AuditLog.Concern(executor, Map.of("executor", executor)));
    }

    /** Ties a request for assistance to the preservation whose data it asks for. */
    @Transactional
    public void follow(Act act, RequestNumber preservation) {
        Request assistance = open(act);
        RequestLine followed = requests.lock(preservation);
        boolean fits =
                followed.head().preservation()
                        && !assistance.head().preservation()
                        && followed.request() instanceof Request.Open
                        && followed.head().direction() == assistance.head().direction()
                        && assistance.head().follows() == null;
        if (!fits) {
            throw wrong("preservation", "duty.wrong.follows", preservation.value());
        }
        Instant now = clock.instant();
        store.follow(assistance.head().id(), followed.head().id());
        requests.save(assistance, act.caller().name(), now);
        requests.save(followed.request(), act.caller().name(), now);
        requests.note(assistance.head(), "follow", act.caller().name(), preservation.value());
        requests.note(followed.head(), "followed", act.caller().name(), act.number().value());
        audit.record(
                CooperationAct.FOLLOWED,
                Requests.subject(act.number()),
                Map.of("preservation", preservation.value()));
    }

    /** Ends a task by a person's word. */
    @Transactional
    public void done(RequestNumber number, UUID task, String words, Caller caller) {
        RequestLine line = requests.lock(number);
        Instant now = clock.instant();
        boolean ours =
                tasks.find(task)
                        .filter(due -> due.request().equals(line.head().id()))
                        .filter(due -> due.task().open())
                        .isPresent();
        if (!ours) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        tasks.end(task, new TaskStore.End("done", caller.name(), words, now));
        requests.save(line.request(), caller.name(), now);
        requests.note(line.head(), "task", caller.name(), words);
        audit.record(CooperationAct.TASK_DONE, Requests.subject(number));
    }

    /** The open request, with its row held; refused when it ended or was changed since. */
    private Request open(Act act) {
        Request before = requests.lock(act.number()).request();
        if (before.head().version() != act.version()) {
            throw ProblemFound.of(CooperationProblem.REQUEST_CHANGED);
        }
        if (before instanceof Request.Ended) {
            throw ProblemFound.of(CooperationProblem.REQUEST_STATE, before.code());
        }
        return before;
    }

    static ProblemFound wrong(String field, String key, Object... arguments) {
        return ProblemFound.with(
                WebProblem.INVALID_INPUT, List.of(Violation.at(field, key, arguments)));
    }
}
