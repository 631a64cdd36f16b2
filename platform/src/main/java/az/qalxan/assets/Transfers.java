package az.qalxan.assets;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.reporting.ReportId;
import az.qalxan.reporting.ReportedLoss;
import az.qalxan.reporting.ReportedLosses;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What officers say about transfers: enter, confirm, verify, withdraw. Nothing is deleted. */
@Component
public class Transfers {

    private final TransferStore store;
    private final ReportedLosses reports;
    private final FrozenShares shares;
    private final AuditLog audit;
    private final Clock clock;

    Transfers(
            TransferStore store,
            ReportedLosses reports,
            FrozenShares shares,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.reports = reports;
        this.shares = shares;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How many transfers were new, how many stood there already, how many took the place of what a
     * reporter had said.
     */
    record Entered(int fresh, int known, int replacing) {}

    /** Enters transfers of one report or case; those that stand there already are left alone. */
    @Transactional
    Entered enter(Standing standing, List<Transfer> transfers, String document, Caller caller) {
        List<KnownTransfer> rows =
                transfers.stream()
                        .map(one ->
                                new KnownTransfer(
                                        one, standing, document, caller.name(), clock.instant()))
                        .toList();
        Set<UUID> fresh = store.insert(rows);
        int replacing = fresh.isEmpty() ? 0 : store.replaceWords(fresh);
        if (!fresh.isEmpty()) {
            audit.record(
                    AssetsAct.ENTERED,
                    subject(standing),
                    Map.of("transfers", String.valueOf(fresh.size())));
            shares.refresh(standing);
        }
        return new Entered(fresh.size(), rows.size() - fresh.size(), replacing);
    }

    /** What a report suggests; empty when it is confirmed already, or suggests nothing. */
    @Transactional(readOnly = true)
    Optional<FirstHop> suggested(ReportId report) {
        return store.of(List.of(report), "").stream()
                        .anyMatch(one -> one.transfer().from().key().equals(key(report)))
                ? Optional.empty()
                : reports.of(report).flatMap(FirstHop::of);
    }

    private static String key(ReportId report) {
        return Holding.victimKey(report);
    }

    /**
     * Confirms that the money of that report went to that holding first; twice is once. False when
     * the report names no such holding.
     */
    @Transactional
    public boolean confirm(ReportId report, String holdingKey, Caller caller) {
        ReportedLoss loss =
                reports.of(report).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        Optional<Transfer> hop =
                FirstHop.of(loss)
                        .flatMap(suggestion ->
                                suggestion.candidates().stream()
                                        .filter(one -> one.key().equals(holdingKey))
                                        .findAny()
                                        .map(to -> transfer(suggestion, to)));
        hop.ifPresent(one -> {
            audit.record(AssetsAct.CONFIRMED, AuditSubject.of("report", report));
            enter(Standings.of(loss), List.of(one), "", caller);
        });
        return hop.isPresent();
    }

    private static Transfer transfer(FirstHop suggestion, Holding to) {
        return new Transfer(
                UUID.randomUUID(),
                suggestion.victim(),
                to,
                suggestion.loss(),
                suggestion.loss(),
                suggestion.at(),
                KnownBy.REPORTER,
                false,
                "");
    }

    /** Takes a transfer out of every sum, for a reason. */
    @Transactional
    KnownTransfer withdraw(UUID id, String reason) {
        KnownTransfer known = require(id);
        if (known.isReturn()) {
            throw ProblemFound.of(AssetsProblem.RETURN_STANDS, known.document());
        }
        if (!store.withdraw(id, reason)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        audit.record(AssetsAct.WITHDRAWN, subject(known.standing()), Map.of("reason", reason));
        shares.refresh(known.standing());
        return known;
    }

    /** Calls a transfer verified. */
    @Transactional
    KnownTransfer verify(UUID id) {
        KnownTransfer known = require(id);
        if (store.verify(id)) {
            audit.record(AssetsAct.VERIFIED, subject(known.standing()));
        }
        return known;
    }

    private KnownTransfer require(UUID id) {
        return store.find(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** The known transfers of those reports and that case, in the order of what happened. */
    @Transactional(readOnly = true)
    List<KnownTransfer> of(Collection<ReportId> asked, String caseNumber) {
        return store.of(asked, caseNumber);
    }

    static AuditSubject subject(Standing standing) {
        return standing.report() == null
                ? AuditSubject.of("case", standing.caseNumber())
                : AuditSubject.of("report", standing.report());
    }
}
