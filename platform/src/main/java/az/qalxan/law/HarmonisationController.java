package az.qalxan.law;

import az.qalxan.engines.law.Clause;
import az.qalxan.engines.law.Instrument;
import az.qalxan.engines.law.Participation;
import az.qalxan.engines.law.StateCode;
import az.qalxan.web.OpenToEveryone;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The harmonisation matrix, its cells and gaps, and comparisons. */
@Controller
class HarmonisationController {

    private final LawReading reading;
    private final MatrixPages pages;

    HarmonisationController(LawReading reading, MatrixPages pages) {
        this.reading = reading;
        this.pages = pages;
    }

    /**
     * The matrix of a treaty.
     *
     * @param treaties those that have one
     * @param participations where each state stands with the treaty
     */
    record MatrixPage(
            LawView view,
            Instrument treaty,
            List<Instrument> treaties,
            Matrix matrix,
            List<Participation> participations) {

        MatrixPage {
            treaties = List.copyOf(treaties);
            participations = List.copyOf(participations);
        }
    }

    @OpenToEveryone(LawController.PUBLIC)
    @GetMapping("/law/matrix")
    String matrix(
            @RequestParam(defaultValue = "") String treaty,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String known,
            Model model) {
        model.addAttribute("page", pages.matrix(reading.of(on, known), treaty));
        return "law/matrix";
    }

    @OpenToEveryone(LawController.PUBLIC)
    @GetMapping("/law/cells/{state}/{*clause}")
    String cell(
            @PathVariable String state,
            @PathVariable String clause,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String known,
            Model model) {
        model.addAttribute("page", pages.cell(reading.of(on, known), state(state), clause(clause)));
        return "law/cell";
    }

    /** The gaps of every state, and what one treaty adds over another. */
    record GapsPage(LawView view, List<StateGaps> states, Added added) {

        GapsPage {
            states = List.copyOf(states);
        }
    }

    /** Where a state's law falls short of the treaties. */
    record StateGaps(StateCode state, List<Cell> gaps, List<Cell> unknown) {

        StateGaps {
            gaps = List.copyOf(gaps);
            unknown = List.copyOf(unknown);
        }
    }

    /** Articles of a treaty that no article of another one asks for. */
    record Added(String treaty, String over, List<Matrix.Row> rows) {

        Added {
            rows = List.copyOf(rows);
        }
    }

    @OpenToEveryone(LawController.PUBLIC)
    @GetMapping("/law/gaps")
    String gaps(
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String known,
            Model model) {
        model.addAttribute("page", pages.gaps(reading.of(on, known)));
        return "law/gaps";
    }

    /** What is to be compared. */
    record Asked(String treaty, String a, String b, String on, String on2, String only) {

        private static String or(String given, String otherwise) {
            return given == null || given.isBlank() ? otherwise : given;
        }

        Asked {
            treaty = or(treaty, "");
            a = or(a, "");
            b = or(b, "");
            on = or(on, "");
            on2 = or(on2, "");
            only = or(only, "");
        }
    }

    /** A comparison, and what could be compared instead. */
    record ComparedPage(ComparePage compared, List<Instrument> treaties, List<StateCode> states) {

        ComparedPage {
            treaties = List.copyOf(treaties);
            states = List.copyOf(states);
        }
    }

    @OpenToEveryone(LawController.PUBLIC)
    @GetMapping("/law/compare")
    String compare(Asked asked, Model model) {
        LawView left = reading.of(asked.on(), "");
        LawView right = reading.of(asked.on2().isEmpty() ? asked.on() : asked.on2(), "");
        List<Instrument> treaties = pages.treaties(left);
        Instrument treaty = pages.treaty(left, asked.treaty());
        List<StateCode> states = left.states();
        StateCode one = asked.a().isEmpty() ? left.home() : state(asked.a());
        StateCode other = asked.b().isEmpty() ? pages.another(states, one) : state(asked.b());
        ComparePage compared =
                ComparePage.of(
                        treaty,
                        ComparePage.Side.of(left, one, treaty.id()),
                        ComparePage.Side.of(right, other, treaty.id()),
                        new ComparePage.Asked(pages.reopened(), !asked.only().isEmpty()));
        model.addAttribute("page", new ComparedPage(compared, treaties, new ArrayList<>(states)));
        return "law/compare";
    }

    static StateCode state(String code) {
        try {
            return StateCode.of(code);
        } catch (IllegalArgumentException e) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
    }

    private static Clause clause(String text) {
        try {
            return Clause.of(text.startsWith("/") ? text.substring(1) : text);
        } catch (IllegalArgumentException e) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
    }
}
