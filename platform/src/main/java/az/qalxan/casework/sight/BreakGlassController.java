package az.qalxan.casework.sight;

import az.qalxan.access.CurrentCaller;
import az.qalxan.casework.CaseNumber;
import az.qalxan.casework.EnteredText;
import az.qalxan.web.Requires;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Breaking the glass: asking, consenting, taking note. */
@Controller
class BreakGlassController {

    private final BreakingGlass breaking;
    private final SightPages pages;
    private final CurrentCaller callers;

    BreakGlassController(BreakingGlass breaking, SightPages pages, CurrentCaller callers) {
        this.breaking = breaking;
        this.pages = pages;
        this.callers = callers;
    }

    @Requires("casework:read")
    @GetMapping("/break-glass")
    String page(@RequestParam(defaultValue = "") String number, Model model) {
        String typed = number.strip();
        model.addAttribute("page", pages.breakGlass(CaseNumber.fits(typed) ? typed : ""));
        return "casework/sight/breakglass";
    }

    /** Asks; whoever sees the case already is led there. */
    @Requires("casework:read")
    @PostMapping("/break-glass")
    String ask(@RequestParam String number, @RequestParam String reason) {
        String typed = number.strip().toUpperCase(Locale.ROOT);
        if (!CaseNumber.fits(typed)) {
            throw EnteredText.wrong("number", "case.wrong.number", number);
        }
        CaseNumber asked = new CaseNumber(typed);
        String why = EnteredText.words("reason", reason);
        if (breaking.sees(asked)) {
            return "redirect:/cases/" + asked;
        }
        breaking.ask(asked, why, callers.require());
        return "redirect:/break-glass#own";
    }

    @Requires("casework:administer")
    @PostMapping("/break-glass/{id}/approve")
    String approve(@PathVariable UUID id, @RequestParam String reason) {
        breaking.approve(id, EnteredText.words("reason", reason), callers.require());
        return "redirect:/break-glass#decide";
    }

    @Requires("casework:administer")
    @PostMapping("/break-glass/{id}/refuse")
    String refuse(@PathVariable UUID id, @RequestParam String reason) {
        breaking.refuse(id, EnteredText.words("reason", reason), callers.require());
        return "redirect:/break-glass#decide";
    }

    @Requires("casework:read")
    @PostMapping("/break-glass/{id}/seen")
    String seen(@PathVariable UUID id) {
        breaking.takeNote(id);
        return "redirect:/break-glass#alarms";
    }

    /** What auditors take note of. */
    @Requires("audit:read")
    @GetMapping("/alarms")
    String alarms(Model model) {
        model.addAttribute("page", pages.alarms());
        return "casework/sight/alarms";
    }

    @Requires("audit:read")
    @PostMapping("/alarms/{id}/seen")
    String seenByAuditor(@PathVariable UUID id) {
        breaking.takeNote(id);
        return "redirect:/alarms";
    }
}
