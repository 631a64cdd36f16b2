package az.qalxan.evidence.custody;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HandingOver and what falls due, for programs. They read: signatures are for people. */
@RestController
@RequestMapping("/api/evidence")
@Tag(name = "Evidence")
class CustodyApi {

    private final HandingOver transfers;
    private final CustodyTransferStore store;
    private final DueList due;
    private final AuditLog audit;
    private final CurrentCaller callers;

    CustodyApi(
            HandingOver transfers,
            CustodyTransferStore store,
            DueList due,
            AuditLog audit,
            CurrentCaller callers) {
        this.transfers = transfers;
        this.store = store;
        this.due = due;
        this.audit = audit;
        this.callers = callers;
    }

    /** A side of a transfer; of a body whose person is not named, the name is empty. */
    record SideMessage(String name, String body) {}

    /** An exhibit of a transfer. */
    record ItemMessage(UUID exhibit, String number, String title) {}

    /** A transfer as programs read it; what has not happened is null. */
    record TransferMessage(
            UUID id,
            String number,
            String state,
            SideMessage from,
            SideMessage to,
            List<ItemMessage> exhibits,
            String reason,
            String basis,
            String condition,
            String place,
            boolean sealsIntact,
            Instant proposedAt,
            Instant dueAt,
            String statementSha256,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            @Nullable Boolean foundIntact,
            @Nullable String words) {

        TransferMessage {
            exhibits = List.copyOf(exhibits);
        }
    }

    @Operation(summary = "HandingOver from and to the caller's body, open ones first")
    @Requires("evidence:read")
    @GetMapping("/transfers")
    @Transactional
    public List<TransferMessage> list(@RequestParam(defaultValue = "false") boolean openOnly) {
        Caller caller = callers.require();
        listed(caller, "transfers");
        return store.ofBody(caller.body(), openOnly).stream().map(CustodyApi::message).toList();
    }

    private void listed(Caller caller, String what) {
        audit.record(
                CustodyAct.LISTED,
                AuditSubject.of("exhibit-list", caller.body()),
                Map.of("list", what, "as", "program"));
    }

    @Operation(summary = "One transfer; the view is recorded")
    @Requires("evidence:read")
    @GetMapping("/transfers/{id}")
    TransferMessage transfer(@PathVariable UUID id) {
        return message(transfers.view(id));
    }

    /** Something that falls due. */
    record DueMessage(String kind, String number, String caseNumber, LocalDate day, String path) {}

    @Operation(summary = "What falls due for the caller's body, the soonest first")
    @Requires("evidence:read")
    @GetMapping("/due")
    @Transactional
    public List<DueMessage> due() {
        Caller caller = callers.require();
        listed(caller, "due");
        return due.of(caller.body()).stream()
                .map(one ->
                        new DueMessage(
                                one.kind(), one.number(), one.caseNumber(), one.day(), one.path()))
                .toList();
    }

    private static TransferMessage message(Transfer transfer) {
        Transfer.Terms terms = transfer.terms();
        Transfer.@Nullable Decision by =
                switch (transfer.outcome()) {
                    case Transfer.Open ignored -> null;
                    case Transfer.Signed signed -> signed.by();
                    case Transfer.Refused refused -> refused.by();
                    case Transfer.Withdrawn withdrawn -> withdrawn.by();
                };
        return new TransferMessage(
                terms.id(),
                terms.label(),
                transfer.outcome().code(),
                new SideMessage(terms.from().name(), terms.from().body().value()),
                new SideMessage(terms.to().name(), terms.to().body().value()),
                terms.items().stream()
                        .map(one ->
                                new ItemMessage(one.exhibit().value(), one.number(), one.title()))
                        .toList(),
                terms.reason(),
                terms.basis(),
                terms.condition(),
                terms.place(),
                terms.sealsIntact(),
                terms.proposedAt(),
                terms.dueAt(),
                terms.digest(),
                by == null ? null : by.at(),
                by == null ? null : by.name(),
                transfer.outcome() instanceof Transfer.Signed signed ? signed.foundIntact() : null,
                words(transfer.outcome()));
    }

    private static @Nullable String words(Transfer.Outcome outcome) {
        return switch (outcome) {
            case Transfer.Signed signed -> signed.words();
            case Transfer.Refused refused -> refused.reason();
            case Transfer.Open ignored -> null;
            case Transfer.Withdrawn ignored -> null;
        };
    }
}
