package az.qalxan.series;

import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Linking everything anew: how far it is, start, pause, give up. */
@Controller
@RequestMapping("/series/relink")
class RelinkController {

    private final Relinking relinking;
    private final LinkMeters meters;

    RelinkController(Relinking relinking, LinkMeters meters) {
        this.relinking = relinking;
        this.meters = meters;
    }

    /**
     * The page.
     *
     * @param progress null when nothing was ever linked anew
     */
    record RelinkPage(@Nullable RelinkProgress progress, PendingQueue.Backlog backlog) {

        boolean underWay() {
            return progress != null && (progress.running() || progress.paused());
        }
    }

    @Requires("series:administer")
    @GetMapping
    String page(HttpServletRequest request, Model model) {
        model.addAttribute(
                "page", new RelinkPage(relinking.progress().orElse(null), meters.backlog()));
        return request.getHeader("HX-Request") == null ? "series/relink" : "series/progress";
    }

    @Requires("series:administer")
    @PostMapping("/start")
    String start() {
        relinking.start();
        return "redirect:/series/relink";
    }

    @Requires("series:administer")
    @PostMapping("/pause")
    String pause() {
        if (!relinking.pause()) {
            throw ProblemFound.of(SeriesProblem.RELINK_STATE);
        }
        return "redirect:/series/relink";
    }

    @Requires("series:administer")
    @PostMapping("/drop")
    String drop() {
        if (!relinking.drop()) {
            throw ProblemFound.of(SeriesProblem.RELINK_STATE);
        }
        return "redirect:/series/relink";
    }
}
