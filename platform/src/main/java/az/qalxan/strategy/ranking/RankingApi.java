package az.qalxan.strategy.ranking;

import az.qalxan.access.CurrentCaller;
import az.qalxan.strategy.ranking.RankingAnswers.EditionAnswer;
import az.qalxan.strategy.ranking.RankingAnswers.EvidenceAnswer;
import az.qalxan.strategy.ranking.RankingAnswers.RankingAnswer;
import az.qalxan.strategy.ranking.RankingAnswers.ResultAnswer;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rankings for programs. */
@RestController
@RequestMapping("/api/strategy/rankings")
class RankingApi {

    private static final String EVIDENCE = "/evidence/{number:[0-9]{1,9}}";

    private final RankingDesk desk;
    private final EvidenceDesk evidence;
    private final EvidenceForm form;
    private final Results results;
    private final CurrentCaller callers;

    RankingApi(
            RankingDesk desk,
            EvidenceDesk evidence,
            EvidenceForm form,
            Results results,
            CurrentCaller callers) {
        this.desk = desk;
        this.evidence = evidence;
        this.form = form;
        this.results = results;
        this.callers = callers;
    }

    @Requires("strategy:read")
    @GetMapping
    List<RankingAnswer> rankings() {
        Board board = desk.board();
        return board.current().stream().map(one -> RankingAnswer.of(board, one)).toList();
    }

    @Requires("strategy:read")
    @GetMapping(RankingController.EDITION)
    EditionAnswer edition(@PathVariable String ranking, @PathVariable String edition) {
        RankingEdition found = desk.edition(ranking, edition);
        return EditionAnswer.of(desk.board().scored(found));
    }

    @Requires("strategy:read")
    @GetMapping("/evidence")
    List<EvidenceAnswer> evidence() {
        Board board = desk.board();
        return board.evidence().stream()
                .map(one -> EvidenceAnswer.of(one, board.seen().of(one.content())))
                .toList();
    }

    /** The versions of a piece, the newest first. */
    @Requires("strategy:read")
    @GetMapping(EVIDENCE)
    List<EvidenceAnswer> piece(@PathVariable long number) {
        List<Evidence> versions = evidence.versions(number);
        Board board = desk.board(versions);
        return versions.stream()
                .map(one -> EvidenceAnswer.of(one, board.seen().of(one.content())))
                .toList();
    }

    /**
     * A version that a program proposes: fields by the names of the form.
     *
     * @param answers by the question's address, for example {@code ncsi:3:1.1}
     */
    record Asked(@Nullable Map<String, String> fields, @Nullable Map<String, String> answers) {

        Map<String, String> given() {
            Map<String, String> given = new LinkedHashMap<>();
            if (fields != null) {
                given.putAll(fields);
            }
            if (answers != null) {
                answers.forEach(
                        (question, answer) -> given.put(EvidenceForm.ANSWER + question, answer));
            }
            return given;
        }
    }

    private Evidence.Content content(Asked asked) {
        return switch (form.read(asked.given())) {
            case EvidenceForm.Read.Fine(var content) -> content;
            case EvidenceForm.Read.Wrong(var wrong) ->
                    throw ProblemFound.with(WebProblem.INVALID_INPUT, wrong);
        };
    }

    @Requires("strategy:create")
    @PostMapping("/evidence")
    @ResponseStatus(HttpStatus.CREATED)
    List<EvidenceAnswer> propose(@RequestBody Asked asked) {
        return piece(evidence.propose(content(asked), callers.require()));
    }

    @Requires("strategy:create")
    @PostMapping(EVIDENCE + "/versions")
    @ResponseStatus(HttpStatus.CREATED)
    List<EvidenceAnswer> revise(@PathVariable long number, @RequestBody Asked asked) {
        evidence.revise(number, content(asked), callers.require());
        return piece(number);
    }

    /** Words that go with a decision. */
    record Words(@Nullable String words) {

        String given(int least) {
            return EvidenceController.words(words == null ? "" : words, least);
        }
    }

    @Requires("strategy:create")
    @PostMapping(EVIDENCE + "/end")
    List<EvidenceAnswer> end(@PathVariable long number, @RequestBody Words words) {
        evidence.end(number, words.given(EvidenceController.WORDS_CHARS_MIN), callers.require());
        return piece(number);
    }

    @Requires("strategy:decide")
    @PostMapping(EVIDENCE + "/approve")
    List<EvidenceAnswer> approve(@PathVariable long number, @RequestBody Words words) {
        evidence.approve(number, words.given(0), callers.require());
        return piece(number);
    }

    @Requires("strategy:decide")
    @PostMapping(EVIDENCE + "/refuse")
    List<EvidenceAnswer> refuse(@PathVariable long number, @RequestBody Words words) {
        evidence.refuse(number, words.given(EvidenceController.WORDS_CHARS_MIN), callers.require());
        return piece(number);
    }

    @Requires("strategy:create")
    @PostMapping(EVIDENCE + "/withdraw")
    List<EvidenceAnswer> withdraw(@PathVariable long number, @RequestBody Words words) {
        evidence.withdraw(number, words.given(0), callers.require());
        return piece(number);
    }

    /** Published results to import. */
    record Text(@Nullable String text) {}

    @Requires("strategy:administer")
    @PostMapping("/results")
    @ResponseStatus(HttpStatus.CREATED)
    List<ResultAnswer> take(@RequestBody Text text) {
        return switch (results.read(text.text() == null ? "" : text.text())) {
            case ResultReading.Read.Fine(var read) -> {
                results.keep(read, callers.require());
                yield read.stream().map(ResultAnswer::of).toList();
            }
            case ResultReading.Read.Wrong(var flaws) ->
                    throw ProblemFound.with(WebProblem.INVALID_INPUT, flaws);
        };
    }
}
