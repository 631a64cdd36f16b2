package az.qalxan.strategy.progress;

import az.qalxan.access.CurrentCaller;
import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for a body, and what should make somebody look. */
@Controller
@RequestMapping("/strategy/progress")
class ProgressController {

    private final QueuePages pages;
    private final Speaking speaking;
    private final CurrentCaller callers;

    ProgressController(QueuePages pages, Speaking speaking, CurrentCaller callers) {
        this.pages = pages;
        this.speaking = speaking;
        this.callers = callers;
    }

    @Requires("strategy:read")
    @GetMapping
    String queue(Model model) {
        model.addAttribute("page", pages.of(callers.require().body()));
        return "strategy/progress/queue";
    }

    @Requires("strategy:read")
    @GetMapping("/flagged")
    String flagged(
            @RequestParam(defaultValue = "late") String flag,
            @RequestParam(defaultValue = "") String lead,
            Model model) {
        model.addAttribute("page", pages.flagged(flag(flag), lead));
        return "strategy/progress/flagged";
    }

    private static MeasureStanding.Flag flag(String code) {
        return Arrays.stream(MeasureStanding.Flag.values())
                .filter(one -> one.code().equals(code))
                .findAny()
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** Words about a measure as a whole. */
    @Requires("strategy:create")
    @PostMapping("/{code}/say")
    String say(@PathVariable String code, @RequestParam(defaultValue = "") String words) {
        if (!MeasureCode.isOne(code)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        List<Violation> wrong = new ArrayList<>();
        String clean = ProgressWords.must(words, wrong);
        ProgressWords.pass(wrong);
        speaking.say(new MeasureCode(code), clean, callers.require());
        return "redirect:/strategy/measures/" + code + "#progress";
    }
}
