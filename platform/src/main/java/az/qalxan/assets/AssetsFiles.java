package az.qalxan.assets;

import az.qalxan.audit.AuditLog;
import az.qalxan.casework.CaseNumber;
import az.qalxan.reporting.ReportId;
import az.qalxan.web.CsvDownload;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Transfers and freezes as files for a spreadsheet; each row carries its marking. */
@Component
class AssetsFiles {

    private final TransferStore transfers;
    private final FreezeStore freezes;
    private final TrailReader reader;
    private final AuditLog audit;

    AssetsFiles(TransferStore transfers, FreezeStore freezes, TrailReader reader, AuditLog audit) {
        this.transfers = transfers;
        this.freezes = freezes;
        this.reader = reader;
        this.audit = audit;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public String transfers(Standing standing) {
        exported(standing, "transfers");
        StringBuilder out = new StringBuilder();
        try (CsvDownload csv =
                new CsvDownload(
                        out,
                        List.of(
                                "from_kind",
                                "from",
                                "to_kind",
                                "to",
                                "amount",
                                "currency",
                                "received_amount",
                                "received_currency",
                                "at",
                                "known_by",
                                "verified",
                                "reference",
                                "document",
                                "belongs_to",
                                "handling"))) {
            transfers
                    .of(reports(standing), standing.caseNumber())
                    .forEach(one -> csv.row(cells(one)));
        }
        return out.toString();
    }

    private static List<Object> cells(KnownTransfer known) {
        Transfer one = known.transfer();
        return List.of(
                one.from().kind().code(),
                one.from().value(),
                one.to().kind().code(),
                one.to().value(),
                one.sent().amount(),
                one.sent().currency(),
                one.received().amount(),
                one.received().currency(),
                one.at().toString(),
                one.knownBy().code(),
                one.verified(),
                one.reference(),
                known.document(),
                known.standing().label(),
                known.standing().handling().label());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public String freezes(Standing standing) {
        exported(standing, "freezes");
        StringBuilder out = new StringBuilder();
        try (CsvDownload csv =
                new CsvDownload(
                        out,
                        List.of(
                                "number",
                                "state",
                                "holding_kind",
                                "holding",
                                "organisation",
                                "basis",
                                "asked",
                                "currency",
                                "requester",
                                "drafted_at",
                                "sent_at",
                                "held",
                                "held_at",
                                "held_until",
                                "returned",
                                "reason",
                                "belongs_to",
                                "handling"))) {
            freezes.of(reports(standing), standing.caseNumber())
                    .forEach(one -> csv.row(cells(FreezeRow.of(one))));
        }
        return out.toString();
    }

    private static List<@Nullable Object> cells(FreezeRow row) {
        FreezeHead head = row.head();
        Hold hold = row.hold();
        Money asked = head.asked();
        return Arrays.asList(
                head.number().value(),
                row.state(),
                head.holding().kind().code(),
                head.holding().value(),
                head.organisation(),
                head.basis(),
                asked == null ? null : asked.amount(),
                head.currency(),
                head.requester(),
                head.draftedAt().toString(),
                row.sentAt(),
                hold == null ? null : hold.amount().amount(),
                hold == null ? null : hold.at(),
                hold == null ? null : hold.until(),
                hold == null ? null : hold.returned().amount(),
                row.reason(),
                head.standing().label(),
                head.standing().handling().label());
    }

    private List<ReportId> reports(Standing standing) {
        ReportId report = standing.report();
        return report == null
                ? reader.reportsOf(new CaseNumber(standing.caseNumber()))
                : List.of(report);
    }

    private void exported(Standing standing, String what) {
        audit.record(AssetsAct.EXPORTED, Transfers.subject(standing), Map.of("what", what));
    }
}
