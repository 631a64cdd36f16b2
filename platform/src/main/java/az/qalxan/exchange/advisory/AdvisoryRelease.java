package az.qalxan.exchange.advisory;

import az.qalxan.access.Caller;
import az.qalxan.access.Verb;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.transmission.MailKeys;
import az.qalxan.web.ProblemFound;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How an edition goes out: two people other than its writer approve it, and it is signed. */
@Component
class AdvisoryRelease {

    static final int APPROVALS = 2;
    private static final int WORDS_MAX = 2_000;

    private final AdvisoryDesk desk;
    private final AdvisoryStore store;
    private final AdvisoryFileStore files;
    private final AdvisoryDocument documents;
    private final MailKeys keys;
    private final AuditLog audit;
    private final Clock clock;

    AdvisoryRelease(
            AdvisoryDesk desk,
            AdvisoryStore store,
            AdvisoryFileStore files,
            AdvisoryDocument documents,
            MailKeys keys,
            AuditLog audit,
            Clock clock) {
        this.desk = desk;
        this.store = store;
        this.files = files;
        this.documents = documents;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    /** Approves; with the second approval it is out. */
    @Transactional
    public void approve(Caller caller, String number) {
        Advisory one = asked(caller, number);
        sign(one, caller, true, "");
        audit.record(AdvisoryAct.APPROVED, AuditSubject.of(AdvisoryDesk.SUBJECT, number));
        long approvals =
                store.signatures(one.id(), one.round()).stream()
                        .filter(AdvisoryStore.Signature::approves)
                        .count();
        if (approvals >= APPROVALS) {
            letOut(one, caller);
        }
    }

    /** Sends it back to its writer, with the reason; approvals so far no longer count. */
    @Transactional
    public void sendBack(Caller caller, String number, String words) {
        Advisory one = asked(caller, number);
        String bare = words.strip();
        sign(one, caller, false, bare.substring(0, Math.min(bare.length(), WORDS_MAX)));
        desk.move(one, "waiting", "draft");
        audit.record(AdvisoryAct.SENT_BACK, AuditSubject.of(AdvisoryDesk.SUBJECT, number));
    }

    private Advisory asked(Caller caller, String number) {
        Advisory one = desk.own(caller, number);
        desk.may(caller, Verb.DECIDE, one.handling());
        if (!one.waiting()) {
            throw ProblemFound.of(AdvisoryProblem.MOVED_ON);
        }
        String account = caller.account().toString();
        boolean spoke =
                store.signatures(one.id(), one.round()).stream()
                        .anyMatch(signature -> signature.account().equals(account));
        if (spoke || one.course().account().equals(account)) {
            throw ProblemFound.of(AdvisoryProblem.SAME_PERSON);
        }
        return one;
    }

    private void sign(Advisory one, Caller caller, boolean approves, String words) {
        store.sign(
                one,
                new AdvisoryStore.Signature(
                        caller.account().toString(),
                        caller.name(),
                        clock.instant(),
                        approves,
                        words));
    }

    private void letOut(Advisory one, Caller caller) {
        List<AdvisoryDocument.Edition> before = desk.editions(one);
        Instant now = after(before, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        AdvisoryDesk.Preview made = desk.preview(one, now);
        if (!made.verdict().isValid()) {
            throw ProblemFound.of(AdvisoryProblem.NOT_VALID);
        }
        Instant first = before.isEmpty() ? now : before.getFirst().at();
        AdvisoryFile file =
                new AdvisoryFile(
                        UUID.randomUUID(),
                        one.id(),
                        one.number(),
                        documents.namespace(),
                        String.valueOf(before.size() + 1),
                        one.body(),
                        one.handling(),
                        one.title(),
                        one.said().text("status"),
                        true,
                        new AdvisoryFile.Dates(first, now, now, caller.name()),
                        proof(made.text()));
        if (!files.keep(file, made.text())) {
            throw ProblemFound.of(AdvisoryProblem.TAKEN);
        }
        desk.move(one, "waiting", "released");
        audit.record(
                AdvisoryAct.RELEASED,
                AuditSubject.of(AdvisoryDesk.SUBJECT, one.number()),
                Map.of(
                        "edition", file.version(),
                        "marking", one.handling().label(),
                        "sha256", file.proof().sha256()));
    }

    /** Two editions within a second would have no order in the history. */
    private static Instant after(List<AdvisoryDocument.Edition> before, Instant now) {
        if (before.isEmpty() || before.getLast().at().isBefore(now)) {
            return now;
        }
        return before.getLast().at().plusSeconds(1);
    }

    private AdvisoryFile.Proof proof(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new AdvisoryFile.Proof(
                Digests.sha256(bytes), Digests.sha512(bytes), keys.signatureOf(bytes));
    }
}
