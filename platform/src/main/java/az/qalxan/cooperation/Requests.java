package az.qalxan.cooperation;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.directory.PointsAbroad;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is done with requests; each act with its audit record is one transaction. */
@Component
class Requests {

    private static final int DRAWN = 8;

    private final RequestStore store;
    private final BasisStore bases;
    private final StepStore steps;
    private final TermStore terms;
    private final RequestUpkeep upkeep;
    private final LawDesk law;
    private final CooperationPack pack;
    private final AuditLog audit;
    private final SecureRandom random;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Requests(
            RequestStore store,
            BasisStore bases,
            StepStore steps,
            TermStore terms,
            RequestUpkeep upkeep,
            LawDesk law,
            CooperationPack pack,
            AuditLog audit,
            SecureRandom random,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.bases = bases;
        this.steps = steps;
        this.terms = terms;
        this.upkeep = upkeep;
        this.law = law;
        this.pack = pack;
        this.audit = audit;
        this.random = random;
        this.events = events;
        this.clock = clock;
    }

    /** What came of taking a request in; {@code fresh} is false when its message was known. */
    record Entered(RequestNumber number, boolean fresh) {}

    /** Enters a request with the basis that the law proposes, its clocks and first tasks. */
    @Transactional
    public Entered enter(NewRequest wanted, String author) {
        String message = wanted.messageId();
        if (message != null) {
            Optional<RequestLine> known = store.ofMessage(wanted.channel(), message);
            if (known.isPresent()) {
                return new Entered(known.get().head().number(), false);
            }
        }
        Instant now = clock.instant();
        RequestNumber number = number(now);
        LawSnapshot snapshot = law.choose(question(wanted, now));
        Request fresh = wanted.request(UUID.randomUUID(), number, executor(wanted, snapshot), now);
        NextMoment first = firstMoment(fresh);
        if (!store.insert(fresh, first, message)) {
            return new Entered(
                    store.ofMessage(wanted.channel(), String.valueOf(message))
                            .orElseThrow(() -> ProblemFound.of(WebProblem.CONFLICT))
                            .head()
                            .number(),
                    false);
        }
        String by = snapshot.found() ? "law" : "nobody";
        bases.insert(fresh.head().id(), new ChosenBasis(1, now, by, "", author, snapshot));
        store.next(fresh.head().id(), upkeep.follow(fresh, false, author, now).next());
        note(fresh.head(), "enter", author, wanted.channel());
        audit.record(
                CooperationAct.ENTERED,
                subject(number),
                Map.of(
                        "kind", RequestKinds.code(fresh.head().kind()),
                        "direction", fresh.head().direction().code(),
                        "channel", wanted.channel()));
        return new Entered(number, true);
    }

    private NextMoment firstMoment(Request fresh) {
        DutyTask.Plan plan = new TaskPlans(pack.rules()).of(fresh, List.of(), false).getFirst();
        return new NextMoment(plan.dueAt(), plan.plan(), "target");
    }

    private RequestNumber number(Instant now) {
        int year = now.atZone(pack.zone()).getYear();
        return store.unused(
                Stream.generate(() -> RequestNumber.drawn(year, random))
                        .distinct()
                        .limit(DRAWN)
                        .toList());
    }

    private LawDesk.Question question(NewRequest wanted, Instant now) {
        Instant on = wanted.receivedAt() == null ? now : wanted.receivedAt();
        return new LawDesk.Question(
                wanted.kind(),
                wanted.direction(),
                wanted.counterpart().state(),
                LocalDate.ofInstant(on, pack.zone()));
    }

    /** The competent body of ours when it is not the one that runs the request. */
    private String executor(NewRequest wanted, LawSnapshot snapshot) {
        LawSnapshot.Side ours =
                wanted.direction() == Direction.IN ? snapshot.receiver() : snapshot.sender();
        String competent =
                ours.body().isEmpty() || !ours.state().equals(pack.state())
                        ? pack.owner(RequestKinds.code(wanted.kind()))
                        : ours.body();
        return competent.equals(wanted.sight().body().value()) ? "" : competent;
    }

