package az.qalxan.assets;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Freezes to look at: what runs out next, the list, one of them. */
@Controller
@RequestMapping("/assets")
class FreezeController {

    private static final int ROWS = 100;
    private static final List<String> STATES =
            List.of(
                    "drafted",
                    "sent",
                    "acknowledged",
                    "frozen",
                    "partly",
                    "seized",
                    "refused",
                    "too-late",
                    "released",
                    "returned",
                    "dropped");

    private final Freezes freezes;
    private final FreezeStore store;
    private final FreezePages pages;
    private final DutyPages duty;
    private final TrailPages trails;
    private final Standings standings;
    private final HoldingReading holdings;
    private final AuditLog audit;
    private final CurrentCaller callers;

    FreezeController(
            Freezes freezes,
            FreezeStore store,
            FreezePages pages,
            DutyPages duty,
            TrailPages trails,
            Standings standings,
            HoldingReading holdings,
            AuditLog audit,
            CurrentCaller callers) {
        this.freezes = freezes;
        this.store = store;
        this.pages = pages;
        this.duty = duty;
        this.trails = trails;
        this.standings = standings;
        this.holdings = holdings;
        this.audit = audit;
        this.callers = callers;
    }

    /** The duty page: what runs out next. */
    @Requires("assets:read")
    @GetMapping("/golden-hour")
    @Transactional
    public String goldenHour(Model model) {
        listed("golden-hour");
        model.addAttribute("page", duty.of(callers.require()));
        return "assets/goldenhour";
    }

    /** What runs out within the hour, as a part of the first page; empty when nothing does. */
    @Requires("assets:read")
    @GetMapping("/running-out")
    @Transactional(readOnly = true)
    public String runningOut(Model model) {
        model.addAttribute("page", duty.soon(callers.require()));
        return "assets/runningout";
    }

    /**
     * The list of freezes.
     *
     * @param next the number behind which the next page starts; empty on the last one
     */
    record ListPage(List<FreezeLine> freezes, List<String> states, String state, String next) {

        ListPage {
            freezes = List.copyOf(freezes);
            states = List.copyOf(states);
        }
    }

    @Requires("assets:read")
    @GetMapping("/freezes")
    @Transactional
    public String list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String before,
            Model model) {
        Caller caller = callers.require();
        listed("freezes");
        String asked = STATES.contains(state) ? state : "";
        List<Freeze> found =
                store.page(caller.body(), asked, FreezeNumber.fits(before) ? before : "", ROWS + 1);
        boolean more = found.size() > ROWS;
        List<Freeze> shown = more ? found.subList(0, ROWS) : found;
        model.addAttribute(
                "page",
                new ListPage(
                        trails.lines(shown),
                        STATES,
                        asked,
                        more ? shown.getLast().head().number().value() : ""));
        return "assets/freezes";
    }

    private void listed(String what) {
        audit.record(
                AssetsAct.LIST_VIEWED,
                AuditSubject.of("freeze-list", callers.require().body()),
                Map.of("list", what));
    }

    @Requires("assets:read")
    @GetMapping("/freezes/{number}")
    @Transactional
    public String page(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String rule,
            Model model) {
        model.addAttribute("page", pages.of(freezes.view(number(number)), ReturnRule.of(rule)));
        return "assets/freeze";
    }

    /** Drafts a freeze of a holding, for a report or a case. */
    @Requires("assets:create")
    @PostMapping("/trail/{scope}/freezes")
    @Transactional
    public String draft(
            @PathVariable String scope,
            @RequestParam String holding,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam String currency) {
        Standing standing = standings.require(scope);
        Holding found =
                holdings.read(holding)
                        .or(() -> trails.known(standing, holding))
                        .filter(Holding::leadsOn)
                        .orElseThrow(() -> Typed.wrong("holding", "assets.wrong.holding", holding));
        @Nullable Money asked = amount.isBlank() ? null : Typed.moneyIn("amount", amount, currency);
        if (!Money.isCurrency(currency)) {
            throw Typed.wrong("currency", "assets.wrong.amount", amount, currency);
        }
        FreezeNumber drafted =
                freezes.draft(
                        new Freezes.Draft(standing, found, asked, currency, false),
                        callers.require());
        return "redirect:/assets/freezes/" + drafted;
    }

    /** The number in an address; what is none leads to no freeze. */
    static FreezeNumber number(String typed) {
        if (!FreezeNumber.fits(typed)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return new FreezeNumber(typed);
    }
}
