package az.qalxan.casework.handover;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Caller;
import az.qalxan.access.Colleague;
import az.qalxan.access.Colleagues;
import az.qalxan.access.CurrentCaller;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import az.qalxan.casework.EnteredText;
import az.qalxan.casework.Receivers;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Cases on their way between bodies. */
@Controller
class HandOverController {

    private final CaseDesk cases;
    private final HandOvers handOvers;
    private final HandOverPages pages;
    private final Receivers receivers;
    private final Colleagues colleagues;
    private final CurrentCaller callers;

    HandOverController(
            CaseDesk cases,
            HandOvers handOvers,
            HandOverPages pages,
            Receivers receivers,
            Colleagues colleagues,
            CurrentCaller callers) {
        this.cases = cases;
        this.handOvers = handOvers;
        this.pages = pages;
        this.receivers = receivers;
        this.colleagues = colleagues;
        this.callers = callers;
    }

    @Requires("casework:read")
    @GetMapping("/hand-overs")
    String list(HttpServletRequest request, Model model) {
        model.addAttribute("page", pages.list(request));
        return "casework/handover/list";
    }

    @Requires("casework:read")
    @GetMapping("/hand-overs/{decision}")
    @Transactional
    public String document(@PathVariable String decision, HttpServletRequest request, Model model) {
        HandOver seen = handOvers.view(number(decision));
        model.addAttribute("page", pages.document(seen, request));
        return "casework/handover/document";
    }

    @Requires("casework:read")
    @GetMapping("/cases/{number}/hand-over")
    @Transactional
    public String ofCase(@PathVariable String number, HttpServletRequest request, Model model) {
        CaseHead head = cases.view(number);
        model.addAttribute("page", pages.ofCase(head, request));
        return "casework/handover/case";
    }

    @Requires("casework:decide")
    @PostMapping("/cases/{number}/hand-over")
    String offer(
            @PathVariable String number,
            @RequestParam String to,
            @RequestParam String summary,
            @RequestParam String reason,
            @RequestParam String basis) {
        CaseHead head = cases.require(number);
        if (receivers.without(head.body()).stream().noneMatch(body -> body.code().equals(to))) {
            throw EnteredText.wrong("to", "case.wrong.body", to);
        }
        HandOvers.Words words =
                new HandOvers.Words(
                        EnteredText.words("summary", summary),
                        EnteredText.words("reason", reason),
                        EnteredText.checked("basis", basis, 3, Statement.LEGAL_BASIS_CHARS_MAX));
        HandOverNumber decision = handOvers.offer(head, new BodyCode(to), words, callers.require());
        return "redirect:/hand-overs/" + decision;
    }

    @Requires("casework:decide")
    @PostMapping("/hand-overs/{decision}/withdraw")
    String withdraw(@PathVariable String decision) {
        handOvers.withdraw(number(decision), callers.require());
        return "redirect:/hand-overs/" + decision;
    }

    @Requires("casework:decide")
    @PostMapping("/hand-overs/{decision}/refuse")
    String refuse(@PathVariable String decision, @RequestParam String reason) {
        HandOverNumber number = number(decision);
        handOvers.refuse(number, EnteredText.words("reason", reason), callers.require());
        return "redirect:/hand-overs/" + decision;
    }

    @Requires("casework:decide")
    @PostMapping("/hand-overs/{decision}/accept")
    String accept(@PathVariable String decision, @RequestParam UUID account) {
        HandOverNumber number = number(decision);
        Caller caller = callers.require();
        handOvers.accept(number, lead(account, caller), caller);
        return "redirect:/hand-overs/" + decision;
    }

    private Colleague lead(UUID account, Caller caller) {
        return caller.account().value().equals(account)
                ? new Colleague(caller.account(), caller.name())
                : colleagues.ofCaller().stream()
                        .filter(one -> one.account().value().equals(account))
                        .findAny()
                        .orElseThrow(() -> EnteredText.wrong("account", "case.wrong.account"));
    }

    private static HandOverNumber number(String typed) {
        if (!HandOverNumber.fits(typed)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return new HandOverNumber(typed);
    }
}
