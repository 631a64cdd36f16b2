package az.qalxan.exchange.notice;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over what others publish of owners: answers of a registry's directory, and the contacts in
 * a {@code security.txt}. An address that comes so is unverified until somebody used it.
 */
@Component
class OwnerImports {

    private static final int CHANNELS_MAX = 20;

    private final OwnerStore store;
    private final RegistryStore claims;
    private final AuditLog audit;
    private final Clock clock;

    OwnerImports(OwnerStore store, RegistryStore claims, AuditLog audit, Clock clock) {
        this.store = store;
        this.claims = claims;
        this.audit = audit;
        this.clock = clock;
    }

    /** Reads an answer; read anew it replaces what the same object said before. */
    @Transactional
    public UUID rdap(Caller caller, byte[] content) {
        Rdap answer = Rdap.read(content).orElseThrow(() -> wrong("notice.wrong.rdap"));
        Instant now = clock.instant();
        Instant since = answer.since() == null ? now : answer.since();
        UUID owner =
                Objects.requireNonNull(
                        store.ofRegistry(
                                        Map.of(answer.holder(), answer.country()),
                                        caller.name(),
                                        now)
                                .get(answer.holder()));
        String whole = "rdap/" + answer.held().getFirst().value();
        String origin = whole.substring(0, Math.min(whole.length(), 60));
        List<RegistryFile.Held> held =
                answer.held().stream()
                        .map(one ->
                                new RegistryFile.Held(
                                        answer.holder(),
                                        answer.country(),
                                        one.kind(),
                                        one.value(),
                                        since,
                                        origin))
                        .toList();
        List<UUID> owners = held.stream().map(_ -> owner).toList();
        RegistryStore.Change change = claims.registered(held, owners, now);
        int added = add(caller, owner, answer.mails());
        audit.record(
                NoticeAct.REGISTRY_READ,
                AuditSubject.of("registry", "rdap"),
                Map.of(
                        "held", "" + held.size(),
                        "changed", "" + (change.begun() + change.ended()),
                        "contacts", "" + added));
        return owner;
    }

    /** Reads the contacts of an owner's own file; the answer is how many were new. */
    @Transactional
    public int securityTxt(Caller caller, UUID owner, byte[] content) {
        Owner known = store.find(owner).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        if (!known.body().equals(caller.body().value())) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        SecurityTxt file = SecurityTxt.read(content);
        if (!file.holds(clock.instant()) || file.mails().isEmpty()) {
            List<Violation> why = new ArrayList<>();
            file.wrong()
                    .forEach(one -> why.add(Violation.at("file", "notice.security-txt." + one)));
            if (why.isEmpty()) {
                boolean over = !file.holds(clock.instant());
                why.add(
                        Violation.at(
                                "file",
                                over
                                        ? "notice.security-txt.expired"
                                        : "notice.security-txt.no-mail"));
            }
            throw ProblemFound.with(WebProblem.INVALID_INPUT, why);
        }
        int added = add(caller, owner, file.mails());
        audit.record(
                NoticeAct.CHANNEL_ENTERED,
                AuditSubject.of("network-owner", owner),
                Map.of("source", "security.txt", "added", "" + added));
        return added;
    }

    private int add(Caller caller, UUID owner, List<String> mails) {
        int rank = store.channels(List.of(owner)).size();
        int added = 0;
        for (String mail : mails) {
            if (rank + added >= CHANNELS_MAX) {
                return added;
            }
            Channel channel =
                    new Channel(
                            UUID.randomUUID(), owner, "mail", mail, rank + added + 1, "unverified");
            added += store.addChannel(channel, caller.name(), clock.instant()) ? 1 : 0;
        }
        return added;
    }

    private static ProblemFound wrong(String key) {
        return ProblemFound.with(WebProblem.INVALID_INPUT, List.of(Violation.at("file", key)));
    }
}
