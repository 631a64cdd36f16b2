package az.qalxan.strategy.progress;

import az.qalxan.access.CurrentCaller;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Stage;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Progress for programs: how measures stand, and everything that was said. */
@RestController
@RequestMapping("/api/strategy/progress")
@Tag(name = "Progress of the plan")
class ProgressApi {

    private final Progress progress;
    private final StageFiles files;
    private final Speaking speaking;
    private final CurrentCaller callers;
    private final Clock clock;

    ProgressApi(
            Progress progress,
            StageFiles files,
            Speaking speaking,
            CurrentCaller callers,
            Clock clock) {
        this.progress = progress;
        this.files = files;
        this.speaking = speaking;
        this.callers = callers;
        this.clock = clock;
    }

    /** How a measure stands. */
    record Standing(
            String measure,
            Map<String, OfStage> stages,
            List<String> flags,
            @Nullable Instant saidAt,
            boolean dropped) {

        static Standing of(MeasureStanding one) {
            Map<String, OfStage> stages = new LinkedHashMap<>();
            one.stages().forEach((stage, is) -> stages.put(stage.code(), OfStage.of(is)));
            return new Standing(
                    one.code().value(),
                    stages,
                    one.flags().stream().map(MeasureStanding.Flag::code).toList(),
                    one.saidAt(),
                    one.dropped());
        }
    }

    /** How a stage stands. */
    record OfStage(String state, @Nullable Instant since, @Nullable String body, int evidence) {

        static OfStage of(StageStanding one) {
            return new OfStage(one.state().code(), one.since(), one.byBody(), one.evidence());
        }
    }

    /** Something that was said; {@code claim} and {@code about} tie it to the rest. */
    record Line(
            long sequence,
            Instant at,
            String kind,
            String measure,
            @Nullable String stage,
            @Nullable String claim,
            @Nullable Long about,
            String body,
            String words) {

        static Line of(Entry one) {
            Stage stage = one.place().stage();
            return new Line(
                    one.sequence(),
                    one.at(),
                    one.kind().code(),
                    one.place().measure().value(),
                    stage == null ? null : stage.code(),
                    one.claim() == null ? null : one.claim().toString(),
                    one.about(),
                    one.body(),
                    one.words());
        }
    }

    /** A measure with its claims as they stand and all that was said. */
    record Whole(Standing standing, List<ClaimAnswer> claims, List<Line> record) {}

    /** A claim; {@code last} is what a verdict has to name. */
    record ClaimAnswer(
            String id,
            String stage,
            String body,
            String state,
            Instant since,
            long last,
            List<String> missing,
            List<Piece> evidence) {}

    /** A piece of evidence. */
    record Piece(String id, String kind, String title, @Nullable String sha256) {

        static Piece of(Evidence one) {
            return new Piece(
                    one.id().toString(),
                    one.item().kind().code(),
                    one.title(),
                    one.item() instanceof Evidence.Document document ? document.sha256() : null);
        }
    }

    @Operation(summary = "How every measure stands, now or at a past moment (ISO 8601)")
    @Requires("strategy:read")
    @GetMapping
    List<Standing> standings(@RequestParam(defaultValue = "") String asOf) {
        Instant moment = asOf.isEmpty() ? clock.instant() : moment("asOf", asOf);
        return progress.standings(moment).values().stream().map(Standing::of).toList();
    }

    @Operation(summary = "What was said from one moment until before another")
    @Requires("strategy:read")
    @GetMapping("/events")
    List<StageEvent> events(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until) {
        return progress.events(
                moment("from", from), until.isEmpty() ? clock.instant() : moment("until", until));
    }

    private static Instant moment(String field, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT,
                    List.of(Violation.at(field, "progress.wrong.moment", text)));
        }
    }

    @Operation(summary = "A measure: standing, claims with evidence, everything that was said")
    @Requires("strategy:read")
    @GetMapping("/{code}")
    @Transactional(readOnly = true)
    public Whole whole(@PathVariable String code) {
        MeasureCode measure = measure(code);
        StageFile file = files.of(measure).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        MeasureStanding standing = progress.standings(clock.instant()).get(measure);
        if (standing == null) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return new Whole(
                Standing.of(standing),
                file.claims().stream().map(one -> answer(file, one)).toList(),
                file.entries().stream().map(Line::of).toList());
    }

    static ClaimAnswer answer(StageFile file, Claim one) {
        return new ClaimAnswer(
                one.id().toString(),
                one.stage().code(),
                one.body(),
                one.state().code(),
                one.since(),
                one.last(),
                file.missing(one).stream().map(EvidenceKind::code).toList(),
                file.evidence(one.id()).stream().map(Piece::of).toList());
    }

    static MeasureCode measure(String code) {
        if (!MeasureCode.isOne(code)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return new MeasureCode(code);
    }

    /** Free words. */
    record Words(@Nullable String words) {}

    @Operation(summary = "Say how the work of the caller's body on a measure goes")
    @Requires("strategy:create")
    @PostMapping("/{code}/words")
    Whole say(@PathVariable String code, @RequestBody Words words) {
        List<Violation> wrong = new ArrayList<>();
        String clean = ProgressWords.must(EvidenceForm.text(words.words()), wrong);
        ProgressWords.pass(wrong);
        speaking.say(measure(code), clean, callers.require());
        return whole(code);
    }
}
