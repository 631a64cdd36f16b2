package az.qalxan.evidence.intake;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Verb;
import az.qalxan.evidence.EvidenceRights;
import az.qalxan.web.Requires;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Files on their way, for people: what goes on, what was abandoned. */
@Controller
@RequestMapping("/evidence/intakes")
class IntakeController {

    private final IntakeDesk desk;
    private final Intakes intakes;
    private final IntakeSettings settings;
    private final EvidenceRights rights;
    private final CurrentCaller callers;

    IntakeController(
            IntakeDesk desk,
            Intakes intakes,
            IntakeSettings settings,
            EvidenceRights rights,
            CurrentCaller callers) {
        this.desk = desk;
        this.intakes = intakes;
        this.settings = settings;
        this.rights = rights;
        this.callers = callers;
    }

    /**
     * A file on its way.
     *
     * @param abandoned whether no piece came for long
     * @param may whether the viewer may go on with it or give it up
     */
    record Line(IntakeDesk.Known known, boolean abandoned, boolean may) {}

    /**
     * All of them.
     *
     * @param days after how many without a piece an intake counts as abandoned
     */
    record ListPage(List<Line> lines, long days) {

        ListPage {
            lines = List.copyOf(lines);
        }

        /** How many abandoned ones the viewer may clear. */
        long abandoned() {
            return lines.stream().filter(one -> one.abandoned() && one.may()).count();
        }
    }

    @Requires("evidence:update")
    @GetMapping
    String list(Model model) {
        model.addAttribute("page", new ListPage(lines(), settings.abandonedAfter().toDays()));
        return "evidence/intake/list";
    }

    private List<Line> lines() {
        Caller caller = callers.require();
        Instant before = desk.abandonedBefore(settings);
        return desk.listed("").stream()
                .map(one ->
                        new Line(
                                one,
                                one.intake().lastAt().isBefore(before),
                                rights.may(caller, Verb.UPDATE, one.exhibit())))
                .toList();
    }

    @Requires("evidence:update")
    @PostMapping("/{id}/drop")
    String drop(@PathVariable UUID id) throws IOException {
        intakes.drop(id);
        return "redirect:/evidence/intakes";
    }

    /** Gives up all abandoned ones that the caller may. */
    @Requires("evidence:update")
    @PostMapping("/clear")
    String clear() throws IOException {
        for (Line line : lines()) {
            if (line.abandoned() && line.may()) {
                intakes.drop(line.known().intake().id().value());
            }
        }
        return "redirect:/evidence/intakes";
    }
}
