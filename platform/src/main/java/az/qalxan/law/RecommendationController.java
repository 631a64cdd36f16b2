package az.qalxan.law;

import az.qalxan.access.CurrentCaller;
import az.qalxan.engines.law.Instrument;
import az.qalxan.engines.law.StateCode;
import az.qalxan.jurisdiction.Body;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.web.Requires;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Recommendations to states, and the answers of the bodies that were asked. */
@Controller
@RequestMapping("/law/recommendations")
class RecommendationController {

    private static final String NUMBER = "/{number:[0-9]{1,9}}";

    private final Recommendations recommendations;
    private final MatrixPages matrices;
    private final LawReading reading;
    private final Jurisdiction jurisdiction;
    private final CurrentCaller callers;

    RecommendationController(
            Recommendations recommendations,
            MatrixPages matrices,
            LawReading reading,
            Jurisdiction jurisdiction,
            CurrentCaller callers) {
        this.recommendations = recommendations;
        this.matrices = matrices;
        this.reading = reading;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
    }

    /**
     * The list, and the form of a new one.
     *
     * @param bodies bodies of the own state that can be asked
     * @param state for which the form was opened
     * @param clause for which the form was opened
     */
    record ListPage(
            LawView view,
            List<Recommendation> recommendations,
            List<Instrument> treaties,
            List<Body> bodies,
            String state,
            String clause) {

        ListPage {
            recommendations = List.copyOf(recommendations);
            treaties = List.copyOf(treaties);
            bodies = List.copyOf(bodies);
        }

        List<StateCode> states() {
            return view.states();
        }
    }

    /** One recommendation with its steps. */
    record OnePage(LawView view, Recommendation recommendation) {}

    @Requires("law:read")
    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String clause,
            Model model) {
        LawView view = reading.now();
        model.addAttribute(
                "page",
                new ListPage(
                        view,
                        recommendations.all(),
                        matrices.treaties(view),
                        jurisdiction.bodies(),
                        state,
                        clause));
        return "law/recommendations";
    }

    @Requires("law:read")
    @GetMapping(NUMBER)
    String one(@PathVariable long number, Model model) {
        model.addAttribute("page", new OnePage(reading.now(), recommendations.find(number)));
        return "law/recommendation";
    }

    @Requires("law:create")
    @PostMapping
    String make(@ModelAttribute RecommendationForm form) {
        long number = recommendations.make(form.wish(), callers.require());
        return "redirect:/law/recommendations/" + number;
    }

    @Requires("law:update")
    @PostMapping(NUMBER + "/steps")
    String add(@PathVariable long number, @ModelAttribute RecommendationForm.Step step) {
        recommendations.add(number, step, callers.require());
        return "redirect:/law/recommendations/" + number;
    }
}
