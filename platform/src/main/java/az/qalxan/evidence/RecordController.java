package az.qalxan.evidence;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Verb;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is noted about exhibits: how bytes were taken, seals, the place, decisions. */
@Controller
@RequestMapping("/evidence")
class RecordController {

    private final Exhibits exhibits;
    private final Records records;
    private final ExhibitPages pages;
    private final EvidenceRights rights;
    private final CaseDesk cases;
    private final CurrentCaller callers;

    RecordController(
            Exhibits exhibits,
            Records records,
            ExhibitPages pages,
            EvidenceRights rights,
            CaseDesk cases,
            CurrentCaller callers) {
        this.exhibits = exhibits;
        this.records = records;
        this.pages = pages;
        this.rights = rights;
        this.cases = cases;
        this.callers = callers;
    }

    @Requires("evidence:update")
    @PostMapping("/exhibits/{id}/acquisition")
    @Transactional
    public String acquired(@PathVariable UUID id, @ModelAttribute ExhibitForm form) {
        Exhibit exhibit = mine(id, Verb.UPDATE);
        Typed typed = new Typed();
        Acquisition told = form.acquisition(typed, pages.now());
        if (!told.told()) {
            typed.wrong("tool", "evidence.wrong.acquisition");
        }
        typed.pass();
        records.acquired(exhibit, told, callers.require());
        return "redirect:" + exhibit.path();
    }

    @Requires("evidence:update")
    @PostMapping("/exhibits/{id}/place")
    @Transactional
    public String moved(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String words) {
        Exhibit exhibit = mine(id, Verb.UPDATE);
        Typed typed = new Typed();
        String lies = typed.name("place", place);
        String why = typed.words("words", words);
        typed.pass();
        records.moved(exhibit, lies, why, callers.require());
        return "redirect:" + exhibit.path();
    }

    @Requires("evidence:update")
    @PostMapping("/exhibits/{id}/seals")
    @Transactional
    public String sealed(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String words) {
        Exhibit exhibit = mine(id, Verb.UPDATE);
        Typed typed = new Typed();
        SealState seen = typed.chosen("state", SealState.of(state), SealState.INTACT);
        Seal seal =
                new Seal(
                        typed.text("number", number, 1, ExhibitForm.SEAL_CHARS_MAX),
                        seen,
                        seen == SealState.INTACT
                                ? typed.maybe("words", words)
                                : typed.words("words", words),
                        pages.now().at(),
                        callers.require().name());
        typed.pass();
        records.seen(exhibit, seal);
        return "redirect:" + exhibit.path();
    }

    /** The exhibit, when the caller may do that with it; else there is none. */
    private Exhibit mine(UUID id, Verb verb) {
        Exhibit exhibit = exhibits.require(id);
        Caller caller = callers.require();
        boolean may =
                verb == Verb.UPDATE
                        ? rights.works(caller, exhibit)
                        : rights.may(caller, verb, exhibit);
        if (!may) {
            throw ProblemFound.of(WebProblem.FORBIDDEN);
        }
        return exhibit;
    }

    /** A decision as the form sends it, for one exhibit or several of a case. */
    record DecisionForm(
            @Nullable List<UUID> exhibit,
            @Nullable String admitted,
            @Nullable String number,
            @Nullable String decidedOn,
            @Nullable String decidedBy,
            @Nullable String official,
            @Nullable String words) {}

    @Requires("evidence:decide")
    @PostMapping("/cases/{number}/decisions")
    @Transactional
    public String decided(@PathVariable String number, @ModelAttribute DecisionForm form) {
        CaseHead head = cases.require(number);
        Caller caller = callers.require();
        Typed.Now now = pages.now();
        Typed typed = new Typed();
        List<UUID> chosen = form.exhibit() == null ? List.of() : form.exhibit();
        if (chosen.isEmpty()) {
            typed.wrong("exhibit", "evidence.wrong.none-chosen");
        }
        Admission admission =
                new Admission(
                        "yes".equals(form.admitted()),
                        typed.name("number", form.number()),
                        typed.pastDay("decidedOn", form.decidedOn(), now),
                        typed.name("decidedBy", form.decidedBy()),
                        typed.name("official", form.official()),
                        typed.words("words", form.words()),
                        now.at(),
                        caller.name());
        typed.pass();
        List<Exhibit> decided =
                chosen.stream().distinct().map(one -> mine(one, Verb.DECIDE)).toList();
        if (decided.stream().anyMatch(one -> !one.caseNumber().equals(head.number()))) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        records.decided(decided, admission);
        return decided.size() == 1
                ? "redirect:" + decided.getFirst().path()
                : "redirect:/evidence/cases/" + head.number();
    }
}
