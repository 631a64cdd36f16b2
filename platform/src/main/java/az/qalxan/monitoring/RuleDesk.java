package az.qalxan.monitoring;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.Caller;
import az.qalxan.access.GuardedModule;
import az.qalxan.access.Reach;
import az.qalxan.access.Right;
import az.qalxan.access.Verb;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with rule sets: make them, hand versions in, try them, put them into force. */
@Component
class RuleDesk {

    static final int REASON_CHARS_MIN = 10;
    static final int REASON_CHARS_MAX = 2_000;
    private static final int NAME_CHARS_MAX = 200;
    private static final int BUDGET_MAX = 1_000_000;
    private static final int BACK_TEST_DAYS_MAX = 1_096;
    private static final String SUBJECT = "rule-version";

    private final RuleStore store;
    private final BackTestStore tests;
    private final AccessPolicy policy;
    private final AuditLog audit;
    private final Clock clock;

    RuleDesk(
            RuleStore store,
            BackTestStore tests,
            AccessPolicy policy,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.tests = tests;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the caller may make sets that judge the events of all bodies. */
    boolean mayReachEvery(Caller caller) {
        return policy.ceiling(caller, new Right(GuardedModule.MONITORING, Verb.DECIDE), Reach.ANY)
                .isPresent();
    }

    /** A set that somebody wants. */
    record NewSet(String name, boolean every, int budget) {}

    @Transactional
    UUID make(Caller caller, NewSet set) {
        List<Violation> wrong = new ArrayList<>();
        String name = set.name().strip();
        if (name.isEmpty() || name.length() > NAME_CHARS_MAX) {
            wrong.add(
                    Violation.at("name", "source.wrong.length", 1, NAME_CHARS_MAX, name.length()));
        }
        budget(wrong, set.budget());
        if (set.every() && !mayReachEvery(caller)) {
            throw ProblemFound.of(WebProblem.FORBIDDEN);
        }
        pass(wrong);
        UUID id =
                store.insertSet(name, set.every(), set.budget(), caller.name(), clock.instant())
                        .orElseThrow(() ->
                                ProblemFound.with(
                                        WebProblem.INVALID_INPUT,
                                        List.of(Violation.at("name", "source.wrong.name-taken"))));
        audit.record(
                MonitoringAct.BUDGET_SET,
                AuditSubject.of("rule-set", id),
                Map.of("budget", String.valueOf(set.budget())));
        return id;
    }

    @Transactional
    void budget(UUID set, int budget) {
        List<Violation> wrong = new ArrayList<>();
        budget(wrong, budget);
        pass(wrong);
        if (!store.budget(set, budget)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        audit.record(
                MonitoringAct.BUDGET_SET,
                AuditSubject.of("rule-set", set),
                Map.of("budget", String.valueOf(budget)));
    }

    private static void budget(List<Violation> wrong, int budget) {
        if (budget < 1 || budget > BUDGET_MAX) {
            wrong.add(Violation.at("budget", "source.wrong.number", 1, BUDGET_MAX));
        }
    }

    @Transactional(readOnly = true)
    RuleVersion see(UUID version) {
        return store.version(version).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    @Transactional(readOnly = true)
    RuleStore.Set set(UUID id) {
        return store.set(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** Keeps files as the next version; where nothing is wrong with them it is tested at once. */
    @Transactional
    UUID handIn(Caller caller, UUID set, RulePackage files, String note) {
        own(caller, set(set).body());
        String words = reason("note", note);
        if (files.rules().isEmpty()) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT, List.of(Violation.at("files", "rules.wrong.none")));
        }
        RuleCheck check = RuleCheck.of(files);
        Instant now = clock.instant();
        UUID id =
                store.insertVersion(
                        set, files, check, new RuleStore.Made(caller.name(), now, words));
        store.insertFiles(id, files.files());
        store.insertRules(id, check.kept(id));
        store.note(id, "draft", caller.name(), words, now);
        audit.record(
                MonitoringAct.RULES_KEPT,
                AuditSubject.of(SUBJECT, id),
                Map.of("digest", files.digest(), "refused", String.valueOf(check.refused())));
        if (check.good()) {
            moved(caller, see(id), "tested", words);
        }
        return id;
    }

    /**
     * Moves a version to another state. What becomes active takes the place of what was; what is
     * tried takes the place of what was tried.
     */
    @Transactional
    void move(Caller caller, UUID id, String to, String why) {
        RuleVersion version = see(id);
        own(caller, version.of().body());
        String words = reason("reason", why);
        if (!next(version).contains(to)) {
            throw ProblemFound.of(MonitoringProblem.RULES_STATE);
        }
        if (to.equals("active")) {
            if (!policy.permits(caller, new Right(GuardedModule.MONITORING, Verb.DECIDE))) {
                throw ProblemFound.of(WebProblem.FORBIDDEN);
            }
            if (!store.tried(id)) {
                throw ProblemFound.of(MonitoringProblem.NOT_TRIED);
            }
            other(version, "active").ifPresent(one -> moved(caller, one, "retired", words));
        }
        if (to.equals("trial")) {
            other(version, "trial").ifPresent(one -> moved(caller, one, "tested", words));
        }
        moved(caller, version, to, words);
    }

    private java.util.Optional<RuleVersion> other(RuleVersion version, String state) {
        return store.versions(version.of().set()).stream()
                .filter(one -> one.is(state) && !one.id().equals(version.id()))
                .findFirst();
    }

    /** Where a version may go from where it is. */
    static List<String> next(RuleVersion version) {
        return switch (version.state()) {
            case "draft" ->
                    version.counts().failed() == 0
                            ? List.of("tested", "retired")
                            : List.of("retired");
            case "tested" -> List.of("trial", "active", "retired");
            case "trial" -> List.of("active", "tested", "retired");
            case "active" -> List.of("retired");
            case "retired" -> List.of("tested");
            default -> List.of();
        };
    }

    private void moved(Caller caller, RuleVersion version, String to, String why) {
        if (!store.move(version, to)) {
            throw ProblemFound.of(MonitoringProblem.CHANGED);
        }
        store.note(version.id(), to, caller.name(), why, clock.instant());
        audit.record(
                MonitoringAct.RULES_MOVED,
                AuditSubject.of(SUBJECT, version.id()),
                Map.of("from", version.state(), "to", to, "reason", why));
    }

    /** Has a version tried on what was taken in the last days. */
    @Transactional
    UUID backTest(Caller caller, UUID id, int days) {
        RuleVersion version = see(id);
        own(caller, version.of().body());
        if (days < 1 || days > BACK_TEST_DAYS_MAX) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT,
                    List.of(Violation.at("days", "source.wrong.number", 1, BACK_TEST_DAYS_MAX)));
        }
        Instant now = clock.instant();
        UUID test = tests.insert(version, now.minus(Duration.ofDays(days)), now, caller.name());
        audit.record(
                MonitoringAct.RULES_TRIED,
                AuditSubject.of(SUBJECT, id),
                Map.of("days", String.valueOf(days)));
        return test;
    }

    private static void own(Caller caller, String body) {
        if (!body.equals(caller.body().value())) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
    }

    /** The words of a reason that must be given. */
    static String reason(String field, String typed) {
        String words = typed.strip();
        if (words.length() < REASON_CHARS_MIN || words.length() > REASON_CHARS_MAX) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT,
                    List.of(
                            Violation.at(
                                    field,
                                    "source.wrong.length",
                                    REASON_CHARS_MIN,
                                    REASON_CHARS_MAX,
                                    words.length())));
        }
        return words;
    }

    private static void pass(List<Violation> wrong) {
        if (!wrong.isEmpty()) {
            throw ProblemFound.with(WebProblem.INVALID_INPUT, wrong);
        }
    }
}
