package az.qalxan.casework.sight;

import az.qalxan.access.Caller;
import az.qalxan.access.Colleague;
import az.qalxan.access.Colleagues;
import az.qalxan.access.CurrentCaller;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import az.qalxan.casework.EnteredText;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who works on a case and who sees it. */
@Controller
@RequestMapping("/cases/{number}")
class AccessController {

    private final CaseDesk cases;
    private final Access access;
    private final SightPages pages;
    private final Colleagues colleagues;
    private final Jurisdiction jurisdiction;
    private final CurrentCaller callers;
    private final Clock clock;

    AccessController(
            CaseDesk cases,
            Access access,
            SightPages pages,
            Colleagues colleagues,
            Jurisdiction jurisdiction,
            CurrentCaller callers,
            Clock clock) {
        this.cases = cases;
        this.access = access;
        this.pages = pages;
        this.colleagues = colleagues;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.clock = clock;
    }

    @Requires("casework:read")
    @GetMapping("/access")
    @Transactional
    public String page(@PathVariable String number, HttpServletRequest request, Model model) {
        CaseHead head = cases.view(number);
        model.addAttribute("page", pages.access(head, request));
        return "casework/sight/access";
    }

    @Requires("casework:update")
    @PostMapping("/members")
    String join(
            @PathVariable String number,
            @RequestParam UUID account,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason) {
        CaseHead head = cases.require(number);
        String why = head.restricted() ? EnteredText.words("reason", reason) : reason.strip();
        Access.Grounds grounds = new Access.Grounds(why, moment(until));
        access.join(head, colleague(account), grounds, callers.require());
        return back(head);
    }

    @Requires("casework:update")
    @PostMapping("/members/{account}/leave")
    String leave(
            @PathVariable String number, @PathVariable UUID account, @RequestParam String reason) {
        CaseHead head = cases.require(number);
        String why = EnteredText.words("reason", reason);
        access.leave(head, account.toString(), why, callers.require());
        return back(head);
    }

    @Requires("casework:update")
    @PostMapping("/members/{account}/lead")
    String lead(@PathVariable String number, @PathVariable UUID account) {
        CaseHead head = cases.require(number);
        access.lead(head, account.toString(), callers.require());
        return back(head);
    }

    /** Ends one period of named access. */
    @Requires("casework:update")
    @PostMapping("/access/{entry}/end")
    String end(@PathVariable String number, @PathVariable UUID entry, @RequestParam String reason) {
        CaseHead head = cases.require(number);
        access.end(head, entry, EnteredText.words("reason", reason), callers.require());
        return back(head);
    }

    /** Shows the case to its members alone, or to its body again. */
    @Requires("casework:update")
    @PostMapping("/restrict")
    String restrict(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam boolean restricted,
            @RequestParam String reason) {
        CaseHead head = cases.require(number);
        String why = EnteredText.words("reason", reason);
        if (head.version() != version) {
            throw ProblemFound.of(WebProblem.CONFLICT);
        }
        Caller caller = callers.require();
        if (restricted) {
            access.restrict(head, why, caller);
        } else {
            access.lift(head, why, caller);
        }
        return back(head);
    }

    private Colleague colleague(UUID account) {
        return colleagues.ofCaller().stream()
                .filter(one -> one.account().value().equals(account))
                .findAny()
                .orElseThrow(() -> EnteredText.wrong("account", "case.wrong.account"));
    }

    private @Nullable Instant moment(String until) {
        if (until.isBlank()) {
            return null;
        }
        try {
            Instant moment = LocalDateTime.parse(until).atZone(jurisdiction.zone()).toInstant();
            if (moment.isAfter(clock.instant())) {
                return moment;
            }
        } catch (DateTimeParseException e) {
            throw EnteredText.wrong("until", "case.wrong.due", until);
        }
        throw EnteredText.wrong("until", "case.wrong.due-past", until);
    }

    private static String back(CaseHead head) {
        return "redirect:/cases/" + head.number() + "/access";
    }
}
