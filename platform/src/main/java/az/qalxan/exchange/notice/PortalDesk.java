package az.qalxan.exchange.notice;

import az.qalxan.access.Account;
import az.qalxan.access.Accounts;
import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.UserName;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.directory.Directory;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an owner says for itself: how it wants to be told, and who handles what for it. */
@Component
class PortalDesk {

    private static final String SUBJECT = "network-owner";
    private static final int DAYS_MAX = 730;

    private final Owners owners;
    private final ClaimStore claims;
    private final OwnerRuleStore rules;
    private final DelegationStore delegations;
    private final HookKeys keys;
    private final Accounts accounts;
    private final Directory directory;
    private final NoticePack pack;
    private final AuditLog audit;
    private final Clock clock;

    PortalDesk(
            Owners owners,
            ClaimStore claims,
            OwnerRuleStore rules,
            DelegationStore delegations,
            HookKeys keys,
            Accounts accounts,
            Directory directory,
            NoticePack pack,
            AuditLog audit,
            Clock clock) {
        this.owners = owners;
        this.claims = claims;
        this.rules = rules;
        this.delegations = delegations;
        this.keys = keys;
        this.accounts = accounts;
        this.directory = directory;
        this.pack = pack;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the caller speaks for the owner: of its own organisation, or who keeps its entry. */
    static boolean speaksFor(Caller caller, Owner owner) {
        String body = caller.body().value();
        return owner.ownerBody().equals(body) || owner.body().equals(body);
    }

    private Owner own(Caller caller, UUID id) {
        Owner owner = owners.find(id);
        if (!speaksFor(caller, owner)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return owner;
    }

    /** Writes the rule; the answer is the key of a new hook, shown this once. */
    @Transactional
    public Optional<String> rule(Caller caller, UUID owner, OwnerRule rule) {
        own(caller, owner);
        boolean fresh = rule.hooked() && !rules.of(owner).hookUrl().equals(rule.hookUrl());
        Optional<String> key = fresh ? Optional.of(keys.draw()) : Optional.empty();
        rules.write(
                owner,
                rule,
                key.map(one -> keys.close(one, owner)).orElse(null),
                new OwnerRuleStore.By(caller.name(), clock.instant()));
        audit.record(
                NoticeAct.RULE_CHANGED,
                AuditSubject.of(SUBJECT, owner),
                Map.of("at-once", rule.atOnce(), "digest", rule.digest(), "hook", rule.hookUrl()));
        return key;
    }

    /**
     * What is given to whom.
     *
     * @param claim whose part it is; empty for everything
     * @param person the sign-in name of a person of the organisation; empty for everybody there
     */
    record Asked(String claim, String body, String person, String until) {}

    @Transactional
    public void delegate(Caller caller, UUID id, Asked asked) {
        Owner owner = own(caller, id);
        List<Violation> wrong = new ArrayList<>();
        Optional<Account> person = person(asked, wrong);
        Instant now = clock.instant();
        Optional<Instant> until = until(asked.until(), now, wrong);
        boolean known =
                directory.organisations().stream()
                        .anyMatch(one -> one.code().value().equals(asked.body()));
        if (!known || asked.body().equals(owner.ownerBody())) {
            wrong.add(Violation.at("body", "notice.wrong.delegate-body"));
        }
        Optional<String> held = held(id, asked.claim(), wrong);
        if (!wrong.isEmpty()) {
            throw ProblemFound.with(WebProblem.INVALID_INPUT, wrong);
        }
        delegations.give(
                new DelegationStore.Given(
                        id,
                        held.orElseThrow(),
                        asked.body(),
                        person.map(one -> one.id().toString()).orElse(""),
                        person.map(Account::displayName).orElse(""),
                        now,
                        until.orElseThrow(),
                        caller.name()));
        audit.record(
                NoticeAct.DELEGATED,
                AuditSubject.of(SUBJECT, id),
                Map.of("to", asked.body(), "held", held.orElseThrow(), "until", asked.until()));
    }

    private Optional<Account> person(Asked asked, List<Violation> wrong) {
        String bare = asked.person().strip();
        if (bare.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<Account> found =
                    accounts.find(new UserName(bare))
                            .filter(one -> one.body().equals(new BodyCode(asked.body())));
            if (found.isPresent()) {
                return found;
            }
        } catch (IllegalArgumentException e) {
            wrong.add(Violation.at("person", "notice.wrong.delegate-person", bare));
            return Optional.empty();
        }
        wrong.add(Violation.at("person", "notice.wrong.delegate-person", bare));
        return Optional.empty();
    }

    private Optional<Instant> until(String typed, Instant now, List<Violation> wrong) {
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            LocalDate today = LocalDate.ofInstant(now, pack.zone());
            if (day.isAfter(today) && !day.isAfter(today.plusDays(DAYS_MAX - 1))) {
                return Optional.of(day.atStartOfDay(pack.zone()).toInstant());
            }
        } catch (DateTimeException e) {
            wrong.add(Violation.at("until", "notice.wrong.day", typed.strip()));
            return Optional.empty();
        }
        wrong.add(Violation.at("until", "notice.wrong.delegate-until"));
        return Optional.empty();
    }

    private Optional<String> held(UUID owner, String claim, List<Violation> wrong) {
        if (claim.isEmpty()) {
            return Optional.of("");
        }
        Optional<String> found =
                claims.ofOwner(owner).stream()
                        .filter(one -> one.id().toString().equals(claim))
                        .filter(one -> one.holds(clock.instant()))
                        .map(one -> one.kind().code() + " " + one.value())
                        .findFirst();
        if (found.isEmpty()) {
            wrong.add(Violation.at("claim", "notice.wrong.delegate-claim"));
        }
        return found;
    }

    /** Takes it back, at once. */
    @Transactional
    public void revoke(Caller caller, UUID owner, UUID delegation) {
        own(caller, owner);
        if (!delegations.revoke(owner, delegation, caller.name(), clock.instant())) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        audit.record(NoticeAct.REVOKED, AuditSubject.of(SUBJECT, owner));
    }
}
