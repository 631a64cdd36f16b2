package az.qalxan.monitoring.incident;

import az.qalxan.access.Account;
import az.qalxan.access.Accounts;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Role;
import az.qalxan.audit.AuditLog;
import az.qalxan.cooperation.OnDuty;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import az.qalxan.monitoring.criterion.CriteriaInForce;
import az.qalxan.monitoring.criterion.Paging;
import az.qalxan.transmission.Guard;
import az.qalxan.transmission.NoticeMoved;
import az.qalxan.transmission.NoticePost;
import az.qalxan.web.Language;
import az.qalxan.web.Text;
import az.qalxan.web.Texts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Calls people about critical cases that nobody has acknowledged, step by step; after a standstill
 * it catches up. A step that finds nobody is kept as such, and the next one is taken.
 */
@Component
class Calls {

    static final String TOPIC = "incident";

    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
    private static final TransactionIdentity JOB = TransactionIdentity.job("incidents");
    private static final int BATCH = 500;
    private static final int PEOPLE_MAX = 20;

    /** Nobody in particular: a step that found no person. */
    private static final OnDuty.Person NOBODY = new OnDuty.Person("", "", "", "");

    private final CallStore store;
    private final IncidentSteps steps;
    private final CriteriaInForce inForce;
    private final OnDuty roster;
    private final Accounts accounts;
    private final NoticePost post;
    private final Texts texts;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Calls(
            CallStore store,
            IncidentSteps steps,
            CriteriaInForce inForce,
            OnDuty roster,
            Accounts accounts,
            NoticePost post,
            Texts texts,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager manager) {
        this.store = store;
        this.steps = steps;
        this.inForce = inForce;
        this.roster = roster;
        this.accounts = accounts;
        this.post = post;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    @Scheduled(initialDelay = 7, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void go() {
        try {
            go(clock.instant());
        } catch (DataAccessException e) {
            LOG.error("people could not be called about critical cases; it is tried again", e);
        }
    }

    /** Takes every step that is due at that moment. */
    void go(Instant now) {
        ActingAs.run(JOB, () -> transaction.executeWithoutResult(status -> everyDue(now)));
    }

    private void everyDue(Instant now) {
        if (!store.any()) {
            return;
        }
        Optional<CriteriaInForce.Holding> holding = inForce.now();
        if (holding.isEmpty()) {
            return;
        }
        Paging paging = holding.get().criteria().paging();
        for (CallStore.Waiting waiting : store.waiting(paging.steps().size(), BATCH)) {
            for (int step = waiting.stepsTaken(); step < paging.steps().size(); step++) {
                Paging.Step next = paging.steps().get(step);
                if (waiting.since().plus(next.after()).isAfter(now)) {
                    break;
                }
                take(waiting.incident(), new Due(step, next.whom(), paging.coordinator()), now);
            }
        }
    }

    /** A step that is due. */
    private record Due(int step, String whom, String coordinator) {}

    private void take(Incident incident, Due due, Instant now) {
        List<OnDuty.Person> people = people(incident, due, now);
        List<OnDuty.Person> called = people.isEmpty() ? List.of(NOBODY) : people;
        for (OnDuty.Person person : called) {
            call(incident, due, person, now);
        }
        String names = String.join(", ", people.stream().map(OnDuty.Person::name).toList());
        String kind = people.isEmpty() ? "called-nobody" : "called";
        steps.add(incident.id(), new IncidentSteps.Step(now, kind, "", due.whom(), names));
        audit.record(
                IncidentAct.CALLED,
                Judging.subject(incident.number()),
                Map.of("whom", due.whom(), "people", String.valueOf(people.size())));
    }

    private void call(Incident incident, Due due, OnDuty.Person person, Instant now) {
        UUID id = UUID.randomUUID();
        boolean posted =
                !person.address().isEmpty()
                        && post.post(note(id, incident, person)) != NoticePost.Posted.NO_ADDRESS;
        String state = person.account().isEmpty() ? "nobody" : posted ? "queued" : "failed";
        store.add(
                incident.id(),
                new CallStore.Call(
                        id,
                        due.step(),
                        due.whom(),
                        person,
                        now,
                        state,
                        state.equals("failed") ? "no-address" : ""));
    }

    private NoticePost.Note note(UUID id, Incident incident, OnDuty.Person person) {
        Text text = texts.in(Language.AZ);
        String number = incident.number().value();
        return new NoticePost.Note(
                new NoticePost.Ref(TOPIC, id.toString()),
                new BodyCode(incident.body()),
                new Guard(incident.handling(), null),
                person.address(),
                new NoticePost.Words(
                        number,
                        incident.path(),
                        text.of("incident.mail.subject", number),
                        text.of(
                                "incident.mail.words",
                                number,
                                incident.title(),
                                text.time(incident.moments().firstAt()))));
    }

    /** Who is on duty; without a roster, whoever has the role. */
    private List<OnDuty.Person> people(Incident incident, Due due, Instant now) {
        BodyCode own = new BodyCode(incident.body());
        return switch (due.whom()) {
            case "own" -> onDuty(own, "officer", Role.CERT_ANALYST, now);
            case "own-head" -> onDuty(own, "head", Role.COORDINATOR, now);
            default -> onDuty(new BodyCode(due.coordinator()), "officer", Role.CERT_ANALYST, now);
        };
    }

    private List<OnDuty.Person> onDuty(BodyCode body, String duty, Role role, Instant now) {
        List<OnDuty.Person> there = roster.at(body, duty, now);
        return there.isEmpty()
                ? accounts.of(body).stream()
                        .filter(Account::active)
                        .filter(one -> one.roles().contains(role))
                        .limit(PEOPLE_MAX)
                        .map(one -> person(one.id().toString(), one.displayName()))
                        .toList()
                : there.stream().distinct().limit(PEOPLE_MAX).toList();
    }

    private OnDuty.Person person(String account, String name) {
        return new OnDuty.Person(account, name, roster.address(account), "");
    }

    @EventListener
    void on(NoticeMoved moved) {
        if (!moved.ref().topic().equals(TOPIC)) {
            return;
        }
        String state =
                switch (moved.state()) {
                    case SENT -> "sent";
                    case TROUBLED -> "queued";
                    case GIVEN_UP, BOUNCED -> "failed";
                };
        store.settle(UUID.fromString(moved.ref().key()), state, moved.trouble());
    }
}
