package az.qalxan.evidence.custody;

import az.qalxan.access.Caller;
import az.qalxan.access.Confirmation;
import az.qalxan.access.CurrentCaller;
import az.qalxan.evidence.Typed;
import az.qalxan.web.Requires;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What is done with transfers. Each signature is confirmed on its own, before the transaction: a
 * wrong code counts although nothing else comes of it.
 */
@Controller
@RequestMapping("/evidence/transfers")
class TransferStepController {

    private final HandingOver transfers;
    private final TransferReading reading;
    private final Confirmation confirmation;
    private final CurrentCaller callers;

    TransferStepController(
            HandingOver transfers,
            TransferReading reading,
            Confirmation confirmation,
            CurrentCaller callers) {
        this.transfers = transfers;
        this.reading = reading;
        this.confirmation = confirmation;
        this.callers = callers;
    }

    @Requires("evidence:update")
    @PostMapping
    String propose(@ModelAttribute TransferForm form) {
        Caller caller = callers.require();
        HandingOver.Wanted wanted = reading.read(form, caller);
        Confirmation.Confirmed by = confirmation.require(caller, form.code());
        return "redirect:" + transfers.propose(wanted, by, caller).terms().path();
    }

    /** The receiver signs; whoever found something otherwise says what. */
    @Requires("evidence:update")
    @PostMapping("/{id}/sign")
    String sign(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String found,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String code) {
        Caller caller = callers.require();
        Transfer seen = transfers.require(id);
        Typed typed = new Typed();
        boolean intact = found.equals("as-stated");
        if (!intact && !found.equals("different")) {
            typed.wrong("found", "evidence.wrong.choice");
        }
        String said = intact ? typed.maybe("words", words) : typed.words("words", words);
        typed.pass();
        Confirmation.Confirmed by = confirmation.require(caller, code);
        transfers.sign(id, new HandingOver.Found(intact, said), by, caller);
        return "redirect:" + seen.terms().path();
    }

    @Requires("evidence:update")
    @PostMapping("/{id}/refuse")
    String refuse(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        transfers.refuse(id, reason(reason), callers.require());
        return "redirect:/evidence/transfers/" + id;
    }

    @Requires("evidence:update")
    @PostMapping("/{id}/withdraw")
    String withdraw(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        transfers.withdraw(id, reason(reason), callers.require());
        return "redirect:/evidence/transfers/" + id;
    }

    private static String reason(String typed) {
        Typed form = new Typed();
        String reason = form.words("reason", typed);
        form.pass();
        return reason;
    }
}
