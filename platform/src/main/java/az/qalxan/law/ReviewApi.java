package az.qalxan.law;

import az.qalxan.access.CurrentCaller;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
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
import tools.jackson.databind.JsonNode;

/** The lawyers' queue and recommendations for programs. */
@RestController
@RequestMapping("/api/law")
class ReviewApi {

    private static final String PROPOSAL = "/proposals/{number:[0-9]{1,9}}";
    private static final String RECOMMENDATION = "/recommendations/{number:[0-9]{1,9}}";

    private final ReviewPages pages;
    private final Proposing proposing;
    private final Proposals proposals;
    private final Recommendations recommendations;
    private final CurrentCaller callers;

    ReviewApi(
            ReviewPages pages,
            Proposing proposing,
            Proposals proposals,
            Recommendations recommendations,
            CurrentCaller callers) {
        this.pages = pages;
        this.proposing = proposing;
        this.proposals = proposals;
        this.recommendations = recommendations;
        this.callers = callers;
    }

    /** A proposal as programs read it. */
    record ProposalAnswer(
            long number,
            String kind,
            String key,
            String act,
            OpenTable.Days days,
            @Nullable JsonNode fact,
            String reason,
            boolean ofPack,
            @Nullable String sponsor,
            String proposedAt,
            String state,
            @Nullable String decidedBy,
            @Nullable String words) {

        static ProposalAnswer of(Proposal one) {
            return new ProposalAnswer(
                    one.number(),
                    one.change().line().kind().code(),
                    one.change().line().key(),
                    one.change().act().code(),
                    OpenTable.Days.of(one.change().days()),
                    one.change().fact(),
                    one.reason(),
                    one.ofPack(),
                    one.sponsor() == null ? null : one.sponsor().name(),
                    one.proposedAt().toString(),
                    one.state().code(),
                    one.decision() == null ? null : one.decision().name(),
                    one.decision() == null ? null : one.decision().words());
        }
    }

    /** What waits. */
    record QueueAnswer(List<ProposalAnswer> proposals, List<Waiting> reopened, List<String> due) {}

    /** A cell that has to be looked at again. */
    record Waiting(String kind, String key, String touched, String since) {}

    @Requires("law:read")
    @GetMapping("/review")
    QueueAnswer queue() {
        QueuePage page = pages.queue(callers.require());
        return new QueueAnswer(
                page.open().stream().map(ProposalAnswer::of).toList(),
                page.reopened().stream()
                        .map(QueuePage.Reopened::waiting)
                        .map(one ->
                                new Waiting(
                                        one.line().kind().code(),
                                        one.line().key(),
                                        one.touched(),
                                        one.openedAt().toString()))
                        .toList(),
                page.due().stream().map(one -> one.line().key()).toList());
    }

    @Requires("law:read")
    @GetMapping(PROPOSAL)
    ProposalAnswer proposal(@PathVariable long number) {
        return ProposalAnswer.of(pages.proposal(number, callers.require()).proposal());
    }

    /** A change that a program proposes: fields by the names of the form. */
    record Asked(
            @Nullable String kind,
            @Nullable String key,
            @Nullable String act,
            @Nullable String on,
            @Nullable Map<String, String> fields) {

        String text(@Nullable String given) {
            return given == null ? "" : given;
        }
    }

    @Requires("law:create")
    @PostMapping("/proposals")
    @ResponseStatus(HttpStatus.CREATED)
    ProposalAnswer propose(@RequestBody Asked asked) {
        Proposing.Wanted wanted =
                ReviewController.wanted(
                        asked.text(asked.kind()), asked.text(asked.key()), asked.text(asked.act()));
        Map<String, String> fields = asked.fields() == null ? Map.of() : asked.fields();
        return switch (proposing.read(wanted, fields, asked.text(asked.on()))) {
            case Proposing.Read.Fine fine ->
                    proposal(
                            pages.number(
                                    proposals.propose(
                                            fine.change(), fine.reason(), callers.require())));
            case Proposing.Read.Wrong wrong ->
                    throw ProblemFound.with(WebProblem.INVALID_INPUT, wrong.form().violations());
        };
    }

    /** Words that go with a decision. */
    record Words(@Nullable String words) {

        String given() {
            return words == null ? "" : words;
        }
    }

    @Requires("law:create")
    @PostMapping(PROPOSAL + "/support")
    ProposalAnswer support(@PathVariable long number) {
        proposals.support(pages.id(number), callers.require());
        return proposal(number);
    }

    @Requires("law:decide")
    @PostMapping(PROPOSAL + "/approve")
    ProposalAnswer approve(@PathVariable long number, @RequestBody Words words) {
        proposals.approve(pages.id(number), EnteredWords.may(words.given()), callers.require());
        return proposal(number);
    }

    @Requires("law:decide")
    @PostMapping(PROPOSAL + "/refuse")
    ProposalAnswer refuse(@PathVariable long number, @RequestBody Words words) {
        proposals.refuse(pages.id(number), EnteredWords.must(words.given()), callers.require());
        return proposal(number);
    }

    @Requires("law:read")
    @PostMapping(PROPOSAL + "/withdraw")
    ProposalAnswer withdraw(@PathVariable long number, @RequestBody Words words) {
        proposals.withdraw(pages.id(number), EnteredWords.may(words.given()), callers.require());
        return proposal(number);
    }

    @Requires("law:read")
    @GetMapping("/recommendations")
    List<Recommendation> recommendations() {
        return recommendations.all();
    }

    @Requires("law:read")
    @GetMapping(RECOMMENDATION)
    Recommendation recommendation(@PathVariable long number) {
        return recommendations.find(number);
    }

    @Requires("law:create")
    @PostMapping("/recommendations")
    @ResponseStatus(HttpStatus.CREATED)
    Recommendation recommend(@RequestBody RecommendationForm form) {
        return recommendations.find(recommendations.make(form.wish(), callers.require()));
    }

    @Requires("law:update")
    @PostMapping(RECOMMENDATION + "/steps")
    Recommendation add(@PathVariable long number, @RequestBody RecommendationForm.Step step) {
        recommendations.add(number, step, callers.require());
        return recommendations.find(number);
    }
}
