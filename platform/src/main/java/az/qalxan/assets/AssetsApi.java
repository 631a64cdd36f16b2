package az.qalxan.assets;

import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Trails, transfers and freezes for programs; a scope is {@code report:<id>} or {@code
 * case:<number>}.
 */
@RestController
@RequestMapping("/api/assets")
@Tag(name = "Asset recovery")
class AssetsApi {

    /** Transfers of one call. */
    static final int TRANSFERS_MAX = 1_000;

    private final Standings standings;
    private final TrailPages pages;
    private final Statements statements;
    private final Freezes freezes;
    private final AssetsPack pack;
    private final AuditLog audit;
    private final CurrentCaller callers;
    private final PageFrames frames;

    AssetsApi(
            Standings standings,
            TrailPages pages,
            Statements statements,
            Freezes freezes,
            AssetsPack pack,
            AuditLog audit,
            CurrentCaller callers,
            PageFrames frames) {
        this.standings = standings;
        this.pages = pages;
        this.statements = statements;
        this.freezes = freezes;
        this.pack = pack;
        this.audit = audit;
        this.callers = callers;
        this.frames = frames;
    }

    @Operation(summary = "The trail of a report's or a case's money; the view is recorded")
    @Requires("assets:read")
    @GetMapping("/trails/{scope}")
    @Transactional
    public Trail trail(@PathVariable String scope, @RequestParam(defaultValue = "") String rule) {
        Standing standing = standings.require(scope);
        TracingRule asked = TracingRule.of(rule);
        audit.record(AssetsAct.TRAIL_VIEWED, Transfers.subject(standing), Map.of("as", "program"));
        return pages.trail(standing, asked);
    }

    /** A transfer as a program sends it; {@code received…} and {@code reference} may be absent. */
    record TransferMessage(
            @Nullable String from,
            @Nullable String to,
            @Nullable String amount,
            @Nullable String currency,
            @Nullable String at,
            @Nullable String receivedAmount,
            @Nullable String receivedCurrency,
            @Nullable String reference) {

        RawTransfer raw() {
            return new RawTransfer(
                    text(from),
                    text(to),
                    text(amount),
                    text(currency),
                    text(at),
                    text(receivedAmount),
                    text(receivedCurrency),
                    text(reference));
        }
    }

    /** Transfers of one source; {@code knownBy} is bank, officer, chain or reporter. */
    record TransfersMessage(
            @Nullable String knownBy,
            @Nullable Boolean verified,
            @Nullable String document,
            @Nullable List<TransferMessage> transfers) {}

    /** One wrong field of one transfer; rows are counted from 1. */
    record WrongCell(int row, String field, String message) {}

    /** What became of the transfers of one call. */
    record Taken(int rows, int fresh, int known, int replacing, int wrong, List<WrongCell> first) {

        Taken {
            first = List.copyOf(first);
        }
    }

    @Operation(
            summary = "Enter transfers; right ones are stored once, wrong ones are named",
            description = "The same transfers sent again store nothing a second time.")
    @Requires("assets:create")
    @PostMapping("/trails/{scope}/transfers")
    Taken enter(
            @PathVariable String scope,
            @RequestBody TransfersMessage message,
            HttpServletRequest request) {
        List<TransferMessage> sent = message.transfers() == null ? List.of() : message.transfers();
        if (sent.isEmpty() || sent.size() > TRANSFERS_MAX) {
            throw Typed.wrong("transfers", "assets.wrong.rows", sent.size(), TRANSFERS_MAX);
        }
        Statements.Sheet sheet =
                TrailController.sheet(
                        standings.require(scope),
                        text(message.knownBy()),
                        Boolean.TRUE.equals(message.verified()),
                        text(message.document()));
        return taken(
                statements.store(
                        sheet, sent.stream().map(TransferMessage::raw).toList(), callers.require()),
                frames.of(request).text());
    }

    @Operation(summary = "Read a bank's statement in from CSV (RFC 4180, UTF-8, header row)")
    @Requires("assets:create")
    @PostMapping(path = "/trails/{scope}/statement", consumes = "text/csv")
    Taken statement(
            @PathVariable String scope,
            @RequestParam(defaultValue = "bank") String knownBy,
            @RequestParam(defaultValue = "true") boolean verified,
            @RequestParam(defaultValue = "") String document,
            HttpServletRequest request)
            throws IOException {
        Statements.Sheet sheet =
                TrailController.sheet(standings.require(scope), knownBy, verified, document);
        return taken(
                statements.store(
                        sheet, StatementFile.read(request.getInputStream()), callers.require()),
                frames.of(request).text());
    }

    private static Taken taken(Statements.Outcome outcome, Text text) {
        Transfers.Entered entered = outcome.entered();
        return new Taken(
                outcome.rows(),
                entered == null ? 0 : entered.fresh(),
                entered == null ? 0 : entered.known(),
                entered == null ? 0 : entered.replacing(),
                outcome.wrongRows(),
                outcome.wrong().stream()
                        .flatMap(row ->
                                row.violations().stream()
                                        .map(one ->
                                                new WrongCell(
                                                        row.row(), one.location(), one.in(text))))
                        .toList());
    }

    /** A freeze as programs read it; amounts are null where its state has none. */
    record FreezeMessage(
            String number,
            String state,
            Holding holding,
            String organisation,
            String basis,
            @Nullable Money asked,
            @Nullable Money held,
            @Nullable Money returned,
            @Nullable Instant heldUntil,
            @Nullable String clock,
            @Nullable Instant dueAt,
            String belongsTo,
            String handling,
            int version) {}

    @Operation(summary = "The freezes of a report or case; the view is recorded")
    @Requires("assets:read")
    @GetMapping("/trails/{scope}/freezes")
    @Transactional
    public List<FreezeMessage> freezes(@PathVariable String scope) {
        Standing standing = standings.require(scope);
        audit.record(AssetsAct.LIST_VIEWED, Transfers.subject(standing), Map.of("list", "program"));
        return pages.freezes(standing).stream().map(this::message).toList();
    }

    @Operation(summary = "One freeze; the view is recorded")
    @Requires("assets:read")
    @GetMapping("/freezes/{number}")
    FreezeMessage freeze(@PathVariable String number) {
        return message(freezes.view(FreezeController.number(number)));
    }

    private FreezeMessage message(Freeze freeze) {
        FreezeHead head = freeze.head();
        Hold hold = FreezeRow.of(freeze).hold();
        @Nullable Deadline deadline = Deadline.of(freeze, pack).orElse(null);
        return new FreezeMessage(
                head.number().value(),
                freeze.code(),
                head.holding(),
                head.organisation(),
                head.basis(),
                head.asked(),
                hold == null ? null : hold.amount(),
                hold == null ? null : hold.returned(),
                hold == null ? null : hold.until(),
                deadline == null ? null : deadline.clock(),
                deadline == null ? null : deadline.dueAt(),
                head.standing().label(),
                head.standing().handling().label(),
                head.version());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
