package az.qalxan.cooperation.conversation;

import az.qalxan.access.Caller;
import az.qalxan.access.Handling;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.cooperation.Incoming;
import az.qalxan.cooperation.RequestDesk;
import az.qalxan.cooperation.paper.PaperRead;
import az.qalxan.cooperation.paper.PaperReader;
import az.qalxan.database.Sha256;
import az.qalxan.reporting.CleanText;
import az.qalxan.transmission.Attached;
import az.qalxan.transmission.LetterReceived;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes mails in: a paper that can be read becomes a request at once, everything else waits for a
 * person who classifies it. No mail is dropped, and the same mail is taken once.
 */
@Component
class LetterBox {

    private static final int WORDS_MAX = 9_000;

    private final LetterStore store;
    private final Incoming incoming;
    private final RequestDesk desk;
    private final AuditLog audit;
    private final Clock clock;

    LetterBox(LetterStore store, Incoming incoming, RequestDesk desk, AuditLog audit, Clock clock) {
        this.store = store;
        this.incoming = incoming;
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
    }

    /** What was found in a mail. */
    private record Found(String paper, String signature, Map<String, String> fields, String flaws) {

        static final Found NOTHING = new Found("", "", Map.of(), "");
    }

    @EventListener
    void on(LetterReceived mail) {
        Found found = found(mail);
        Mailed waiting = letter(mail, found, clock.instant());
        Mailed letter = found.fields().isEmpty() ? waiting : entered(waiting);
        String body = desk.owner(letter.field("kind").isEmpty() ? "" : letter.field("kind"));
        if (store.add(letter, new LetterStore.Kept(body, Handling.AMBER.rank()))) {
            audit.record(
                    ConversationAct.LETTER_TAKEN,
                    AuditSubject.of("mail", mail.id()),
                    Map.of("state", letter.state(), "paper", letter.paper()));
        }
    }

    private Found found(LetterReceived mail) {
        Found found = Found.NOTHING;
        for (Attached file : mail.files()) {
            boolean pdf =
                    file.mediaType().equals("application/pdf") || file.name().endsWith(".pdf");
            if (pdf && found.fields().isEmpty()) {
                found = read(file);
            }
        }
        return found;
    }

    private Found read(Attached file) {
        return switch (PaperReader.read(file.content())) {
            case PaperRead.Understood paper -> {
                Map<String, String> fields = new HashMap<>(PaperFields.of(paper.form()));
                if (!fields.isEmpty()) {
                    fields.put("state", desk.stateAt(fields.getOrDefault("zone", "")));
                }
                yield new Found(
                        paper.kind(), paper.signature().state().code(), Map.copyOf(fields), "");
            }
            case PaperRead.NotUnderstood other ->
                    new Found(
                            "", other.signature().state().code(), Map.of(), places(other.flaws()));
        };
    }

    private static String places(List<Violation> flaws) {
        return flaws.stream()
                .limit(5)
                .map(one -> one.location() + " " + one.key())
                .collect(Collectors.joining("; "));
    }

    private static Mailed letter(LetterReceived mail, Found found, Instant now) {
        String words = CleanText.of(mail.text());
        return new Mailed(
                mail.id(),
                mail.messageId(),
                mail.from(),
                mail.verifiedBy(),
                mail.encrypted(),
                CleanText.of(mail.subject()),
                words.length() > WORDS_MAX ? words.substring(0, WORDS_MAX) + "…" : words,
                digest(mail),
                found.flaws(),
                mail.files().stream().map(Attached::name).toList(),
                found.paper(),
                found.signature(),
                found.fields(),
                now,
                "waiting",
                "",
                null,
                "",
                "");
    }

    private static String digest(LetterReceived mail) {
        StringBuilder all = new StringBuilder(mail.subject()).append('\n').append(mail.text());
        mail.files().forEach(file -> all.append('\n').append(Sha256.of(file.content())));
        return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The letter as it stands after its paper was tried as a request. */
    private Mailed entered(Mailed letter) {
        return switch (take(letter, letter.prefilled(), letter.sender())) {
            case Incoming.Taken taken -> with(letter, "entered", taken.number(), "");
            case Incoming.Wrong wrong -> with(letter, "waiting", "", places(wrong.violations()));
        };
    }

    private static Mailed with(Mailed one, String state, String number, String trouble) {
        return new Mailed(
                one.mail(),
                one.messageId(),
                one.sender(),
                one.verifiedBy(),
                one.encrypted(),
                one.subject(),
                one.words(),
                one.digest(),
                trouble,
                one.files(),
                one.paper(),
                one.signature(),
                one.prefilled(),
                one.at(),
                state,
                number,
                one.settledAt(),
                one.settledBy(),
                one.reason());
    }

    private Incoming.Outcome take(Mailed letter, Map<String, String> fields, String author) {
        return incoming.take(
                new Incoming.Message("mail", letter.key(), author),
                PaperFields.request(fields, letter.at()));
    }

    /** The letters; that they were shown is recorded. */
    @Transactional
    public List<Mailed> show(Caller caller) {
        audit.record(
                ConversationAct.LETTERS_VIEWED,
                AuditSubject.of("letter-list", caller.body().value()));
        return store.all();
    }

    /** Enters a letter as the request that a person read in it; the answer is its number. */
    @Transactional
    public String enter(UUID mail, Map<String, String> fields, Caller caller) {
        Mailed letter = waiting(mail);
        return switch (take(letter, fields, caller.name())) {
            case Incoming.Wrong wrong ->
                    throw ProblemFound.with(WebProblem.INVALID_INPUT, wrong.violations());
            case Incoming.Taken taken -> {
                settle(mail, new LetterStore.Settled("entered", taken.number(), "", caller.name()));
                audit.record(
                        ConversationAct.LETTER_ENTERED,
                        AuditSubject.of("mail", mail),
                        Map.of("request", taken.number()));
                yield taken.number();
            }
        };
    }

    /** Sets a letter aside for a written reason: it asks for nothing. */
    @Transactional
    public void setAside(UUID mail, String reason, Caller caller) {
        waiting(mail);
        settle(mail, new LetterStore.Settled("set-aside", "", reason, caller.name()));
        audit.record(ConversationAct.LETTER_SET_ASIDE, AuditSubject.of("mail", mail));
    }

    private Mailed waiting(UUID mail) {
        @Nullable Mailed letter = store.find(mail).orElse(null);
        if (letter == null) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        if (!letter.waiting()) {
            throw ProblemFound.of(ConversationProblem.LETTER_SETTLED, letter.settledBy());
        }
        return letter;
    }

    private void settle(UUID mail, LetterStore.Settled settled) {
        if (!store.settle(mail, settled)) {
            throw ProblemFound.of(ConversationProblem.LETTER_SETTLED, "");
        }
    }
}
