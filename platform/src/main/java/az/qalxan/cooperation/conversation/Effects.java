package az.qalxan.cooperation.conversation;

import az.qalxan.cooperation.OtherSide;
import az.qalxan.cooperation.RequestStep;
import az.qalxan.cooperation.RequestView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a word of the other side does to the request of which it speaks. */
@Component
class Effects {

    /** How far the other side's clock may go before ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /** Longer remarks are refused; what is longer is sent as a file with an answer. */
    static final int REMARK_CHARS_MAX = 4_000;

    /** More remarks of a peer about one request within a day are refused. */
    static final int REMARKS_A_DAY_MAX = 50;

    private final OtherSide other;
    private final WordStore words;
    private final Clock clock;

    Effects(OtherSide other, WordStore words, Clock clock) {
        this.other = other;
        this.words = words;
        this.clock = clock;
    }

    /** What came of a word. */
    enum Done {
        /** The request has another state. */
        MOVED,
        /** The request stands as it stood; the word is kept beside it. */
        NOTED,
        /** The request's state does not allow it. */
        IMPOSSIBLE,
        /** It speaks of a moment that has not come. */
        AHEAD_OF_TIME,
        /** More is said than is kept. */
        TOO_MUCH
    }

    /** Whose word it is, and the request's number there. */
    record By(String peer, String number) {}

    Done of(RequestView request, By by, Word word) {
        return switch (word) {
            case Word.Acknowledged ignored -> acknowledged(request, by);
            case Word.Preserved it ->
                    late(it.effect()) || late(it.ordered())
                            ? Done.AHEAD_OF_TIME
                            : once(
                                    request,
                                    by,
                                    new RequestStep.Preserve(it.ordered(), it.effect()),
                                    "preserved",
                                    "renewed");
            case Word.ExtensionGranted it ->
                    late(it.ordered())
                            ? Done.AHEAD_OF_TIME
                            : move(request, by, new RequestStep.Renew(it.ordered(), it.reason()));
            case Word.ExtensionAsked ignored -> asked(request, by);
            case Word.ExtensionRefused ignored -> extension(request);
            case Word.Answered it ->
                    move(
                            request,
                            by,
                            it.complete()
                                    ? new RequestStep.Execute(it.words(), it.conditions())
                                    : new RequestStep.AnswerInPart(it.words(), it.conditions()));
            case Word.Refused it ->
                    once(request, by, new RequestStep.Refuse(it.ground(), it.reason()), "refused");
            case Word.Released it ->
                    once(request, by, new RequestStep.Let(it.reason()), "released", "withdrawn");
            case Word.Withdrawn it -> withdrawn(request, by, it);
            case Word.Closed it -> once(request, by, new RequestStep.Close(it.words()), "closed");
            case Word.Remark it -> remark(request, by, it);
            case Word.Objected it -> objected(by, it);
            case Word.Asked ignored -> Done.IMPOSSIBLE;
        };
    }

    private Done remark(RequestView request, By by, Word.Remark word) {
        Instant day = clock.instant().minus(Duration.ofDays(1));
        return word.words().length() > REMARK_CHARS_MAX
                        || words.remarks(request.head().id(), by.peer(), day) >= REMARKS_A_DAY_MAX
                ? Done.TOO_MUCH
                : Done.NOTED;
    }

    private boolean late(Instant moment) {
        return moment.isAfter(clock.instant().plus(CLOCKS_DIFFER));
    }

    private Done move(RequestView request, By by, RequestStep step) {
        return switch (other.hear(request.head().id(), step, by.peer())) {
            case OtherSide.Moved ignored -> Done.MOVED;
            case OtherSide.Impossible ignored -> Done.IMPOSSIBLE;
        };
    }

    /** A word that says what stands here already changes nothing and is no mistake. */
    private Done once(RequestView request, By by, RequestStep step, String... already) {
        return List.of(already).contains(request.state()) ? Done.NOTED : move(request, by, step);
    }

    private Done acknowledged(RequestView request, By by) {
        if (request.is("sent")) {
            return move(request, by, new RequestStep.Confirm(by.number()));
        }
        if (request.open() && !by.number().isEmpty()) {
            other.refer(request.head().id(), by.number(), by.peer());
        }
        return Done.NOTED;
    }

    /** Somebody here has to say whether data are held on. */
    private Done asked(RequestView request, By by) {
        Done done = extension(request);
        if (done == Done.NOTED) {
            other.call(request.head().id(), OtherSide.EXTENSION_ASKED, by.peer());
        }
        return done;
    }

    private static Done extension(RequestView request) {
        return request.is("preserved") || request.is("renewed") ? Done.NOTED : Done.IMPOSSIBLE;
    }

    /**
     * Data that are held for the other side are let go by a person here, when the law allows it.
     */
    private Done withdrawn(RequestView request, By by, Word.Withdrawn word) {
        return request.is("preserved") || request.is("renewed")
                ? Done.NOTED
                : once(
                        request,
                        by,
                        new RequestStep.Withdraw(word.reason()),
                        "withdrawn",
                        "released");
    }

    private Done objected(By by, Word.Objected word) {
        words.settle(
                new WordStore.Settled(
                        by.peer(), word.about(), "objected", "", word.code(), word.words()),
                List.of("waiting", "handed", "receipted"));
        return Done.NOTED;
    }
}
