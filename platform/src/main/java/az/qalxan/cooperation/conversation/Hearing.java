package az.qalxan.cooperation.conversation;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.cooperation.Incoming;
import az.qalxan.cooperation.IncomingRequest;
import az.qalxan.cooperation.OtherSide;
import az.qalxan.cooperation.RequestDesk;
import az.qalxan.cooperation.RequestView;
import az.qalxan.transmission.MessageReceived;
import az.qalxan.web.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes what a peer says about requests, in the transaction that takes its message. Whatever cannot
 * be done is kept and refused back in words; an objection is never answered by another one.
 */
@Component
class Hearing {

    private static final Objection TOO_MUCH =
            new Objection(
                    "too-much",
                    Effects.REMARK_CHARS_MAX + "; " + Effects.REMARKS_A_DAY_MAX + "/24 h");

    private final ThreadStore threads;
    private final WordStore words;
    private final Effects effects;
    private final Incoming incoming;
    private final OtherSide other;
    private final RequestDesk desk;
    private final AuditLog audit;
    private final Supplier<UUID> ids = UUID::randomUUID;

    Hearing(
            ThreadStore threads,
            WordStore words,
            Effects effects,
            Incoming incoming,
            OtherSide other,
            RequestDesk desk,
            AuditLog audit) {
        this.threads = threads;
        this.words = words;
        this.effects = effects;
        this.incoming = incoming;
        this.other = other;
        this.desk = desk;
        this.audit = audit;
    }

    @EventListener
    void on(MessageReceived message) {
        if (message.kind().startsWith(WordKind.FAMILY)) {
            switch (WordJson.read(message.kind(), message.contents().json())) {
                case WordRead.Understood(Spoken spoken) -> hear(message, spoken);
                case WordRead.NotUnderstood wrong ->
                        object(
                                new Heard(message, wrong.reference(), null, "{}"),
                                new Objection("unreadable", places(wrong.flaws())));
            }
        }
    }

    /** A message, and what is known of it. */
    private record Heard(
            MessageReceived message,
            @Nullable UUID reference,
            @Nullable UUID request,
            String kept) {

        /** What is refused because it is too much is not kept either. */
        Heard withoutWords() {
            return new Heard(message, reference, request, "{}");
        }
    }

    /** Why a word is refused. */
    private record Objection(String code, String words) {}

    private void hear(MessageReceived message, Spoken spoken) {
        String kept = WordJson.kept(spoken.number(), spoken.word());
        Optional<TalkThread> thread = threads.named(message.with().peer(), spoken.reference());
        boolean own = thread.filter(one -> one.with().equals(message.with())).isPresent();
        if (spoken.word() instanceof Word.Asked asked && thread.isEmpty()) {
            ask(new Heard(message, spoken.reference(), null, kept), spoken, asked);
        } else if (!own) {
            object(
                    new Heard(message, spoken.reference(), null, kept),
                    new Objection("unknown-request", ""));
        } else {
            hear(new Heard(message, spoken.reference(), thread.get().request(), kept), spoken);
        }
    }

    private void ask(Heard heard, Spoken spoken, Word.Asked asked) {
        MessageReceived message = heard.message();
        String peer = message.with().peer();
        boolean same =
                threads.stateOf(message.with())
                        .filter(state -> !state.equals(asked.state()))
                        .isEmpty();
        if (!same) {
            object(heard, new Objection("other-state", asked.state()));
            return;
        }
        Incoming.Outcome outcome =
                incoming.take(
                        new Incoming.Message("peer", peer + ":" + spoken.reference(), peer),
                        request(asked, spoken.number(), message));
        switch (outcome) {
            case Incoming.Wrong wrong ->
                    object(heard, new Objection("wrong-request", places(wrong.violations())));
            case Incoming.Taken taken -> {
                UUID id = desk.require(taken.number()).head().id();
                threads.begin(new TalkThread(id, spoken.reference(), message.with()));
                keep(new Heard(message, spoken.reference(), id, heard.kept()), "taken");
                follow(peer, id, asked);
            }
        }
    }

    private void follow(String peer, UUID assistance, Word.Asked asked) {
        @Nullable UUID preservation = asked.follows();
        if (preservation != null) {
            threads.named(peer, preservation)
                    .ifPresent(thread -> other.follow(assistance, thread.request(), peer));
        }
    }

    private static IncomingRequest request(
            Word.Asked asked, String number, MessageReceived message) {
        return new IncomingRequest(
                asked.kind(),
                asked.state(),
                asked.authority(),
                asked.zone(),
                number,
                asked.person(),
                asked.email(),
                asked.phone(),
                asked.address(),
                asked.offence(),
                asked.facts(),
                asked.data(),
                asked.custodian(),
                asked.necessity(),
                asked.emergency(),
                asked.handling(),
                message.at());
    }

    private void hear(Heard heard, Spoken spoken) {
        RequestView request = desk.lock(java.util.Objects.requireNonNull(heard.request()));
        boolean byAsker = request.head().incoming();
        if (!WordKind.of(spoken.word()).mayBeSaid(byAsker)) {
            object(heard, new Objection("not-yours", ""));
            return;
        }
        if (spoken.word() instanceof Word.Asked) {
            object(heard, new Objection("asked-already", ""));
            return;
        }
        String peer = heard.message().with().peer();
        switch (effects.of(request, new Effects.By(peer, spoken.number()), spoken.word())) {
            case MOVED -> keep(heard, "taken");
            case NOTED -> keep(heard, "noted");
            case IMPOSSIBLE -> object(heard, new Objection("state", request.state()));
            case AHEAD_OF_TIME -> object(heard, new Objection("future", ""));
            case TOO_MUCH -> object(heard.withoutWords(), TOO_MUCH);
        }
    }

    private void keep(Heard heard, String state) {
        store(heard, state, new Objection("", ""));
        audit.record(
                ConversationAct.HEARD,
                AuditSubject.of("word", heard.message().id()),
                Map.of("kind", heard.message().kind(), "peer", heard.message().with().peer()));
    }

    private void store(Heard heard, String state, Objection why) {
        MessageReceived message = heard.message();
        words.add(
                new WordStore.Fresh(
                        message.id(),
                        WordStore.IN,
                        heard.request(),
                        message.with(),
                        heard.reference(),
                        message.kind(),
                        heard.kept(),
                        message.with().peer(),
                        state,
                        why.code(),
                        why.words()),
                message.contents().files());
    }

    /** Keeps the word as refused and says so to whoever said it. */
    private void object(Heard heard, Objection why) {
        MessageReceived message = heard.message();
        store(heard, "refused", why);
        audit.record(
                ConversationAct.OBJECTED,
                AuditSubject.of("word", message.id()),
                Map.of("reason", why.code(), "peer", message.with().peer()));
        boolean answerable =
                heard.reference() != null && !message.kind().equals(WordKind.OBJECTION.wire());
        if (answerable) {
            words.add(
                    new WordStore.Fresh(
                            ids.get(),
                            WordStore.OUT,
                            heard.request(),
                            message.with(),
                            heard.reference(),
                            WordKind.OBJECTION.wire(),
                            WordJson.kept(
                                    "", new Word.Objected(message.id(), why.code(), why.words())),
                            "",
                            "waiting",
                            "",
                            ""),
                    List.of());
        }
    }

    private static String places(List<Violation> flaws) {
        return flaws.stream()
                .limit(10)
                .map(one -> one.location() + " " + one.key() + " " + one.arguments())
                .collect(Collectors.joining("; "));
    }
}
