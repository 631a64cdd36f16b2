package az.qalxan.evidence.custody;

import az.qalxan.access.Caller;
import az.qalxan.access.Confirmation;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Verb;
import az.qalxan.evidence.EvidenceRights;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.ExhibitPages;
import az.qalxan.evidence.Exhibits;
import az.qalxan.evidence.Typed;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Copies, and what is given to lawful owners or disposed of. */
@Controller
@RequestMapping("/evidence/exhibits/{id}")
class ReleaseController {

    /** For what copies are made, besides those that owners get. */
    static final List<String> PURPOSES = List.of("working", "court", "expert", "abroad");

    private final Exhibits exhibits;
    private final Releases releases;
    private final EvidenceRights rights;
    private final ExhibitPages pages;
    private final Confirmation confirmation;
    private final CurrentCaller callers;

    ReleaseController(
            Exhibits exhibits,
            Releases releases,
            EvidenceRights rights,
            ExhibitPages pages,
            Confirmation confirmation,
            CurrentCaller callers) {
        this.exhibits = exhibits;
        this.releases = releases;
        this.rights = rights;
        this.pages = pages;
        this.confirmation = confirmation;
        this.callers = callers;
    }

    @Requires("evidence:update")
    @PostMapping("/copies")
    String copy(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String place) {
        Caller caller = callers.require();
        Exhibit source = mine(id, Verb.UPDATE, caller);
        Typed typed = new Typed();
        if (!PURPOSES.contains(purpose)) {
            typed.wrong("purpose", "evidence.wrong.choice");
        }
        Exhibits.NewCopy told =
                new Exhibits.NewCopy(
                        purpose, typed.words("words", words), typed.name("place", place));
        typed.pass();
        return "redirect:" + exhibits.copy(source, told, caller).path();
    }

    @Requires("evidence:decide")
    @PostMapping("/releases")
    String give(@PathVariable UUID id, @ModelAttribute ReleaseForm form) {
        Caller caller = callers.require();
        Exhibit exhibit = mine(id, Verb.DECIDE, caller);
        Releases.Wanted wanted = form.read(pages.now().today());
        Confirmation.Confirmed by = confirmation.require(caller, form.code());
        releases.give(exhibit, wanted, by, caller);
        return "redirect:" + exhibit.path();
    }

    @Requires("evidence:update")
    @PostMapping("/back")
    String back(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String place) {
        Caller caller = callers.require();
        Exhibit exhibit = mine(id, Verb.UPDATE, caller);
        Typed typed = new Typed();
        String said = typed.words("words", words);
        String lies = typed.name("place", place);
        typed.pass();
        releases.takeBack(exhibit, said, lies, caller);
        return "redirect:" + exhibit.path();
    }

    /** The exhibit, when it lies with the caller's body and the caller may do that with it. */
    private Exhibit mine(UUID id, Verb verb, Caller caller) {
        Exhibit exhibit = exhibits.require(id);
        if (!rights.may(caller, verb, exhibit)) {
            throw ProblemFound.of(WebProblem.FORBIDDEN);
        }
        if (!exhibit.keeping().body().equals(caller.body())) {
            throw ProblemFound.of(CustodyProblem.RELEASE_REFUSED);
        }
        return exhibit;
    }
}
