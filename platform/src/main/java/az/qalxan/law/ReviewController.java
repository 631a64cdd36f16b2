package az.qalxan.law;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The lawyers' queue: proposals, and cells that have to be looked at again. */
@Controller
class ReviewController {

    private static final String NUMBER = "/law/proposals/{number:[0-9]{1,9}}";
    private static final int BULK_MAX = 200;

    private final ReviewPages pages;
    private final Proposing proposing;
    private final Proposals proposals;
    private final CurrentCaller callers;

    ReviewController(
            ReviewPages pages, Proposing proposing, Proposals proposals, CurrentCaller callers) {
        this.pages = pages;
        this.proposing = proposing;
        this.proposals = proposals;
        this.callers = callers;
    }

    @Requires("law:read")
    @GetMapping("/law/review")
    String queue(Model model) {
        model.addAttribute("page", pages.queue(callers.require()));
        return "law/review";
    }

    @Requires("law:read")
    @GetMapping(NUMBER)
    String proposal(@PathVariable long number, Model model) {
        model.addAttribute("page", pages.proposal(number, callers.require()));
        return "law/proposal";
    }

    @Requires("law:create")
    @GetMapping("/law/propose")
    ModelAndView form(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "change") String act,
            @RequestParam(defaultValue = "") String on) {
        return new ModelAndView("law/propose", "page", proposing.form(wanted(kind, key, act), on));
    }

    static Proposing.Wanted wanted(String kind, String key, String act) {
        FactKind known = FactKind.of(kind).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        Proposal.Act wanted = act(act);
        boolean editable =
                switch (wanted) {
                    case NEW -> !FactField.of(known).isEmpty() && known != FactKind.STANDARD;
                    case CHANGE -> !FactField.of(known).isEmpty() && !key.isBlank();
                    case STANDING -> known != FactKind.SOURCE && !key.isBlank();
                    case END -> known.splits() && !key.isBlank();
                    case RETRACT -> !key.isBlank();
                };
        if (!editable) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return new Proposing.Wanted(known, key, wanted);
    }

    private static Proposal.Act act(String code) {
        try {
            return Proposal.Act.of(code);
        } catch (IllegalArgumentException e) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
    }

    @Requires("law:create")
    @PostMapping("/law/propose")
    ModelAndView propose(@RequestParam Map<String, String> given, HttpServletResponse response) {
        Proposing.Wanted wanted =
                wanted(
                        given.getOrDefault("kind", ""),
                        given.getOrDefault("key", ""),
                        given.getOrDefault("act", ""));
        Proposing.Read read = proposing.read(wanted, given, given.getOrDefault("on", ""));
        return switch (read) {
            case Proposing.Read.Fine fine -> {
                UUID id = proposals.propose(fine.change(), fine.reason(), callers.require());
                yield new ModelAndView("redirect:/law/proposals/" + pages.number(id));
            }
            case Proposing.Read.Wrong wrong -> {
                response.setStatus(WebProblem.INVALID_INPUT.status());
                yield new ModelAndView("law/propose", "page", wrong.form());
            }
        };
    }

    @Requires("law:create")
    @PostMapping(NUMBER + "/support")
    String support(@PathVariable long number) {
        proposals.support(pages.id(number), callers.require());
        return back(number);
    }

    @Requires("law:decide")
    @PostMapping(NUMBER + "/approve")
    String approve(@PathVariable long number, @RequestParam(defaultValue = "") String words) {
        proposals.approve(pages.id(number), EnteredWords.may(words), callers.require());
        return back(number);
    }

    @Requires("law:decide")
    @PostMapping(NUMBER + "/refuse")
    String refuse(@PathVariable long number, @RequestParam(defaultValue = "") String words) {
        proposals.refuse(pages.id(number), EnteredWords.must(words), callers.require());
        return back(number);
    }

    /** Open to all who read, of whom each may withdraw what is theirs. */
    @Requires("law:read")
    @PostMapping(NUMBER + "/withdraw")
    String withdraw(@PathVariable long number, @RequestParam(defaultValue = "") String words) {
        proposals.withdraw(pages.id(number), EnteredWords.may(words), callers.require());
        return back(number);
    }

    private static String back(long number) {
        return "redirect:/law/proposals/" + number;
    }

    /** Takes over several changes that a pack brought. */
    @Requires("law:create")
    @PostMapping("/law/review/support")
    String supportAll(@RequestParam(name = "proposal", defaultValue = "") List<UUID> ids) {
        Caller caller = callers.require();
        proposals.supportAll(bounded(ids), caller);
        return "redirect:/law/review";
    }

    /** Approves several changes that somebody else stands for. */
    @Requires("law:decide")
    @PostMapping("/law/review/approve")
    String approveAll(@RequestParam(name = "proposal", defaultValue = "") List<UUID> ids) {
        Caller caller = callers.require();
        proposals.approveAll(bounded(ids), caller);
        return "redirect:/law/review";
    }

    private static List<UUID> bounded(List<UUID> ids) {
        if (ids.size() > BULK_MAX) {
            throw ProblemFound.of(WebProblem.BAD_REQUEST);
        }
        return ids;
    }
}
