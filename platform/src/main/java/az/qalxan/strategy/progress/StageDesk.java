package az.qalxan.strategy.progress;

import az.qalxan.access.Caller;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Stage;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a coordinator can say of stages, for the modules that let somebody say it. */
@Component
public class StageDesk {

    private final Speaking speaking;
    private final StageFiles files;
    private final EvidenceReading reading;

    StageDesk(Speaking speaking, StageFiles files, EvidenceReading reading) {
        this.speaking = speaking;
        this.files = files;
        this.reading = reading;
    }

    /** A stage of a measure. */
    public record Place(MeasureCode measure, Stage stage) {

        Speaking.Where where() {
            return new Speaking.Where(measure, stage);
        }
    }

    /** A claim at its place. */
    public record Made(Place place, UUID claim) {}

    /** Something that shows that a stage is reached. */
    public sealed interface Proof {}

    /** A decision. */
    public record Decision(String title, String number, LocalDate decidedOn) implements Proof {}

    /** A page elsewhere. */
    public record Page(String title, URI address) implements Proof {}

    /** A file of plain text. */
    public record Paper(String title, String name, String text) implements Proof {}

    /** What a register says of the quarter that ends on that day. */
    public record Register(String figure, LocalDate lastDay) implements Proof {}

    /** The lead says when the stage counts as reached, and that a decision has to show it. */
    @Transactional
    public void askForDecision(Place place, String words, Caller caller) {
        speaking.criterion(place.where(), words, EnumSet.of(EvidenceKind.DECISION), caller);
    }

    @Transactional
    public Made propose(Place place, String words, List<Proof> proofs, Caller caller) {
        return new Made(place, speaking.propose(place.where(), words, given(proofs), caller));
    }

    @Transactional
    public void give(Made made, List<Proof> proofs, Caller caller) {
        speaking.give(made.place().where(), made.claim(), given(proofs), caller);
    }

    @Transactional
    public void confirm(Made made, String words, Caller caller) {
        speaking.confirm(seen(made), words, caller);
    }

    @Transactional
    public void dispute(Made made, String words, Caller caller) {
        speaking.dispute(seen(made), words, caller);
    }

    /** Answers the oldest dispute that nobody has answered. */
    @Transactional
    public void answer(Made made, String words, Caller caller) {
        Claim claim = claim(made);
        long dispute = claim.unanswered().stream().mapToLong(Entry::sequence).findFirst().orElse(0);
        speaking.answer(seen(made), dispute, words, caller);
    }

    @Transactional
    public void withdraw(Made made, String words, Caller caller) {
        speaking.withdraw(seen(made), words, caller);
    }

    @Transactional
    public void reopen(Made made, String words, Caller caller) {
        speaking.reopen(seen(made), words, caller);
    }

    /** Tells how the work on a measure goes. */
    @Transactional
    public void say(MeasureCode measure, String words, Caller caller) {
        speaking.say(measure, words, caller);
    }

    private Claim claim(Made made) {
        return files.of(made.place().measure())
                .flatMap(file -> file.claim(made.place().stage(), made.claim()))
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    private Speaking.Seen seen(Made made) {
        return new Speaking.Seen(made.place().where(), made.claim(), claim(made).last());
    }

    private List<Evidence.Given> given(List<Proof> proofs) {
        List<Violation> wrong = new ArrayList<>();
        List<Evidence.Given> given = new ArrayList<>();
        for (Proof proof : proofs) {
            switch (proof) {
                case Decision one ->
                        reading.decision(
                                        one.title(),
                                        one.number(),
                                        one.decidedOn().toString(),
                                        wrong)
                                .ifPresent(given::add);
                case Page one ->
                        reading.link(one.title(), one.address().toString(), wrong)
                                .ifPresent(given::add);
                case Paper one ->
                        reading.document(
                                        one.title(),
                                        one.name(),
                                        one.text().getBytes(StandardCharsets.UTF_8),
                                        wrong)
                                .ifPresent(given::add);
                case Register one ->
                        reading.figure(one.figure(), one.lastDay().toString(), wrong)
                                .ifPresent(given::add);
            }
        }
        ProgressWords.pass(wrong);
        return given;
    }
}
