package az.qalxan.strategy.progress;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Saying something about a stage, for programs. */
@RestController
@RequestMapping("/api/strategy/progress/{code}/{stage:initial|interim|final}")
@Tag(name = "Progress of the plan")
class StageApi {

    private final StageFiles files;
    private final Speaking speaking;
    private final EvidenceReading reading;
    private final CurrentCaller callers;

    StageApi(StageFiles files, Speaking speaking, EvidenceReading reading, CurrentCaller callers) {
        this.files = files;
        this.speaking = speaking;
        this.reading = reading;
        this.callers = callers;
    }

    /** What makes the stage reached: words, and kinds of evidence. */
    record Asked(@Nullable String words, @Nullable List<String> kinds) {}

    @Operation(summary = "Say what evidence makes the stage reached; for the lead")
    @Requires("strategy:create")
    @PostMapping("/criterion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void criterion(
            @PathVariable String code, @PathVariable String stage, @RequestBody Asked asked) {
        Speaking.Where where = StagePages.where(code, stage);
        List<Violation> wrong = new ArrayList<>();
        String words = ProgressWords.must(EvidenceForm.text(asked.words()), wrong);
        Set<EvidenceKind> kinds = StageController.kinds(asked.kinds(), wrong);
        ProgressWords.pass(wrong);
        speaking.criterion(where, words, kinds, callers.require());
    }

    /** Evidence that is no document; whatever is filled in is given. */
    record Pieces(
            @Nullable String words,
            @Nullable String linkTitle,
            @Nullable String link,
            @Nullable String figure,
            @Nullable String period,
            @Nullable String decisionTitle,
            @Nullable String number,
            @Nullable String decidedOn) {

        EvidenceForm form() {
            return new EvidenceForm(
                    words,
                    null,
                    null,
                    linkTitle,
                    link,
                    figure,
                    period,
                    decisionTitle,
                    number,
                    decidedOn);
        }
    }

    @Operation(summary = "Propose the stage as reached; documents follow one by one")
    @Requires("strategy:create")
    @PostMapping("/claims")
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    public ProgressApi.ClaimAnswer propose(
            @PathVariable String code, @PathVariable String stage, @RequestBody Pieces pieces)
            throws IOException {
        Speaking.Where where = StagePages.where(code, stage);
        List<Violation> wrong = new ArrayList<>();
        String words = ProgressWords.must(EvidenceForm.text(pieces.words()), wrong);
        List<Evidence.Given> given = reading.read(pieces.form(), wrong);
        ProgressWords.pass(wrong);
        return answer(where, speaking.propose(where, words, given, callers.require()));
    }

    @Operation(summary = "Give a link, a figure of a register or a decision as evidence")
    @Requires("strategy:create")
    @PostMapping("/claims/{claim}/evidence")
    @Transactional
    public ProgressApi.ClaimAnswer give(
            @PathVariable String code,
            @PathVariable String stage,
            @PathVariable UUID claim,
            @RequestBody Pieces pieces)
            throws IOException {
        Speaking.Where where = StagePages.where(code, stage);
        List<Violation> wrong = new ArrayList<>();
        List<Evidence.Given> given = reading.read(pieces.form(), wrong);
        if (given.isEmpty() && wrong.isEmpty()) {
            wrong.add(Violation.at("link", "progress.wrong.nothing-given"));
        }
        ProgressWords.pass(wrong);
        speaking.give(where, claim, given, callers.require());
        return answer(where, claim);
    }

    @Operation(summary = "Give a document as evidence; the answer names its SHA-256")
    @Requires("strategy:create")
    @PostMapping(
            path = "/claims/{claim}/documents",
            consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Transactional
    public ProgressApi.ClaimAnswer document(
            @PathVariable String code,
            @PathVariable String stage,
            @PathVariable UUID claim,
            HttpServletRequest request)
            throws IOException {
        Speaking.Where where = StagePages.where(code, stage);
        byte[] content = request.getInputStream().readNBytes(Evidence.Document.BYTES_MAX + 1);
        List<Violation> wrong = new ArrayList<>();
        Optional<Evidence.Given> given =
                reading.document(
                        EvidenceForm.text(request.getParameter("title")),
                        EvidenceForm.text(request.getParameter("name")),
                        content,
                        wrong);
        ProgressWords.pass(wrong);
        speaking.give(where, claim, List.of(given.orElseThrow()), callers.require());
        return answer(where, claim);
    }

    /**
     * A word about a claim.
     *
     * @param step answer or withdraw; confirm, dispute, take-back or reopen for verdicts
     * @param last the last line of the record that was read
     * @param dispute the line that is answered
     */
    record Step(
            @Nullable String step,
            @Nullable String words,
            @Nullable Long last,
            @Nullable Long dispute) {

        long seen() {
            return Objects.requireNonNullElse(last, Long.MAX_VALUE);
        }
    }

    @Operation(summary = "Confirm, dispute, take a dispute back, or reopen: confirm, dispute, …")
    @Requires("strategy:decide")
    @PostMapping("/claims/{claim}/verdicts")
    @Transactional
    public ProgressApi.ClaimAnswer judge(
            @PathVariable String code,
            @PathVariable String stage,
            @PathVariable UUID claim,
            @RequestBody Step step) {
        Speaking.Where where = StagePages.where(code, stage);
        Speaking.Seen seen = new Speaking.Seen(where, claim, step.seen());
        Caller caller = callers.require();
        switch (EvidenceForm.text(step.step())) {
            case "confirm" -> speaking.confirm(seen, words(step, false), caller);
            case "dispute" -> speaking.dispute(seen, words(step, true), caller);
            case "take-back" -> speaking.takeBack(seen, words(step, true), caller);
            case "reopen" -> speaking.reopen(seen, words(step, true), caller);
            default -> throw unknown(step);
        }
        return answer(where, claim);
    }

    @Operation(summary = "Answer a dispute, or withdraw the claim: answer, withdraw")
    @Requires("strategy:create")
    @PostMapping("/claims/{claim}/steps")
    @Transactional
    public ProgressApi.ClaimAnswer step(
            @PathVariable String code,
            @PathVariable String stage,
            @PathVariable UUID claim,
            @RequestBody Step step) {
        Speaking.Where where = StagePages.where(code, stage);
        Speaking.Seen seen = new Speaking.Seen(where, claim, step.seen());
        Caller caller = callers.require();
        long dispute = Objects.requireNonNullElse(step.dispute(), 0L);
        switch (EvidenceForm.text(step.step())) {
            case "answer" -> speaking.answer(seen, dispute, words(step, true), caller);
            case "withdraw" -> speaking.withdraw(seen, words(step, true), caller);
            default -> throw unknown(step);
        }
        return answer(where, claim);
    }

    private static String words(Step step, boolean needed) {
        List<Violation> wrong = new ArrayList<>();
        String typed = EvidenceForm.text(step.words());
        String clean = needed ? ProgressWords.must(typed, wrong) : ProgressWords.may(typed, wrong);
        ProgressWords.pass(wrong);
        return clean;
    }

    private static ProblemFound unknown(Step step) {
        return ProblemFound.with(
                WebProblem.INVALID_INPUT,
                List.of(
                        Violation.at(
                                "step", "progress.wrong.step", EvidenceForm.text(step.step()))));
    }

    private ProgressApi.ClaimAnswer answer(Speaking.Where where, UUID claim) {
        StageFile file =
                files.of(where.measure()).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        return file.claim(where.stage(), claim)
                .map(one -> ProgressApi.answer(file, one))
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }
}
