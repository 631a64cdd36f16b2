package az.qalxan.assets;

import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.casework.CaseNumber;
import az.qalxan.reporting.ReportId;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import java.util.List;
import java.util.Map;
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

/** Trails of money: as a part of a report's or a case's page, and whole. */
@Controller
@RequestMapping("/assets")
class TrailController {

    private final Standings standings;
    private final TrailPages pages;
    private final Statements statements;
    private final Transfers transfers;
    private final AuditLog audit;
    private final CurrentCaller callers;

    TrailController(
            Standings standings,
            TrailPages pages,
            Statements statements,
            Transfers transfers,
            AuditLog audit,
            CurrentCaller callers) {
        this.standings = standings;
        this.pages = pages;
        this.statements = statements;
        this.transfers = transfers;
        this.audit = audit;
        this.callers = callers;
    }

    /** The money of a report, as a part of its page. */
    @Requires("assets:read")
    @GetMapping("/of/{report}")
    @Transactional
    public String ofReport(@PathVariable UUID report, Model model) {
        return part(
                standings
                        .of(new ReportId(report))
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND)),
                model);
    }

    /** The money of a case, as a part of its page. */
    @Requires("assets:read")
    @GetMapping("/of-case/{number}")
    @Transactional
    public String ofCase(@PathVariable String number, Model model) {
        if (!CaseNumber.fits(number)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return part(
                standings
                        .of(new CaseNumber(number))
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND)),
                model);
    }

    private String part(Standing standing, Model model) {
        viewed(standing, "part");
        model.addAttribute("page", pages.of(standing, TracingRule.FIRST_IN_FIRST_OUT, null));
        return "assets/part";
    }

    private void viewed(Standing standing, String how) {
        audit.record(AssetsAct.TRAIL_VIEWED, Transfers.subject(standing), Map.of("as", how));
    }

    @Requires("assets:read")
    @GetMapping("/trail/{scope}")
    @Transactional
    public String trail(
            @PathVariable String scope, @RequestParam(defaultValue = "") String rule, Model model) {
        Standing standing = standings.require(scope);
        TracingRule asked = TracingRule.of(rule);
        viewed(standing, asked.code());
        model.addAttribute("page", pages.of(standing, asked, null));
        return "assets/trail";
    }

    /** The one click by which a person says: there the money went first. */
    @Requires("assets:create")
    @PostMapping("/of/{report}/first-hop")
    String confirm(@PathVariable UUID report, @RequestParam String holding) {
        if (!transfers.confirm(new ReportId(report), holding, callers.require())) {
            throw Typed.wrong("holding", "assets.wrong.holding", "");
        }
        return "redirect:/assets/trail/report:" + report;
    }

    /** The fields of the entry form. */
    record Entry(
            String from,
            String to,
            String amount,
            String currency,
            String at,
            @Nullable String receivedAmount,
            @Nullable String receivedCurrency,
            @Nullable String reference,
            String knownBy,
            @Nullable String verified,
            @Nullable String document) {

        RawTransfer raw() {
            return new RawTransfer(
                    from,
                    to,
                    amount,
                    currency,
                    at,
                    text(receivedAmount),
                    text(receivedCurrency),
                    text(reference));
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    @Requires("assets:create")
    @PostMapping("/trail/{scope}/transfers")
    String enter(@PathVariable String scope, Entry entry) {
        Statements.Sheet sheet =
                sheet(
                        standings.require(scope),
                        entry.knownBy(),
                        entry.verified() != null,
                        Entry.text(entry.document()));
        Statements.Outcome outcome =
                statements.store(sheet, List.of(entry.raw()), callers.require());
        if (!outcome.wrong().isEmpty()) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT, outcome.wrong().getFirst().violations());
        }
        return "redirect:/assets/trail/" + scope + "#transfers";
    }

    static Statements.Sheet sheet(
            Standing standing, String knownBy, boolean verified, String document) {
        try {
            return new Statements.Sheet(
                    standing,
                    new TransferCheck.Source(KnownBy.of(knownBy), verified),
                    Typed.text("document", document, 0, 200));
        } catch (IllegalArgumentException e) {
            throw Typed.wrong("knownBy", "assets.wrong.known-by", knownBy);
        }
    }

    @Requires("assets:update")
    @PostMapping("/transfers/{id}/verify")
    String verify(@PathVariable UUID id) {
        return back(transfers.verify(id));
    }

    @Requires("assets:update")
    @PostMapping("/transfers/{id}/withdraw")
    String withdraw(@PathVariable UUID id, @RequestParam String reason) {
        return back(transfers.withdraw(id, Typed.words("reason", reason)));
    }

    private static String back(KnownTransfer changed) {
        return "redirect:/assets/trail/" + changed.standing().scope() + "#transfers";
    }
}
