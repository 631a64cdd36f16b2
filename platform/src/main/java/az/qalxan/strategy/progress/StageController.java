package az.qalxan.strategy.progress;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A stage: what makes it reached, who says so with which evidence. */
@Controller
@RequestMapping("/strategy/progress/{code}/{stage:initial|interim|final}")
class StageController {

    private final StagePages pages;
    private final Speaking speaking;
    private final EvidenceReading reading;
    private final CurrentCaller callers;

    StageController(
            StagePages pages, Speaking speaking, EvidenceReading reading, CurrentCaller callers) {
        this.pages = pages;
        this.speaking = speaking;
        this.reading = reading;
        this.callers = callers;
    }

    @Requires("strategy:read")
    @GetMapping
    ModelAndView page(@PathVariable String code, @PathVariable String stage) {
        return shown(StagePages.where(code, stage), StagePage.Tried.NOTHING);
    }

    private ModelAndView shown(Speaking.Where where, StagePage.Tried tried) {
        ModelAndView view =
                new ModelAndView(
                        "strategy/progress/stage",
                        "page",
                        pages.page(where, callers.require(), tried));
        if (!tried.wrong().isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private static ModelAndView back(Speaking.Where where, String anchor) {
        return new ModelAndView(
                "redirect:/strategy/progress/"
                        + where.measure()
                        + "/"
                        + where.stage().code()
                        + anchor);
    }

    @Requires("strategy:create")
    @PostMapping("/criterion")
    ModelAndView criterion(
            @PathVariable String code,
            @PathVariable String stage,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) List<String> kinds) {
        Speaking.Where where = StagePages.where(code, stage);
        List<Violation> wrong = new ArrayList<>();
        String clean = ProgressWords.must(words, wrong);
        Set<EvidenceKind> asked = kinds(kinds, wrong);
        if (!wrong.isEmpty()) {
            return shown(where, new StagePage.Tried("criterion", Map.of("words", words), wrong));
        }
        speaking.criterion(where, clean, asked, callers.require());
        return back(where, "#criterion");
    }

    static Set<EvidenceKind> kinds(@Nullable List<String> codes, List<Violation> wrong) {
        Set<EvidenceKind> kinds = EnumSet.noneOf(EvidenceKind.class);
        if (codes != null) {
            codes.forEach(code -> EvidenceKind.of(code).ifPresent(kinds::add));
        }
        if (kinds.isEmpty()) {
            wrong.add(Violation.at("kinds", "progress.wrong.kinds"));
        }
        return kinds;
    }

    @Requires("strategy:create")
    @PostMapping("/propose")
    ModelAndView propose(
            @PathVariable String code,
            @PathVariable String stage,
            @ModelAttribute EvidenceForm form)
            throws IOException {
        Speaking.Where where = StagePages.where(code, stage);
        List<Violation> wrong = new ArrayList<>();
        String words = ProgressWords.must(EvidenceForm.text(form.words()), wrong);
        List<Evidence.Given> given = reading.read(form, wrong);
        if (!wrong.isEmpty()) {
            return shown(where, new StagePage.Tried("propose", form.typed(), wrong));
        }
        UUID claim = speaking.propose(where, words, given, callers.require());
        return back(where, "#claim-" + claim);
    }

    @Requires("strategy:create")
    @PostMapping("/claims/{claim}/evidence")
    ModelAndView give(
            @PathVariable String code,
            @PathVariable String stage,
            @PathVariable UUID claim,
            @ModelAttribute EvidenceForm form)
            throws IOException {
        Speaking.Where where = StagePages.where(code, stage);
        List<Violation> wrong = new ArrayList<>();
        List<Evidence.Given> given = reading.read(form, wrong);
        if (wrong.isEmpty() && given.isEmpty()) {
            wrong.add(Violation.at("file", "progress.wrong.nothing-given"));
        }
        if (!wrong.isEmpty()) {
            return shown(where, new StagePage.Tried(claim + "/evidence", form.typed(), wrong));
        }
        speaking.give(where, claim, given, callers.require());
        return back(where, "#claim-" + claim);
    }

    /**
     * Words about a claim.
     *
     * @param last the last line of the record that the page showed
     * @param dispute the line that is answered
     */
    record Judged(@Nullable String words, @Nullable Long last, @Nullable Long dispute) {

        long seen() {
            return last == null ? Long.MAX_VALUE : last;
        }

        long answered() {
            return dispute == null ? 0 : dispute;
        }
    }

    /** Says something of a claim that was seen. */
    private interface Word {

        void say(Speaking.Seen seen, String words, Caller caller);
    }

    private ModelAndView judge(Place place, String form, Judged judged, Word word) {
        Speaking.Where where = StagePages.where(place.code(), place.stage());
        List<Violation> wrong = new ArrayList<>();
        String typed = EvidenceForm.text(judged.words());
        String words =
                form.equals("confirm")
                        ? ProgressWords.may(typed, wrong)
                        : ProgressWords.must(typed, wrong);
        if (!wrong.isEmpty()) {
            return shown(
                    where,
                    new StagePage.Tried(place.claim() + "/" + form, Map.of("words", typed), wrong));
        }
        Speaking.Seen seen = new Speaking.Seen(where, place.claim(), judged.seen());
        word.say(seen, words, callers.require());
        return back(where, "#claim-" + place.claim());
    }

    /** A claim as an address names it. */
    private record Place(String code, String stage, UUID claim) {}

    @Requires("strategy:decide")
    @PostMapping("/claims/{claim}/confirm")
    ModelAndView confirm(
            @PathVariable String code,
            @PathVariable String stage,
            @PathVariable UUID claim,
            @ModelAttribute Judged judged) {
        Place place = new Place(code, stage, claim);
        return judge(place, "confirm", judged, speaking::confirm);
    }

    @Requires("strategy:decide")
    @PostMapping("/claims/{claim}/dispute")
    ModelAndView dispute(
            @PathVariable String code,
            @PathVariable String stage,
            @PathVariable UUID claim,
            @ModelAttribute Judged judged) {
        Place place = new Place(code, stage, claim);
        return judge(place, "dispute", judged, speaking::dispute);
    }

    @Requires("strategy:create")
    @PostMapping("/claims/{claim}/answer")
    ModelAndView answer(
            @PathVariable String code,
            @PathVariable String stage,
            @PathVariable UUID claim,
            @ModelAttribute Judged judged) {
        Place place = new Place(code, stage, claim);
        return judge(
                place,
                "answer",
                judged,
                (seen, words, caller) -> speaking.answer(seen, judged.answered(), words, caller));
    }

    @Requires("strategy:decide")
    @PostMapping("/claims/{claim}/take-back")
    ModelAndView takeBack(
            @PathVariable String code,
            @PathVariable String stage,
            @PathVariable UUID claim,
            @ModelAttribute Judged judged) {
        Place place = new Place(code, stage, claim);
        return judge(place, "take-back", judged, speaking::takeBack);
    }

    @Requires("strategy:create")
    @PostMapping("/claims/{claim}/withdraw")
    ModelAndView withdraw(
            @PathVariable String code,
            @PathVariable String stage,
            @PathVariable UUID claim,
            @ModelAttribute Judged judged) {
        Place place = new Place(code, stage, claim);
        return judge(place, "withdraw", judged, speaking::withdraw);
    }

    @Requires("strategy:decide")
    @PostMapping("/claims/{claim}/reopen")
    ModelAndView reopen(
            @PathVariable String code,
            @PathVariable String stage,
            @PathVariable UUID claim,
            @ModelAttribute Judged judged) {
        Place place = new Place(code, stage, claim);
        return judge(place, "reopen", judged, speaking::reopen);
    }
}
