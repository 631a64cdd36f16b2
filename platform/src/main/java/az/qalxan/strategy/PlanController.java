package az.qalxan.strategy;

import az.qalxan.engines.plan.MeasureCode;
import az.qalxan.engines.plan.Stage;
import az.qalxan.web.PageFrame;
import az.qalxan.web.PageFrames;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The plan to look at. */
@Controller
@RequestMapping("/strategy")
class PlanController {

    private static final String PAGE = "page";

    private final Plans plans;
    private final MarkedMeasures marked;
    private final MeasureHistory history;
    private final ObjectProvider<MeasurePart> parts;
    private final ObjectProvider<AimState> states;
    private final PageFrames frames;

    PlanController(
            Plans plans,
            MarkedMeasures marked,
            MeasureHistory history,
            ObjectProvider<MeasurePart> parts,
            ObjectProvider<AimState> states,
            PageFrames frames) {
        this.plans = plans;
        this.marked = marked;
        this.history = history;
        this.parts = parts;
        this.states = states;
        this.frames = frames;
    }

    @Requires("strategy:read")
    @GetMapping
    String tree(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(defaultValue = "") String priority,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "0") int from,
            Model model) {
        if (plans.current().isEmpty()) {
            return "strategy/nothing";
        }
        PlanFilter filter = new PlanFilter(words, priority, body, role, period);
        model.addAttribute(PAGE, TreePage.of(plans, filter, from, marked));
        return "strategy/tree";
    }

    @Requires("strategy:read")
    @GetMapping("/stages")
    String stages(
            @RequestParam(defaultValue = "initial") String stage,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(defaultValue = "0") int from,
            Model model) {
        Stage asked =
                Arrays.stream(Stage.values())
                        .filter(one -> one.code().equals(stage))
                        .findAny()
                        .orElse(Stage.INITIAL);
        model.addAttribute(PAGE, StagesPage.of(plan(), asked, words, from, marked));
        return "strategy/stages";
    }

    /** Every body that has a part in the plan. */
    record BodiesPage(Plan plan, List<BodyShares> bodies) {

        BodiesPage {
            bodies = List.copyOf(bodies);
        }

        int most() {
            return bodies.stream().mapToInt(BodyShares::all).max().orElse(1);
        }
    }

    @Requires("strategy:read")
    @GetMapping("/bodies")
    String bodies(Model model) {
        Plan plan = plan();
        model.addAttribute(PAGE, new BodiesPage(plan, BodyShares.of(plan)));
        return "strategy/bodies";
    }

    /** A body by its code, or by the acronym of what the directory does not know. */
    @Requires("strategy:read")
    @GetMapping("/bodies/{code}")
    String body(
            @PathVariable String code,
            @RequestParam(defaultValue = "0") int lead,
            @RequestParam(defaultValue = "0") int executor,
            Model model) {
        Plan plan = plan();
        BodyShares shares =
                BodyShares.of(plan).stream()
                        .filter(one -> one.key().equals(code))
                        .findFirst()
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        model.addAttribute(
                PAGE, BodyPage.of(plan, shares, new BodyPage.Places(lead, executor), marked));
        return "strategy/body";
    }

    @Requires("strategy:read")
    @GetMapping("/coverage")
    String coverage(HttpServletRequest request, Model model) {
        Map<String, AimState.Line> lines = new HashMap<>();
        states.orderedStream().forEach(one -> lines.putAll(one.lines(frames.of(request).text())));
        model.addAttribute("plan", plan());
        model.addAttribute("states", lines);
        return "strategy/coverage";
    }

    @Requires("strategy:read")
    @GetMapping("/load")
    String load(@RequestParam(required = false) @Nullable String all, Model model) {
        model.addAttribute(PAGE, LoadPage.of(plan(), all != null));
        return "strategy/load";
    }

    @Requires("strategy:read")
    @GetMapping("/measures/{code}")
    String measure(@PathVariable String code, HttpServletRequest request, Model model) {
        if (!MeasureCode.isOne(code)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        MeasureCode asked = new MeasureCode(code);
        PlanMeasure measure =
                plans.lastKnown(asked).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        model.addAttribute(PAGE, page(measure, frames.of(request)));
        return "strategy/measure";
    }

    private MeasurePage page(PlanMeasure measure, PageFrame frame) {
        Plan plan = plan();
        MeasureCode code = measure.code();
        List<PlanMeasure> all = plan.measures();
        int at = plan.measure(code).map(all::indexOf).orElse(-1);
        return new MeasurePage(
                measure,
                plan.priorities().stream()
                        .filter(one -> one.number() == measure.measure().priority())
                        .findAny()
                        .orElse(null),
                plan.groups().stream()
                        .filter(one -> one.id().equals(measure.measure().group()))
                        .findAny()
                        .orElse(null),
                plan.servedBy(code),
                at < 0 ? plans.droppedMeasure(code).orElse(null) : null,
                at > 0 ? all.get(at - 1) : null,
                at >= 0 && at + 1 < all.size() ? all.get(at + 1) : null,
                history.of(code),
                marked.of(List.of(measure)).of(code),
                parts.stream()
                        .sorted(Comparator.comparingInt(MeasurePart::order))
                        .flatMap(part -> part.of(code, frame).stream())
                        .toList());
    }

    private Plan plan() {
        return plans.current().orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }
}