    /** The request, or the problem "not found" for those who may not know of it. */
    @Transactional(readOnly = true)
    public RequestLine see(RequestNumber number) {
        return store.find(number).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** Shows a request; the view is recorded. */
    @Transactional
    public RequestLine view(RequestNumber number) {
        RequestLine seen = see(number);
        audit.record(CooperationAct.VIEWED, subject(number));
        return seen;
    }

    /** Takes a step; refused when the state does not allow it or somebody was faster. */
    @Transactional
    public Request take(RequestNumber number, int version, RequestStep step, Caller caller) {
        RequestLine line = lock(number);
        Request before = line.request();
        if (before.head().version() != version) {
            throw changed(line, step);
        }
        Instant now = clock.instant();
        Request after = moved(before, step, caller, now);
        save(after, caller.name(), now);
        answer(after, step, caller, now);
        note(before.head(), step.code(), caller.name(), step.detail());
        audit.record(
                CooperationAct.of(step),
                subject(number),
                Map.of("before", before.code(), "after", after.code()));
        events.publishEvent(
                new RequestMoved(
                        before.head().id(), step, before.code(), after.code(), caller.name()));
        return after;
    }

    /** Who was faster is told, where two wanted to take the same request up. */
    private static ProblemFound changed(RequestLine line, RequestStep step) {
        return step instanceof RequestStep.Acknowledge && !line.officer().isEmpty()
                ? ProblemFound.of(CooperationProblem.REQUEST_TAKEN, line.officer())
                : ProblemFound.of(CooperationProblem.REQUEST_CHANGED);
    }

    private Request moved(Request before, RequestStep step, Caller caller, Instant now) {
        Request.Officer officer = new Request.Officer(caller.account().toString(), caller.name());
        RequestMove move = new RequestMove(officer, now, release(before, now));
        return switch (move.take(before, step)) {
            case RequestMove.Moved moved -> moved.after();
            case RequestMove.NotNow ignored ->
                    throw ProblemFound.of(CooperationProblem.REQUEST_STATE, before.code());
            case RequestMove.Held held -> throw held(held.why());
        };
    }

    private ProblemFound held(Release why) {
        return switch (why) {
            case Release.BeforeFloor floor ->
                    ProblemFound.of(
                            CooperationProblem.RELEASE_TOO_EARLY,
                            floor.floorEndsAt().atZone(pack.zone()).toLocalDateTime());
            case Release.Frozen frozen ->
                    ProblemFound.of(CooperationProblem.RELEASE_FROZEN, frozen.undecided());
            case Release.Free ignored -> ProblemFound.of(CooperationProblem.REQUEST_CHANGED);
        };
    }

    /** Whether the data of a preservation may be let go; what is none is held by nothing. */
    Release release(Request request, Instant now) {
        UUID id = request.head().id();
        return request instanceof Request.Preserved held
                ? Release.of(held, terms.of(id), store.undecided(id), now)
                : new Release.Free(now);
    }

    private void answer(Request after, RequestStep step, Caller caller, Instant now) {
        boolean whole = step instanceof RequestStep.Execute;
        String conditions =
                switch (step) {
                    case RequestStep.AnswerInPart part -> part.conditions();
                    case RequestStep.Execute all -> all.conditions();
                    default -> "";
                };
        if (whole || step instanceof RequestStep.AnswerInPart) {
            UUID id = after.head().id();
            List<Said> limits =
                    bases.inForce(id).map(basis -> basis.law().limits()).orElse(List.of());
            steps.answer(
                    id,
                    UUID.randomUUID(),
                    new StepStore.Answer(
                            now, whole, step.detail(), limits, conditions, caller.name()));
        }
    }

    /** Stores a new state with what follows from it; refused when somebody was faster. */
    void save(Request after, String by, Instant now) {
        boolean followed = !store.following(after.head().id()).isEmpty();
        RequestUpkeep.Kept kept = upkeep.follow(after, followed, by, now);
        if (!store.save(after, new RequestStore.Change(kept.next(), kept.floorEndsAt(), now))) {
            throw ProblemFound.of(CooperationProblem.REQUEST_CHANGED);
        }
    }

    RequestLine lock(RequestNumber number) {
        return store.lock(number).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    void note(RequestHead head, String kind, String author, String detail) {
        steps.note(
                head.id(),
                new StepStore.Happening(clock.instant(), kind, author, detail, Map.of()));
    }

    /** Which entry of the directory the other side's fields came from. */
    void notePoint(RequestHead head, PointsAbroad.Point point, Caller caller) {
        steps.note(
                head.id(),
                new StepStore.Happening(
                        clock.instant(),
                        "contact",
                        caller.name(),
                        point.name().az(),
                        Map.of(
                                "contact", point.id().toString(),
                                "version", String.valueOf(point.version()),
                                "standing", point.standing())));
    }

    static AuditSubject subject(RequestNumber number) {
        return AuditSubject.of("request", number);
    }

    /** The request of a case-insensitive reading of an address. */
    static RequestNumber number(@Nullable String typed) {
        if (typed == null || !RequestNumber.fits(typed)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return new RequestNumber(typed);
    }
}
