package az.qalxan.assets;

import az.qalxan.access.CurrentCaller;
import az.qalxan.reporting.ReportId;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Money that goes back to victims. */
@Controller
@RequestMapping("/assets/freezes/{number}")
class ReturnController {

    private static final int DOCUMENT_CHARS_MAX = 200;

    private final Returns returns;
    private final Freezes freezes;
    private final CurrentCaller callers;

    ReturnController(Returns returns, Freezes freezes, CurrentCaller callers) {
        this.returns = returns;
        this.freezes = freezes;
        this.callers = callers;
    }

    /**
     * Decides who gets how much; reports and amounts stand in the same order. Amounts are read from
     * the form itself: a decimal comma must not split one into two.
     */
    @Requires("assets:decide")
    @PostMapping("/returns")
    String decide(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(name = "report") List<UUID> reports,
            @RequestParam String words,
            @RequestParam MultiValueMap<String, String> form) {
        List<String> amounts = form.getOrDefault("amount", List.of());
        Freeze freeze = freezes.see(FreezeController.number(number));
        if (reports.size() != amounts.size() || reports.size() > Claim.VICTIMS_MAX) {
            throw Typed.wrong("amount", "assets.wrong.shares", reports.size(), amounts.size());
        }
        returns.decide(
                FreezeController.number(number),
                new Returns.Decided(
                        version,
                        ReturnRule.of(rule),
                        Typed.words("words", words),
                        amounts(reports, amounts, freeze.head().currency())),
                callers.require());
        return back(number);
    }

    private static Map<ReportId, Money> amounts(
            List<UUID> reports, List<String> typed, String currency) {
        Map<ReportId, Money> amounts = new LinkedHashMap<>();
        for (int i = 0; i < reports.size(); i++) {
            if (!typed.get(i).isBlank() && !typed.get(i).strip().matches("0+([.,]0+)?")) {
                amounts.put(
                        new ReportId(reports.get(i)),
                        Typed.moneyIn("amount", typed.get(i), currency));
            }
        }
        return amounts;
    }

    @Requires("assets:decide")
    @PostMapping("/returns/{share}/pay")
    String pay(
            @PathVariable String number, @PathVariable UUID share, @RequestParam String document) {
        String proof = Typed.text("document", document, 1, DOCUMENT_CHARS_MAX);
        if (!returns.pay(FreezeController.number(number), share, proof, callers.require())) {
            throw ProblemFound.of(AssetsProblem.FREEZE_CHANGED);
        }
        return back(number);
    }

    @Requires("assets:decide")
    @PostMapping("/returns/{share}/cancel")
    String cancel(
            @PathVariable String number, @PathVariable UUID share, @RequestParam String reason) {
        String why = Typed.words("reason", reason);
        if (!returns.cancel(FreezeController.number(number), share, why, callers.require())) {
            throw ProblemFound.of(AssetsProblem.FREEZE_CHANGED);
        }
        return back(number);
    }

    private static String back(String number) {
        return "redirect:/assets/freezes/" + number + "#returns";
    }
}
