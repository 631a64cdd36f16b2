package az.qalxan.home;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.statistics.PublicFigures;
import az.qalxan.web.OpenToEveryone;
import az.qalxan.web.PageFrames;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Chooses the first page by who asks. */
@Controller
class HomeController {

    private final CurrentCaller callers;
    private final Jurisdiction jurisdiction;
    private final PublicFigures figures;
    private final Desk desk;
    private final PageFrames frames;

    HomeController(
            CurrentCaller callers,
            Jurisdiction jurisdiction,
            PublicFigures figures,
            Desk desk,
            PageFrames frames) {
        this.callers = callers;
        this.jurisdiction = jurisdiction;
        this.figures = figures;
        this.desk = desk;
        this.frames = frames;
    }

    @OpenToEveryone("The first page; it shows an official only the own work.")
    @GetMapping("/")
    String home(HttpServletRequest request, Model model) {
        Optional<Caller> caller = callers.get();
        if (caller.isPresent()) {
            model.addAttribute("page", desk.of(caller.get(), frames.of(request).text()));
            return "home/desk";
        }
        model.addAttribute(
                "page",
                new HomePage(
                        jurisdiction.emergencyNumbers(),
                        jurisdiction.groups(),
                        figures.lastMonth()));
        return "home/visitor";
    }
}
