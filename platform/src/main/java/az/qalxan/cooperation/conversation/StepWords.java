package az.qalxan.cooperation.conversation;

import az.qalxan.cooperation.OtherSide;
import az.qalxan.cooperation.RequestDesk;
import az.qalxan.cooperation.RequestHead;
import az.qalxan.cooperation.RequestMoved;
import az.qalxan.cooperation.RequestStep;
import az.qalxan.cooperation.RequestView;
import az.qalxan.cooperation.Said;
import az.qalxan.cooperation.Substance;
import az.qalxan.directory.Directory;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the other side of the steps taken here that concern it, in the transaction of the step.
 * What a person only records of the other side, or takes back, is not told.
 */
@Component
class StepWords {

    private final RequestDesk desk;
    private final ThreadStore threads;
    private final WordStore words;
    private final Talk talk;
    private final OtherSide other;
    private final Directory directory;

    StepWords(
            RequestDesk desk,
            ThreadStore threads,
            WordStore words,
            Talk talk,
            OtherSide other,
            Directory directory) {
        this.desk = desk;
        this.threads = threads;
        this.words = words;
        this.talk = talk;
        this.other = other;
        this.directory = directory;
    }

    @EventListener
    void on(RequestMoved moved) {
        Optional<TalkThread> thread = threads.of(moved.request());
        if (thread.isEmpty()) {
            return;
        }
        if (moved.step() instanceof RequestStep.Renew) {
            other.answered(moved.request(), OtherSide.EXTENSION_ASKED, moved.author());
        }
        RequestView request = desk.find(moved.request()).orElseThrow();
        word(request, moved.step())
                .ifPresent(word ->
                        talk.say(
                                new Talk.Saying(
                                        thread.get(),
                                        request.head().number().value(),
                                        word,
                                        AnswerFiles.files()),
                                moved.author()));
    }

    private Optional<Word> word(RequestView request, RequestStep step) {
        return request.head().incoming() ? answering(request, step) : asking(request, step);
    }

    private Optional<Word> asking(RequestView request, RequestStep step) {
        return Optional.ofNullable(
                switch (step) {
                    case RequestStep.Send ignored -> asked(request);
                    case RequestStep.Withdraw it -> new Word.Withdrawn(it.reason());
                    case RequestStep.Let it -> new Word.Withdrawn(it.reason());
                    case RequestStep.Close it -> new Word.Closed(it.words());
                    case RequestStep.Confirm ignored -> null;
                    case RequestStep.Acknowledge ignored -> null;
                    case RequestStep.Undo ignored -> null;
                    case RequestStep.Begin ignored -> null;
                    case RequestStep.AnswerInPart ignored -> null;
                    case RequestStep.Execute ignored -> null;
                    case RequestStep.Refuse ignored -> null;
                    case RequestStep.Preserve ignored -> null;
                    case RequestStep.Renew ignored -> null;
                });
    }

    private Optional<Word> answering(RequestView request, RequestStep step) {
        return Optional.ofNullable(
                switch (step) {
                    case RequestStep.Acknowledge ignored -> acknowledged(request);
                    case RequestStep.AnswerInPart it ->
                            new Word.Answered(false, it.words(), it.conditions());
                    case RequestStep.Execute it ->
                            new Word.Answered(true, it.words(), it.conditions());
                    case RequestStep.Refuse it -> refused(request, it);
                    case RequestStep.Preserve it ->
                            new Word.Preserved(it.orderedAt(), it.effectAt());
                    case RequestStep.Renew it ->
                            new Word.ExtensionGranted(it.orderedAt(), it.reason());
                    case RequestStep.Let it -> new Word.Released(it.reason());
                    case RequestStep.Close it -> new Word.Closed(it.words());
                    case RequestStep.Withdraw it -> new Word.Remark(it.reason());
                    case RequestStep.Send ignored -> null;
                    case RequestStep.Confirm ignored -> null;
                    case RequestStep.Undo ignored -> null;
                    case RequestStep.Begin ignored -> null;
                });
    }

    /** Told once: an acknowledgement that was taken back and given again is no news. */
    private @org.jspecify.annotations.Nullable Word acknowledged(RequestView request) {
        return words.said(request.head().id(), WordKind.ACKNOWLEDGEMENT)
                ? null
                : new Word.Acknowledged(name(request));
    }

    private String name(RequestView request) {
        return directory
                .organisation(request.head().sight().body())
                .map(body -> body.name().en())
                .orElse(request.head().sight().body().value());
    }

    private static Word refused(RequestView request, RequestStep.Refuse step) {
        Optional<Said> ground =
                request.grounds().stream()
                        .filter(one -> one.id().equals(step.ground()))
                        .findFirst();
        return new Word.Refused(
                ground.map(Said::en).orElse(step.ground()),
                ground.map(Said::clause).orElse(""),
                step.reason());
    }

    private Word asked(RequestView request) {
        RequestHead head = request.head();
        Substance what = head.substance();
        ZoneId zone = desk.home().zone();
        return new Word.Asked(
                request.kind(),
                head.emergency(),
                head.sight().handling().name(),
                desk.home().state(),
                name(request),
                zone.getId(),
                "",
                "",
                "",
                "",
                request.basis().clause(),
                what.offence(),
                what.facts(),
                what.data(),
                what.custodian(),
                what.necessity(),
                head.follows());
    }
}
