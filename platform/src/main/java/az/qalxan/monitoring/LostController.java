package az.qalxan.monitoring;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What was not used of a source's events: late, damaged, let go; and how lines are repaired. */
@Controller
@RequestMapping("/monitoring/sources/{id}/damaged")
class LostController {

    private static final int LINES_MAX = 100;

    private final Sources sources;
    private final LostDesk desk;
    private final CurrentCaller callers;

    LostController(Sources sources, LostDesk desk, CurrentCaller callers) {
        this.sources = sources;
        this.desk = desk;
        this.callers = callers;
    }

    /**
     * What was not used.
     *
     * @param own whether the viewer's body keeps the source, so that its lines may be repaired
     */
    record LostPage(
            Source source, LostEvents events, List<BatchStore.DamagedLine> lines, boolean own) {

        /** How much of a line is shown in the list. */
        private static final int SHOWN_CHARS_MAX = 600;

        LostPage {
            lines = List.copyOf(lines);
        }

        String shown(BatchStore.DamagedLine line) {
            String text = line.text();
            return text.substring(0, Math.min(SHOWN_CHARS_MAX, text.length()));
        }
    }

    @Requires("monitoring:read")
    @GetMapping
    String list(@PathVariable UUID id, Model model) {
        Caller caller = callers.require();
        Source source = sources.see(id);
        LostDesk.Lost lost = desk.of(id, LINES_MAX);
        boolean own = source.body().equals(caller.body().value()) && source.open();
        model.addAttribute("page", new LostPage(source, lost.events(), lost.lines(), own));
        return "monitoring/lost";
    }

    /** A line with what was typed instead of it. */
    record RepairPage(
            Source source, BatchStore.DamagedLine line, String text, List<Violation> violations) {

        RepairPage {
            violations = List.copyOf(violations);
        }
    }

    @Requires("monitoring:update")
    @GetMapping("/{batch}/{line}")
    String form(
            @PathVariable UUID id, @PathVariable long batch, @PathVariable int line, Model model) {
        Source source = desk.own(callers.require(), id);
        BatchStore.DamagedLine damaged = desk.line(id, batch, line);
        model.addAttribute("page", new RepairPage(source, damaged, damaged.text(), List.of()));
        return "monitoring/repair";
    }

    @Requires("monitoring:update")
    @PostMapping("/{batch}/{line}")
    ModelAndView repair(
            @PathVariable UUID id,
            @PathVariable long batch,
            @PathVariable int line,
            @RequestParam(defaultValue = "") String text) {
        Caller caller = callers.require();
        Source source = desk.own(caller, id);
        BatchStore.DamagedLine damaged = desk.line(id, batch, line);
        List<Violation> wrong = desk.violations(source, text);
        if (!wrong.isEmpty()) {
            ModelAndView again =
                    new ModelAndView(
                            "monitoring/repair",
                            "page",
                            new RepairPage(source, damaged, text, wrong));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        desk.repair(caller, id, damaged, text);
        return new ModelAndView("redirect:/monitoring/sources/" + id + "/damaged");
    }
}
