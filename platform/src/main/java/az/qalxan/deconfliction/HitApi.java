package az.qalxan.deconfliction;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hits and questions for programs: the same facts and steps as the pages, nothing more. */
@RestController
@RequestMapping("/api/hits")
@Tag(name = "Hits")
class HitApi {

    private static final int ROWS = 100;

    private final Hits hits;
    private final HitPages pages;
    private final Asking asking;
    private final Deciding deciding;
    private final CurrentCaller callers;
    private final PageFrames frames;

    HitApi(
            Hits hits,
            HitPages pages,
            Asking asking,
            Deciding deciding,
            CurrentCaller callers,
            PageFrames frames) {
        this.hits = hits;
        this.pages = pages;
        this.asking = asking;
        this.deciding = deciding;
        this.callers = callers;
        this.frames = frames;
    }

    /**
     * A hit.
     *
     * @param other code of the body that holds the identifier too
     * @param asked what became of asking that body
     * @param askedOfUs what became of its asking us
     * @param hidden whether the other body does not know of this one
     */
    record Hit(
            UUID id,
            String kind,
            String identifier,
            String other,
            String asked,
            String askedOfUs,
            boolean hidden,
            boolean setAside) {

        static Hit of(HitRow row) {
            return new Hit(
                    row.id(),
                    row.kind(),
                    row.value(),
                    row.other(),
                    row.asking().code(),
                    row.asked().code(),
                    !row.open(),
                    row.setAside());
        }
    }

    /** A page of hits; {@code after} is the place to go on from, empty on the last page. */
    record Page(List<Hit> hits, String after) {}

    @Operation(
            summary = "The hits of the caller's body",
            description =
                    "show: open, to-decide, waiting, readable, given, aside, all. q: an identifier"
                            + " of one's own, in any notation.")
    @Requires("deconfliction:read")
    @GetMapping
    Page list(
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(name = "body", defaultValue = "") String other,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(defaultValue = "") String after) {
        Caller caller = callers.require();
        List<HitRow> found = hits.page(caller, HitFilter.of(show, other, words, after), ROWS + 1);
        boolean more = found.size() > ROWS;
        List<HitRow> shown = more ? found.subList(0, ROWS) : found;
        String next =
                more
                        ? new HitFilter.Place(shown.getLast().newest(), shown.getLast().id())
                                .token()
                        : "";
        return new Page(shown.stream().map(Hit::of).toList(), next);
    }

    /**
     * A question with what became of it.
     *
     * @param from code of the body that asked
     * @param until when the consent ends or ended
     * @param reason why it was refused
     * @param statement what the owner chose to say, while it may be read
     * @param reports ids of the reports that may be read
     */
    record Question(
            UUID id,
            String from,
            String ground,
            String purpose,
            String state,
            @Nullable Instant until,
            String reason,
            String statement,
            List<String> reports) {

        static Question of(HitPage.Question one) {
            return new Question(
                    one.ask().id(),
                    one.ask().asking(),
                    one.ask().ground(),
                    one.ask().purpose(),
                    one.ask().state().code(),
                    one.ask().until(),
                    one.ask().words(),
                    one.statement(),
                    one.records().stream().map(row -> row.id().toString()).toList());
        }
    }

    /** A hit with the own reports behind it and the questions of both sides. */
    record Whole(Hit hit, List<String> reports, List<Question> questions) {}

    @Operation(summary = "One hit; the view is recorded")
    @Requires("deconfliction:read")
    @GetMapping("/{id}")
    Whole one(@PathVariable UUID id, HttpServletRequest request) {
        Text text = frames.of(request).text();
        HitPage page = pages.of(callers.require(), id, text);
        return new Whole(
                Hit.of(page.row()),
                page.reports().stream().map(one -> one.report().id().toString()).toList(),
                page.questions().stream().map(Question::of).toList());
    }

    /** Why a body asks. */
    record Reason(@Nullable String ground, @Nullable String purpose) {}

    /** The id of what was made. */
    record Made(UUID id) {}

    @Operation(
            summary = "Ask the other body what it holds",
            description =
                    "It learns that the caller's body holds the identifier. 409: asked already."
                            + " 429: the person's budget of the day is spent.")
    @Requires("deconfliction:create")
    @PostMapping("/{id}/ask")
    ResponseEntity<Made> ask(@PathVariable UUID id, @RequestBody Reason reason) {
        UUID ask =
                asking.ask(
                        callers.require(),
                        id,
                        new Asking.Reason(text(reason.ground()), text(reason.purpose())));
        return ResponseEntity.status(HttpStatus.CREATED).body(new Made(ask));
    }

    @Operation(
            summary = "Say that the own body holds the identifier, though its records are hidden")
    @Requires("deconfliction:decide")
    @PostMapping("/{id}/disclose")
    ResponseEntity<Void> disclose(@PathVariable UUID id) {
        hits.disclose(callers.require(), id);
        return done();
    }

    @Operation(summary = "Take a question back")
    @Requires("deconfliction:create")
    @PostMapping("/asks/{ask}/withdraw")
    ResponseEntity<Void> withdraw(@PathVariable UUID ask) {
        asking.withdraw(callers.require(), ask);
        return done();
    }

    @Operation(summary = "Give a consent back that is not needed any more")
    @Requires("deconfliction:create")
    @PostMapping("/asks/{ask}/return")
    ResponseEntity<Void> giveBack(@PathVariable UUID ask) {
        asking.giveBack(callers.require(), ask);
        return done();
    }

    /** What the owner shows: ids of own reports, words, or both, to the end of a day. */
    record Answer(
            @Nullable List<UUID> reports, @Nullable String statement, @Nullable String until) {}

    @Operation(
            summary = "Consent to a question",
            description =
                    "reports: whole records, of those that stand behind the hit; restricted or RED"
                            + " ones cannot leave their body. until: the last day, ISO 8601.")
    @Requires("deconfliction:decide")
    @PostMapping("/asks/{ask}/consent")
    ResponseEntity<Void> consent(@PathVariable UUID ask, @RequestBody Answer answer) {
        List<UUID> reports = answer.reports();
        deciding.consent(
                callers.require(),
                ask,
                new Deciding.Answer(
                        reports == null ? List.of() : reports,
                        text(answer.statement()),
                        text(answer.until())));
        return done();
    }

    /** Why a question is refused. */
    record Refusal(@Nullable String reason) {}

    @Operation(summary = "Refuse a question")
    @Requires("deconfliction:decide")
    @PostMapping("/asks/{ask}/refuse")
    ResponseEntity<Void> refuse(@PathVariable UUID ask, @RequestBody Refusal refusal) {
        deciding.refuse(callers.require(), ask, text(refusal.reason()));
        return done();
    }

    @Operation(summary = "Withdraw a consent; what it opened closes at once")
    @Requires("deconfliction:decide")
    @PostMapping("/asks/{ask}/end")
    ResponseEntity<Void> end(@PathVariable UUID ask) {
        deciding.withdraw(callers.require(), ask);
        return done();
    }

    private static ResponseEntity<Void> done() {
        return ResponseEntity.noContent().build();
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}
