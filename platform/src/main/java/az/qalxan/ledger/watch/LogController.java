package az.qalxan.ledger.watch;

import az.qalxan.access.CurrentCaller;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log for people: checkpoints, witnesses, alarms, verifications, proofs. */
@Controller
@RequestMapping("/journal/log")
class LogController {

    private static final String SUBJECT = "audit.subject.";

    private final LogDesk desk;
    private final CurrentCaller callers;

    LogController(LogDesk desk, CurrentCaller callers) {
        this.desk = desk;
        this.callers = callers;
    }

    @Requires("ledger:read")
    @GetMapping
    String page(Model model) {
        model.addAttribute("page", desk.page());
        return "ledger/watch/log";
    }

    @Requires("ledger:decide")
    @PostMapping("/alarms/{id}/note")
    String note(@PathVariable UUID id) {
        if (!desk.note(id, callers.require().name())) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return "redirect:/journal/log#alarms";
    }

    @Requires("ledger:create")
    @PostMapping("/verifications")
    String verify() {
        return "redirect:/journal/log/verifications/" + desk.verify(callers.require().name());
    }

    @Requires("ledger:read")
    @GetMapping("/verifications/{id}")
    String verification(@PathVariable UUID id, Model model) {
        model.addAttribute(
                "page",
                desk.verification(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND)));
        return "ledger/watch/verification";
    }

    /** The form of a proof, with what was typed. */
    record ProofPage(ProofForm form, List<Violation> violations) {

        ProofPage {
            violations = List.copyOf(violations);
        }
    }

    /** The kinds of subjects that the journal knows, by their words. */
    static List<String> kinds(Text text) {
        return text.keys().stream()
                .filter(key -> key.startsWith(SUBJECT))
                .map(key -> key.substring(SUBJECT.length()))
                .sorted(Comparator.comparing(kind -> text.of(SUBJECT + kind), text.alphabetical()))
                .toList();
    }

    @Requires("ledger:export")
    @GetMapping("/proof")
    String proof(
            @RequestParam(defaultValue = "case") String kind,
            @RequestParam(defaultValue = "") String id,
            Model model) {
        model.addAttribute("page", new ProofPage(new ProofForm(kind, id, "", ""), List.of()));
        return "ledger/watch/proof";
    }
}
