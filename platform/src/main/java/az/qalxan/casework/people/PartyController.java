package az.qalxan.casework.people;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import az.qalxan.casework.EnteredText;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The parties of a case. */
@Controller
@RequestMapping("/cases/{number}/parties")
class PartyController {

    private final CaseDesk cases;
    private final Parties parties;
    private final PartyPages pages;
    private final PartyForm form;
    private final Reporters reporters;
    private final CurrentCaller callers;
    private final Clock clock;

    PartyController(
            CaseDesk cases,
            Parties parties,
            PartyPages pages,
            PartyForm form,
            Reporters reporters,
            CurrentCaller callers,
            Clock clock) {
        this.cases = cases;
        this.parties = parties;
        this.pages = pages;
        this.form = form;
        this.reporters = reporters;
        this.callers = callers;
        this.clock = clock;
    }

    /** Shows the parties; with a report, offers to enter its reporter. */
    @Requires("casework:update")
    @GetMapping
    @Transactional
    public String page(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable UUID report,
            HttpServletRequest request,
            Model model) {
        CaseHead head = cases.view(number);
        model.addAttribute("page", pages.of(head, report, request));
        return "casework/people/parties";
    }

    @Requires("casework:update")
    @PostMapping
    @Transactional
    public String enter(
            @PathVariable String number,
            @ModelAttribute PartyForm.PartyTyped typed,
            @ModelAttribute PartyForm.StatusTyped status) {
        CaseHead head = cases.require(number);
        Caller caller = callers.require();
        parties.enter(head, form.party(typed, status, caller.name()), caller);
        return back(head);
    }

    /** Enters the reporter of one of the case's reports. */
    @Requires("casework:update")
    @PostMapping("/from-report")
    @Transactional
    public String enterReporter(
            @PathVariable String number, @RequestParam UUID report, @RequestParam String status) {
        CaseHead head = cases.require(number);
        reporters.enter(head, report, status, callers.require());
        return back(head);
    }

    /** Gives a party a status; the one it takes the place of ends. */
    @Requires("casework:update")
    @PostMapping("/{party}/status")
    @Transactional
    public String change(
            @PathVariable String number,
            @PathVariable UUID party,
            @ModelAttribute PartyForm.StatusTyped typed,
            @RequestParam(defaultValue = "") String replaced) {
        CaseHead head = cases.require(number);
        Party known =
                parties.find(head, party).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        parties.change(
                head, party, form.status(known.kind(), typed, callers.require().name()), replaced);
        return back(head);
    }

    @Requires("casework:update")
    @PostMapping("/{party}/end")
    @Transactional
    public String end(
            @PathVariable String number,
            @PathVariable UUID party,
            @RequestParam String status,
            @RequestParam(defaultValue = "") String until,
            @RequestParam String reason) {
        CaseHead head = cases.require(number);
        parties.end(
                head,
                party,
                status,
                new PartyStore.End(
                        form.day("until", until),
                        EnteredText.words("reason", reason),
                        callers.require().name(),
                        clock.instant()));
        return back(head);
    }

    /** Strikes an entry that was a mistake. */
    @Requires("casework:update")
    @PostMapping("/{party}/strike")
    @Transactional
    public String strike(
            @PathVariable String number, @PathVariable UUID party, @RequestParam String reason) {
        CaseHead head = cases.require(number);
        parties.strike(head, party, EnteredText.words("reason", reason), callers.require());
        return back(head);
    }

    private static String back(CaseHead head) {
        return "redirect:/cases/" + head.number() + "/parties";
    }
}
