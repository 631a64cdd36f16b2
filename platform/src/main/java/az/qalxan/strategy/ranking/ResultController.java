package az.qalxan.strategy.ranking;

import az.qalxan.access.CurrentCaller;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Imports what rankings published, and verifies it. */
@Controller
@RequestMapping("/strategy/rankings/results")
class ResultController {

    private static final String KEEP = "keep";

    private final Results results;
    private final CurrentCaller callers;

    ResultController(Results results, CurrentCaller callers) {
        this.results = results;
        this.callers = callers;
    }

    /**
     * The form of the import.
     *
     * @param read what would be kept; empty before anything was read
     */
    record ImportPage(String text, List<Published> read, List<Violation> flaws) {

        ImportPage {
            read = List.copyOf(read);
            flaws = List.copyOf(flaws);
        }
    }

    @Requires("strategy:administer")
    @GetMapping("/import")
    String form(Model model) {
        model.addAttribute("page", new ImportPage("", List.of(), List.of()));
        return "strategy/ranking/import";
    }

    /** Reads a text; keeps it when that was asked and nothing is wrong. */
    @Requires("strategy:administer")
    @PostMapping("/import")
    ModelAndView take(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String act,
            HttpServletResponse response) {
        return switch (results.read(text)) {
            case ResultReading.Read.Fine(var read) when act.equals(KEEP) -> {
                results.keep(read, callers.require());
                yield new ModelAndView("redirect:/strategy/rankings/" + read.getFirst().ranking());
            }
            case ResultReading.Read.Fine(var read) -> page(new ImportPage(text, read, List.of()));
            case ResultReading.Read.Wrong(var flaws) -> {
                response.setStatus(WebProblem.INVALID_INPUT.status());
                yield page(new ImportPage(text, List.of(), flaws));
            }
        };
    }

    private static ModelAndView page(ImportPage page) {
        return new ModelAndView("strategy/ranking/import", "page", page);
    }

    @Requires("strategy:decide")
    @PostMapping("/{id}/verify")
    String verify(@PathVariable UUID id) {
        Published one = results.verify(id, callers.require());
        return "redirect:/strategy/rankings/" + one.ranking();
    }
}
