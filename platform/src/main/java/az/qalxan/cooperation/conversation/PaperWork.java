package az.qalxan.cooperation.conversation;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.CompartmentId;
import az.qalxan.audit.AuditLog;
import az.qalxan.cooperation.RequestDesk;
import az.qalxan.cooperation.RequestView;
import az.qalxan.cooperation.paper.Article31Form;
import az.qalxan.cooperation.paper.Letter;
import az.qalxan.cooperation.paper.Paper;
import az.qalxan.cooperation.paper.PaperForm;
import az.qalxan.cooperation.paper.PaperLanguage;
import az.qalxan.cooperation.paper.Papers;
import az.qalxan.cooperation.paper.PreservationForm;
import az.qalxan.transmission.Attached;
import az.qalxan.transmission.Guard;
import az.qalxan.transmission.SecurePost;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes, shows and mails the papers of a request. */
@Component
class PaperWork {

    private final RequestDesk desk;
    private final PaperForms forms;
    private final Papers papers;
    private final PaperStore store;
    private final WordStore words;
    private final SecurePost post;
    private final AuditLog audit;
    private final Clock clock;
    private final Supplier<UUID> ids = UUID::randomUUID;

    PaperWork(
            RequestDesk desk,
            PaperForms forms,
            Papers papers,
            PaperStore store,
            WordStore words,
            SecurePost post,
            AuditLog audit,
            Clock clock) {
        this.desk = desk;
        this.forms = forms;
        this.papers = papers;
        this.store = store;
        this.words = words;
        this.post = post;
        this.audit = audit;
        this.clock = clock;
    }

    /** A paper that somebody wants. */
    record Wanted(String kind, PaperLanguage language, String words) {}

    /** Makes a signed paper of that kind from the request and keeps it. */
    @Transactional
    public UUID make(String number, Wanted wanted, Caller caller) {
        RequestView request = desk.require(number);
        PaperForms.Added added =
                new PaperForms.Added(wanted.language(), wanted.words(), files(request), caller);
        PaperForm form =
                forms.form(request, wanted.kind(), added)
                        .orElseThrow(() ->
                                ProblemFound.with(
                                        WebProblem.INVALID_INPUT,
                                        List.of(
                                                Violation.at(
                                                        "kind",
                                                        "talk.wrong.paper",
                                                        wanted.kind()))));
        Paper paper =
                switch (form) {
                    case PreservationForm one -> papers.preservation(one);
                    case Article31Form one -> papers.subscriberInformation(one);
                    case Letter one -> papers.letter(one);
                };
        UUID id = ids.get();
        store.add(
                id,
                new PaperStore.Made(
                        request.head().id(), wanted.kind(), clock.instant(), caller.name()),
                paper);
        audit.record(
                ConversationAct.PAPER_MADE,
                Talk.subject(number),
                Map.of("kind", wanted.kind(), "digest", paper.sha256()));
        return id;
    }

    /** The files that were given with answers so far. */
    private List<Letter.Enclosure> files(RequestView request) {
        return words.of(request.head().id()).stream()
                .filter(WordRow::out)
                .flatMap(word -> word.files().stream())
                .map(file -> new Letter.Enclosure(file.name(), file.bytes(), file.sha256()))
                .toList();
    }

    /** Shows a paper; the view is recorded. */
    @Transactional
    public Paper show(String number, UUID id) {
        Paper paper = find(desk.require(number), id);
        audit.record(
                ConversationAct.PAPER_VIEWED,
                Talk.subject(number),
                Map.of("digest", paper.sha256()));
        return paper;
    }

    private Paper find(RequestView request, UUID id) {
        return store.find(request.head().id(), id)
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** A mail to write around a paper. */
    record Envelope(String to, String subject, String text) {}

    /** Gives a paper to secure mail; refused when its marking asks for a key that is not there. */
    @Transactional
    public void mail(String number, UUID id, Envelope envelope, Caller caller) {
        RequestView request = desk.require(number);
        Paper paper = find(request, id);
        @Nullable UUID compartment = request.head().sight().compartment();
        Guard guard =
                new Guard(
                        request.head().sight().handling(),
                        compartment == null ? null : new CompartmentId(compartment));
        switch (posted(envelope, caller.body(), guard, paper)) {
            case SecurePost.NoKey none ->
                    throw ProblemFound.of(ConversationProblem.MAIL_WITHOUT_KEY, none.recipient());
            case SecurePost.Queued(UUID mail, String protection) -> {
                store.mailed(
                        id,
                        new KeptPaper.Mailed(mail, envelope.to(), clock.instant(), protection),
                        caller.name());
                audit.record(
                        ConversationAct.PAPER_MAILED,
                        Talk.subject(number),
                        Map.of("mail", mail.toString(), "digest", paper.sha256()));
            }
        }
    }

    private SecurePost.Posted posted(Envelope envelope, BodyCode body, Guard guard, Paper paper) {
        try {
            return post.post(
                    new SecurePost.Letter(
                            body,
                            guard,
                            envelope.to().strip(),
                            envelope.subject(),
                            envelope.text(),
                            List.of(
                                    new Attached(
                                            paper.fileName(), "application/pdf", paper.pdf()))));
        } catch (IllegalArgumentException e) {
            throw ConversationController.wrong("to", "talk.wrong.mail", envelope.to());
        }
    }
}
