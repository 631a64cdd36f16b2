package az.qalxan.deconfliction;

import az.qalxan.access.CurrentCaller;
import az.qalxan.web.Requires;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The steps of asking and answering, from the page of a hit. */
@Controller
@RequestMapping("/hits")
class AskController {

    private final Asking asking;
    private final Deciding deciding;
    private final CurrentCaller callers;

    AskController(Asking asking, Deciding deciding, CurrentCaller callers) {
        this.asking = asking;
        this.deciding = deciding;
        this.callers = callers;
    }

    @Requires("deconfliction:create")
    @PostMapping("/{id}/ask")
    String ask(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String purpose) {
        asking.ask(callers.require(), id, new Asking.Reason(ground, purpose));
        return "redirect:/hits/" + id;
    }

    @Requires("deconfliction:create")
    @PostMapping("/asks/{ask}/withdraw")
    String withdraw(@PathVariable UUID ask) {
        return to(asking.withdraw(callers.require(), ask));
    }

    @Requires("deconfliction:create")
    @PostMapping("/asks/{ask}/return")
    String giveBack(@PathVariable UUID ask) {
        return to(asking.giveBack(callers.require(), ask));
    }

    @Requires("deconfliction:decide")
    @PostMapping("/asks/{ask}/consent")
    String consent(
            @PathVariable UUID ask,
            @RequestParam(name = "report", defaultValue = "") List<UUID> reports,
            @RequestParam(defaultValue = "") String statement,
            @RequestParam(defaultValue = "") String until) {
        Deciding.Answer answer = new Deciding.Answer(reports, statement, until);
        return to(deciding.consent(callers.require(), ask, answer));
    }

    @Requires("deconfliction:decide")
    @PostMapping("/asks/{ask}/refuse")
    String refuse(@PathVariable UUID ask, @RequestParam(defaultValue = "") String reason) {
        return to(deciding.refuse(callers.require(), ask, reason));
    }

    @Requires("deconfliction:decide")
    @PostMapping("/asks/{ask}/end")
    String end(@PathVariable UUID ask) {
        return to(deciding.withdraw(callers.require(), ask));
    }

    private static String to(UUID hit) {
        return "redirect:/hits/" + hit;
    }
}
