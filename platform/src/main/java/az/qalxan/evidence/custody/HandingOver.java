package az.qalxan.evidence.custody;

import az.qalxan.access.Caller;
import az.qalxan.access.Confirmation;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.evidence.Custody;
import az.qalxan.evidence.CustodyStep;
import az.qalxan.evidence.EvidencePack;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.ExhibitId;
import az.qalxan.evidence.Exhibits;
import az.qalxan.law.Law;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a transfer; each, its links in the chains and its records are one transaction. */
@Component
class HandingOver {

    private final CustodyTransferStore store;
    private final Exhibits exhibits;
    private final Custody custody;
    private final EvidencePack pack;
    private final Law law;
    private final AuditLog audit;
    private final Clock clock;

    HandingOver(
            CustodyTransferStore store,
            Exhibits exhibits,
            Custody custody,
            EvidencePack pack,
            Law law,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.exhibits = exhibits;
        this.custody = custody;
        this.pack = pack;
        this.law = law;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the giver wants to give to whom, and why. */
    record Wanted(
            List<Exhibit> exhibits,
            Side to,
            String reason,
            String basis,
            String condition,
            String place,
            boolean sealsIntact) {

        Wanted {
            exhibits = List.copyOf(exhibits);
        }
    }

    /** Proposes a transfer; the giver has signed it by that. */
    @Transactional
    public Transfer propose(Wanted wanted, Confirmation.Confirmed by, Caller giver) {
        Transfer.Terms terms = terms(wanted, by, giver);
        store.insert(terms);
        if (store.offer(terms.id()) != terms.items().size()) {
            throw ProblemFound.of(CustodyProblem.NOT_YOURS_TO_GIVE);
        }
        Map<String, String> details = details(terms);
        details.put("confirmed-by", by.factor());
        wanted.exhibits()
                .forEach(one ->
                        custody.record(
                                one,
                                CustodyStep.by(
                                                giver.name(),
                                                CustodyAct.TRANSFER_PROPOSED,
                                                "transfer-proposed")
                                        .saying(terms.reason())
                                        .with(details)));
        return new Transfer(terms, new Transfer.Open());
    }

    private Transfer.Terms terms(Wanted wanted, Confirmation.Confirmed by, Caller giver) {
        Exhibit first = wanted.exhibits().getFirst();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Transfer.Terms draft =
                new Transfer.Terms(
                        UUID.randomUUID(),
                        first.caseNumber(),
                        store.next(first.caseNumber()),
                        first.standing(),
                        new Side(giver.account().toString(), giver.name(), giver.body()),
                        wanted.to(),
                        wanted.reason(),
                        wanted.basis(),
                        wanted.condition(),
                        wanted.place(),
                        wanted.sealsIntact(),
                        now,
                        pack.signBy(now, law.calendar()).truncatedTo(ChronoUnit.MICROS),
                        wanted.exhibits().stream().map(HandingOver::item).toList(),
                        "",
                        "",
                        by.factor());
        Statement statement = Statement.of(draft);
        return new Transfer.Terms(
                draft.id(),
                draft.caseNumber(),
                draft.number(),
                draft.standing(),
                draft.from(),
                draft.to(),
                draft.reason(),
                draft.basis(),
                draft.condition(),
                draft.place(),
                draft.sealsIntact(),
                draft.proposedAt(),
                draft.dueAt(),
                draft.items(),
                statement.text(),
                statement.digest(),
                draft.giverFactor());
    }

    private static Transfer.Item item(Exhibit exhibit) {
        return new Transfer.Item(
                exhibit.id(),
                exhibit.number().toString(),
                exhibit.description().title(),
                exhibit.seals().stream()
                        .map(seal -> seal.number() + " " + seal.state().code())
                        .collect(Collectors.joining(", ")));
    }

    private static Map<String, String> details(Transfer.Terms terms) {
        Map<String, String> details = new HashMap<>();
        details.put("transfer", terms.label());
        details.put("statement-sha256", terms.digest());
        details.put("from", terms.from().name());
        details.put("to", terms.to().name());
        details.put("to-body", terms.to().body().value());
        details.put("document", terms.basis());
        details.put("condition", terms.condition());
        details.put("place", terms.place());
        details.values().removeIf(String::isEmpty);
        return details;
    }

    /** Shows a transfer; the view is recorded. */
    @Transactional
    public Transfer view(UUID id) {
        Transfer seen = require(id);
        audit.record(
                CustodyAct.TRANSFER_VIEWED,
                AuditSubject.of("transfer", id),
                Map.of("number", seen.terms().label()));
        return seen;
    }

    /** The transfer of an address, or the problem "not found" for those who may not know of it. */
    @Transactional(readOnly = true)
    public Transfer require(UUID id) {
        return store.find(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** What the receiver found, at the moment of signing. */
    record Found(boolean intact, String words) {}

    /** The receiver signs: the exhibits change hands. */
    @Transactional
    public void sign(UUID id, Found found, Confirmation.Confirmed by, Caller receiver) {
        Transfer.Terms terms = require(id).terms();
        Transfer.Signed signed =
                new Transfer.Signed(decision(receiver), by.factor(), found.intact(), found.words());
        decided(store.sign(id, signed));
        Map<String, String> details = details(terms);
        details.put("holder", receiver.name());
        details.put("holder-body", receiver.body().value());
        details.put("signed-giver", terms.from().name() + ", " + terms.giverFactor());
        details.put("signed-receiver", receiver.name() + ", " + by.factor());
        for (Exhibit one : items(terms)) {
            custody.record(
                    one,
                    CustodyStep.by(receiver.name(), CustodyAct.TRANSFER_SIGNED, "transferred")
                            .saying(terms.reason())
                            .with(details));
            if (!found.intact()) {
                custody.record(
                        one,
                        CustodyStep.by(
                                        receiver.name(),
                                        CustodyAct.TRANSFER_SIGNED,
                                        "found-different")
                                .saying(found.words())
                                .with(Map.of("transfer", terms.label())));
            }
        }
    }

    /** The receiver refuses with a reason: everything stays with the giver. */
    @Transactional
    public void refuse(UUID id, String reason, Caller receiver) {
        Transfer.Decision by = decision(receiver);
        end(id, new Transfer.Refused(by, reason), by, reason);
    }

    /** The giver takes the offer back. */
    @Transactional
    public void withdraw(UUID id, String reason, Caller giver) {
        Transfer.Decision by = decision(giver);
        end(id, new Transfer.Withdrawn(by), by, reason);
    }

    /** The links are written first: a receiver who refuses sees the exhibits no longer. */
    private void end(UUID id, Transfer.Outcome outcome, Transfer.Decision by, String words) {
        Transfer transfer = require(id);
        if (!transfer.open()) {
            throw ProblemFound.of(CustodyProblem.TRANSFER_DECIDED);
        }
        CustodyAct act =
                outcome instanceof Transfer.Refused
                        ? CustodyAct.TRANSFER_REFUSED
                        : CustodyAct.TRANSFER_WITHDRAWN;
        for (Exhibit one : items(transfer.terms())) {
            custody.record(
                    one,
                    CustodyStep.by(by.name(), act, "transfer-" + outcome.code())
                            .saying(words)
                            .with(Map.of("transfer", transfer.terms().label())));
        }
        decided(store.end(id, outcome, by, words));
    }

    private List<Exhibit> items(Transfer.Terms terms) {
        List<ExhibitId> ids = terms.items().stream().map(Transfer.Item::exhibit).toList();
        Map<ExhibitId, Exhibit> known = exhibits.of(ids);
        return ids.stream().flatMap(id -> Optional.ofNullable(known.get(id)).stream()).toList();
    }

    private Transfer.Decision decision(Caller caller) {
        return new Transfer.Decision(caller.account().toString(), caller.name(), clock.instant());
    }

    private static void decided(boolean inTime) {
        if (!inTime) {
            throw ProblemFound.of(CustodyProblem.TRANSFER_DECIDED);
        }
    }
}
