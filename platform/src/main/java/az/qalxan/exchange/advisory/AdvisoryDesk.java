package az.qalxan.exchange.advisory;

import az.qalxan.access.AccessPolicy;
import az.qalxan.access.Caller;
import az.qalxan.access.GuardedModule;
import az.qalxan.access.Handling;
import az.qalxan.access.Right;
import az.qalxan.access.Verb;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.engines.threatintel.csaf.CsafCheck;
import az.qalxan.engines.threatintel.csaf.CsafVerdict;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Where advisories are written, looked at before they are out, handed over and withdrawn. */
@Component
class AdvisoryDesk {

    static final String SUBJECT = "advisory";

    private final AdvisoryStore store;
    private final AdvisoryFileStore files;
    private final AdvisoryDocument documents;
    private final CsafCheck check;
    private final AccessPolicy policy;
    private final Jurisdiction jurisdiction;
    private final AuditLog audit;
    private final SecureRandom random;
    private final Clock clock;

    AdvisoryDesk(
            AdvisoryStore store,
            AdvisoryFileStore files,
            AdvisoryDocument documents,
            CsafCheck check,
            AccessPolicy policy,
            Jurisdiction jurisdiction,
            AuditLog audit,
            SecureRandom random,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.documents = documents;
        this.check = check;
        this.policy = policy;
        this.jurisdiction = jurisdiction;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    /** A first draft; the answer is its number. */
    @Transactional
    public String write(Caller caller, AdvisoryForm form) {
        Instant now = clock.instant();
        int year = LocalDate.ofInstant(now, jurisdiction.zone()).getYear();
        Advisory one = drafted(caller, form, AdvisoryNumber.drawn(year, random), now);
        may(caller, Verb.CREATE, one.handling());
        store.insert(one);
        audit.record(AdvisoryAct.WRITTEN, AuditSubject.of(SUBJECT, one.number()));
        return one.number();
    }

    private static Advisory drafted(Caller caller, AdvisoryForm form, String number, Instant now) {
        return new Advisory(
                UUID.randomUUID(),
                number,
                caller.body().value(),
                form.handling().orElse(Handling.CLEAR),
                form,
                "draft",
                1,
                0,
                new Advisory.Course(now, now, caller.name(), caller.account().toString()));
    }

    @Transactional
    public void change(Caller caller, String number, AdvisoryForm form) {
        Advisory old = own(caller, number);
        Handling handling = form.handling().orElse(Handling.CLEAR);
        may(caller, Verb.CREATE, handling);
        boolean moved = old.edition() > 0 && handling != old.handling();
        if (moved || !store.change(said(old, caller, form))) {
            throw ProblemFound.of(AdvisoryProblem.MOVED_ON);
        }
        audit.record(AdvisoryAct.CHANGED, AuditSubject.of(SUBJECT, number));
    }

    private Advisory said(Advisory old, Caller caller, AdvisoryForm form) {
        return new Advisory(
                old.id(),
                old.number(),
                old.body(),
                form.handling().orElse(Handling.CLEAR),
                form,
                old.state(),
                old.round(),
                old.edition(),
                new Advisory.Course(
                        old.course().madeAt(),
                        clock.instant(),
                        caller.name(),
                        caller.account().toString()));
    }

    /** What an edition would be if it went out now, and what our validation says of it. */
    record Preview(String text, CsafVerdict verdict) {}

    /**
     * @param number of the draft; empty for one that is not kept yet
     */
    @Transactional(readOnly = true)
    public Preview preview(Caller caller, String number, AdvisoryForm form) {
        Instant now = clock.instant();
        Advisory one =
                number.isEmpty()
                        ? drafted(caller, form, "QLX-0000-XXXXXXXX", now)
                        : said(seen(caller, number), caller, form);
        return preview(one, now);
    }

    Preview preview(Advisory one, Instant now) {
        JsonNode document = documents.of(one, editions(one), now);
        String text = documents.text(document);
        return new Preview(text, check.check(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Editions that are out, as the next one's history tells them. */
    List<AdvisoryDocument.Edition> editions(Advisory one) {
        return files.editions(one.id()).stream()
                .map(file ->
                        new AdvisoryDocument.Edition(
                                file.version(), file.dates().released(), summary(file)))
                .toList();
    }

    private String summary(AdvisoryFile file) {
        JsonNode document =
                tools.jackson.databind.json.JsonMapper.shared().readTree(files.document(file.id()));
        JsonNode history = document.at("/document/tracking/revision_history");
        return history.isEmpty()
                ? file.version()
                : history.get(history.size() - 1).path("summary").asString(file.version());
    }

    /** Hands the draft over to those who approve; what is not valid stays with its writer. */
    @Transactional
    public void ask(Caller caller, String number) {
        Advisory one = own(caller, number);
        may(caller, Verb.CREATE, one.handling());
        Instant now = clock.instant();
        if (!preview(one, now).verdict().isValid()) {
            throw ProblemFound.of(AdvisoryProblem.NOT_VALID);
        }
        move(one, "draft", "waiting");
        audit.record(AdvisoryAct.ASKED, AuditSubject.of(SUBJECT, number));
    }

    /** Gives up a draft of which nothing is out yet. */
    @Transactional
    public void withdraw(Caller caller, String number) {
        Advisory one = own(caller, number);
        may(caller, Verb.CREATE, one.handling());
        if (one.edition() > 0) {
            throw ProblemFound.of(AdvisoryProblem.MOVED_ON);
        }
        move(one, "draft", "withdrawn");
        audit.record(AdvisoryAct.WITHDRAWN, AuditSubject.of(SUBJECT, number));
    }

    /** Begins the next edition of what is out. */
    @Transactional
    public void reopen(Caller caller, String number) {
        Advisory one = own(caller, number);
        may(caller, Verb.CREATE, one.handling());
        move(one, "released", "draft");
        audit.record(AdvisoryAct.REOPENED, AuditSubject.of(SUBJECT, number));
    }

    void move(Advisory one, String from, String to) {
        if (!store.move(one.id(), from, to, clock.instant())) {
            throw ProblemFound.of(AdvisoryProblem.MOVED_ON);
        }
    }

    Advisory seen(Caller caller, String number) {
        return store.find(number)
                .filter(one -> one.body().equals(caller.body().value()))
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** An advisory of the caller's body, locked. */
    Advisory own(Caller caller, String number) {
        return store.locked(number)
                .filter(one -> one.body().equals(caller.body().value()))
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    void may(Caller caller, Verb verb, Handling handling) {
        Right right = new Right(GuardedModule.ADVISORY, verb);
        if (!policy.permits(caller, right, caller.body(), handling)) {
            throw ProblemFound.of(WebProblem.FORBIDDEN);
        }
    }
}
