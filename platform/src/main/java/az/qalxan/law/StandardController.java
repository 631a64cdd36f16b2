package az.qalxan.law;

import az.qalxan.web.OpenToEveryone;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The catalogue of national standards (strategy 8.7.2). */
@Controller
class StandardController {

    private final LawReading reading;

    StandardController(LawReading reading) {
        this.reading = reading;
    }

    @OpenToEveryone("Which standards a state has adopted is public.")
    @GetMapping("/law/standards")
    String standards(@RequestParam(defaultValue = "") String known, Model model) {
        model.addAttribute("page", StandardsPage.of(reading.of("", known)));
        return "law/standards";
    }
}
