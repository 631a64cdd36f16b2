package az.qalxan.evidence.erasure;

import az.qalxan.access.Caller;
import az.qalxan.access.Confirmation;
import az.qalxan.access.CurrentCaller;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseNumber;
import az.qalxan.evidence.KeyDestruction;
import az.qalxan.evidence.Typed;
import az.qalxan.web.Requires;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Destroying what is stored of a case: who proposes and who decides types the case's number, and
 * confirms it as by a signature, before the transaction.
 */
@Controller
@RequestMapping("/evidence/cases/{number}/erasure")
class ErasureController {

    private final ErasureDesk desk;
    private final Confirmation confirmation;
    private final CurrentCaller callers;

    ErasureController(ErasureDesk desk, Confirmation confirmation, CurrentCaller callers) {
        this.desk = desk;
        this.confirmation = confirmation;
        this.callers = callers;
    }

    /** What the page shows. */
    record ErasurePage(ErasureDesk.Seen seen, Caller viewer) {

        /** The proposal that waits. */
        Optional<Erasure> open() {
            return seen.erasures().stream().filter(Erasure::open).findFirst();
        }

        /** The others. */
        List<Erasure> past() {
            return seen.erasures().stream()
                    .filter(one -> !one.open() && !erased().equals(Optional.of(one)))
                    .toList();
        }

        /** What was carried out, or is being carried out. */
        Optional<Erasure> erased() {
            return seen.erasures().stream()
                    .filter(one -> one.carriedOut() || one.state() == Erasure.State.DECIDED)
                    .findFirst();
        }

        boolean mayPropose() {
            return seen.mayDecide()
                    && seen.holding().files() > 0
                    && open().isEmpty()
                    && erased().isEmpty();
        }

        boolean own(Erasure erasure) {
            return ErasureDesk.own(erasure, viewer);
        }
    }

    @Requires("evidence:read")
    @GetMapping
    String page(@PathVariable String number, Model model) {
        Caller caller = callers.require();
        model.addAttribute(
                "page", new ErasurePage(desk.seen(CaseDesk.number(number), caller), caller));
        return "evidence/erasure/page";
    }

    /** What was typed into the form of a proposal. */
    record ProposalForm(
            String reason, String basis, String document, String confirm, String code) {}

    @Requires("evidence:decide")
    @PostMapping
    String propose(@PathVariable String number, @ModelAttribute ProposalForm form) {
        CaseNumber asked = CaseDesk.number(number);
        Typed typed = new Typed();
        KeyDestruction.Grounds grounds =
                new KeyDestruction.Grounds(
                        typed.words("reason", form.reason()),
                        typed.name("basis", form.basis()),
                        typed.name("document", form.document()));
        repeated(asked, form.confirm(), typed);
        typed.pass();
        desk.propose(asked, grounds, confirmed(form.code()));
        return back(asked);
    }

    @Requires("evidence:decide")
    @PostMapping("/{id}/decide")
    String decide(
            @PathVariable String number,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String confirm,
            @RequestParam(defaultValue = "") String code) {
        CaseNumber asked = CaseDesk.number(number);
        Typed typed = new Typed();
        repeated(asked, confirm, typed);
        typed.pass();
        desk.decide(asked, id, "", confirmed(code));
        return back(asked);
    }

    /** Refuses, or takes back what one proposed oneself. */
    @Requires("evidence:decide")
    @PostMapping("/{id}/end")
    String end(
            @PathVariable String number,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words) {
        CaseNumber asked = CaseDesk.number(number);
        Typed typed = new Typed();
        String said = typed.words("words", words);
        typed.pass();
        desk.end(asked, id, said, callers.require());
        return back(asked);
    }

    private static void repeated(CaseNumber number, String confirm, Typed typed) {
        if (!confirm.strip().equals(number.value())) {
            typed.wrong("confirm", "erasure.wrong.confirm", number.value());
        }
    }

    private KeyDestruction.Person confirmed(String code) {
        Caller caller = callers.require();
        return new KeyDestruction.Person(caller, confirmation.require(caller, code));
    }

    private static String back(CaseNumber number) {
        return "redirect:/evidence/cases/" + number + "/erasure";
    }
}
