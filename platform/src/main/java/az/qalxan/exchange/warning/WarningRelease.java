package az.qalxan.exchange.warning;

import az.qalxan.access.Caller;
import az.qalxan.access.Verb;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.directory.Organisation;
import az.qalxan.web.ProblemFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a warning goes out: two people other than its writer approve it, or the duty officer lets it
 * out alone and somebody else looks at it within the hour.
 */
@Component
class WarningRelease {

    static final int APPROVALS = 2;
    static final int WORDS_MAX = 2_000;

    private final WarningDesk desk;
    private final WarningStore store;
    private final WarningDeliveryStore deliveries;
    private final AudienceReach reach;
    private final WarningPack pack;
    private final AuditLog audit;
    private final Clock clock;

    WarningRelease(
            WarningDesk desk,
            WarningStore store,
            WarningDeliveryStore deliveries,
            AudienceReach reach,
            WarningPack pack,
            AuditLog audit,
            Clock clock) {
        this.desk = desk;
        this.store = store;
        this.deliveries = deliveries;
        this.reach = reach;
        this.pack = pack;
        this.audit = audit;
        this.clock = clock;
    }

    /** Approves; with the second approval it is out. */
    @Transactional
    public void approve(Caller caller, String number) {
        Warning one = asked(caller, number);
        sign(one, caller, true, "");
        audit.record(WarningAct.APPROVED, AuditSubject.of(WarningDesk.SUBJECT, number));
        long approvals =
                store.signatures(one.id(), one.round()).stream()
                        .filter(WarningStore.Signature::approves)
                        .count();
        if (approvals >= APPROVALS) {
            letOut(one, new WarningStore.Release("two", caller.name(), clock.instant(), null));
        }
    }

    /** Sends it back to its writer, with the reason; approvals so far no longer count. */
    @Transactional
    public void sendBack(Caller caller, String number, String words) {
        Warning one = asked(caller, number);
        sign(one, caller, false, bounded(words));
        store.sendBack(one.id());
        audit.record(WarningAct.SENT_BACK, AuditSubject.of(WarningDesk.SUBJECT, number));
    }

    private Warning asked(Caller caller, String number) {
        Warning one = desk.own(caller, number);
        desk.may(caller, Verb.DECIDE, one.said().handling());
        if (!one.waiting()) {
            throw ProblemFound.of(WarningProblem.MOVED_ON);
        }
        String account = caller.account().toString();
        boolean spoke =
                store.signatures(one.id(), one.round()).stream()
                        .anyMatch(signature -> signature.account().equals(account));
        if (spoke || store.writers(one.id()).contains(account)) {
            throw ProblemFound.of(WarningProblem.SAME_PERSON);
        }
        return one;
    }

    private void sign(Warning one, Caller caller, boolean approves, String words) {
        store.sign(
                one,
                caller.name(),
                new WarningStore.Signature(
                        caller.account().toString(),
                        caller.name(),
                        clock.instant(),
                        approves,
                        words));
        desk.step(one, approves ? "approved" : "sent-back", caller, words);
    }

    /** The fast lane: out at once, by one person. */
    @Transactional
    public void fast(Caller caller, String number) {
        Warning one = desk.own(caller, number);
        desk.may(caller, Verb.ADMINISTER, one.said().handling());
        Instant now = clock.instant();
        letOut(one, new WarningStore.Release("fast", caller.name(), now, now.plus(pack.second())));
    }

    private void letOut(Warning one, WarningStore.Release how) {
        if (!store.release(one.id(), how)) {
            throw ProblemFound.of(WarningProblem.MOVED_ON);
        }
        Instant now = how.at();
        TreeSet<String> bodies = new TreeSet<>();
        for (Organisation organisation : reach.of(one.audience(), one.body())) {
            bodies.add(organisation.code().value());
        }
        bodies.addAll(toldBefore(one));
        deliveries.make(one, bodies, now, now.plus(Duration.ofMinutes(one.course().ackMinutes())));
        store.step(
                one.id(),
                new WarningStore.Step(
                        now,
                        "released-" + how.lane(),
                        how.by(),
                        String.valueOf(bodies.size()),
                        ""));
        audit.record(
                WarningAct.RELEASED,
                AuditSubject.of(WarningDesk.SUBJECT, one.number()),
                Map.of(
                        "lane", how.lane(),
                        "drill", String.valueOf(one.drill()),
                        "bodies", String.valueOf(bodies.size())));
    }

    /** Whoever got the warning that this one corrects or ends gets this one too. */
    private List<String> toldBefore(Warning one) {
        TreeSet<String> told = new TreeSet<>();
        Warning at = one;
        while (at.refers() != null) {
            at = store.find(at.refers()).orElseThrow();
            deliveries.of(at.id()).forEach(delivery -> told.add(delivery.toBody()));
        }
        return List.copyOf(told);
    }

    /** The second look at what went out by the fast lane. */
    @Transactional
    public void second(Caller caller, String number, boolean agrees, String words) {
        Warning one = desk.own(caller, number);
        desk.may(caller, Verb.DECIDE, one.said().handling());
        if (one.course().releasedAccount().equals(caller.account().toString())) {
            throw ProblemFound.of(WarningProblem.SAME_PERSON);
        }
        if (!store.second(one.id(), caller.name(), agrees, clock.instant())) {
            throw ProblemFound.of(WarningProblem.MOVED_ON);
        }
        desk.step(one, agrees ? "seconded" : "contested", caller, bounded(words));
        audit.record(
                WarningAct.SECONDED,
                AuditSubject.of(WarningDesk.SUBJECT, number),
                Map.of("agrees", String.valueOf(agrees)));
    }

    static String bounded(String words) {
        String bare = words.strip();
        return bare.substring(0, Math.min(bare.length(), WORDS_MAX));
    }
}
