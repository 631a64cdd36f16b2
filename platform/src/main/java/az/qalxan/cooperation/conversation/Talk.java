package az.qalxan.cooperation.conversation;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.cooperation.OtherSide;
import az.qalxan.cooperation.RequestDesk;
import az.qalxan.cooperation.RequestStep;
import az.qalxan.cooperation.RequestView;
import az.qalxan.transmission.Attached;
import az.qalxan.transmission.Correspondence;
import az.qalxan.transmission.Dispatch;
import az.qalxan.web.ProblemFound;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Says things to the other side. What is said waits in a table and is handed on by a job. */
@Component
class Talk {

    private final RequestDesk desk;
    private final ThreadStore threads;
    private final WordStore words;
    private final Dispatch dispatch;
    private final OtherSide other;
    private final AuditLog audit;
    private final Supplier<UUID> ids = UUID::randomUUID;

    Talk(
            RequestDesk desk,
            ThreadStore threads,
            WordStore words,
            Dispatch dispatch,
            OtherSide other,
            AuditLog audit) {
        this.desk = desk;
        this.threads = threads;
        this.words = words;
        this.dispatch = dispatch;
        this.other = other;
        this.audit = audit;
    }

    /** To whom a request goes. */
    record Addressee(String peer, String body) {}

    /** A change that read that version of a request. */
    record Act(String number, int version, Caller caller) {}

    /**
     * Gives a draft of ours to a peer and sends it; it goes in the conversation of the preservation
     * that it follows, so that it arrives after it.
     */
    @Transactional
    public void send(Act act, Addressee to) {
        RequestView request = desk.lock(act.number());
        if (request.head().incoming() || !request.is("drafted")) {
            throw ProblemFound.of(ConversationProblem.NOT_SENDABLE, request.state());
        }
        UUID id = request.head().id();
        Correspondence with =
                TalkThread.with(
                        to.peer(),
                        request.head().sight().body().value(),
                        to.body(),
                        conversation(request, to.peer()));
        if (!dispatch.reaches(with)) {
            throw ConversationController.wrong(
                    "to", "talk.wrong.peer", to.peer() + "/" + to.body());
        }
        if (!threads.begin(new TalkThread(id, id, with))) {
            throw ProblemFound.of(ConversationProblem.NOT_SENDABLE, request.state());
        }
        audit.record(ConversationAct.BEGUN, subject(act.number()), Map.of("peer", to.peer()));
        desk.take(
                act.number(),
                act.version(),
                new RequestStep.Send("Qalxan: " + to.peer() + " (" + to.body() + ")"),
                act.caller());
    }

    private UUID conversation(RequestView request, String peer) {
        return Optional.ofNullable(request.head().follows())
                .flatMap(threads::of)
                .filter(thread -> thread.with().peer().equals(peer))
                .map(thread -> thread.with().conversation())
                .orElseGet(ids);
    }

    /** What one of ours says: the request's number here, the word, the files with it. */
    record Saying(TalkThread thread, String number, Word word, List<Attached> files) {

        Saying {
            files = List.copyOf(files);
        }
    }

    /** Says something in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void say(Saying saying, String author) {
        TalkThread thread = saying.thread();
        WordKind kind = WordKind.of(saying.word());
        words.add(
                new WordStore.Fresh(
                        ids.get(),
                        WordStore.OUT,
                        thread.request(),
                        thread.with(),
                        thread.reference(),
                        kind.wire(),
                        WordJson.kept(saying.number(), saying.word()),
                        author,
                        "waiting",
                        "",
                        ""),
                saying.files());
        audit.record(
                ConversationAct.SAID,
                subject(saying.number()),
                Map.of("kind", kind.code(), "peer", thread.with().peer()));
    }

    /** Says something that is no step, where a request stands with a peer. */
    @Transactional
    public void say(String number, Word word, Caller caller) {
        RequestView request = desk.lock(number);
        TalkThread thread = thread(request);
        if (!WordKind.of(word).mayBeSaid(!request.head().incoming())) {
            throw ProblemFound.of(ConversationProblem.NOT_SENDABLE, request.state());
        }
        say(new Saying(thread, number, word, List.of()), caller.name());
        if (word instanceof Word.ExtensionRefused) {
            other.answered(request.head().id(), OtherSide.EXTENSION_ASKED, caller.name());
        }
    }

    TalkThread thread(RequestView request) {
        return threads.of(request.head().id())
                .orElseThrow(() -> ProblemFound.of(ConversationProblem.NO_PEER));
    }

    static AuditSubject subject(String number) {
        return AuditSubject.of("request", number);
    }
}
