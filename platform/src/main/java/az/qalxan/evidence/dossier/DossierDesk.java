package az.qalxan.evidence.dossier;

import az.qalxan.access.Caller;
import az.qalxan.access.Verb;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.casework.CaseHead;
import az.qalxan.evidence.EvidenceRights;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.Exhibits;
import az.qalxan.evidence.StoredBytes;
import az.qalxan.evidence.Typed;
import az.qalxan.print.DetachedSigning;
import az.qalxan.print.Signer;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders for exports and finds earlier ones. */
@Component
class DossierDesk {

    static final int EXHIBITS_MAX = 200;

    private final Exhibits exhibits;
    private final EvidenceRights rights;
    private final DossierStore store;
    private final DetachedSigning signing;
    private final AuditLog audit;
    private final Clock clock;

    DossierDesk(
            Exhibits exhibits,
            EvidenceRights rights,
            DossierStore store,
            DetachedSigning signing,
            AuditLog audit,
            Clock clock) {
        this.exhibits = exhibits;
        this.rights = rights;
        this.store = store;
        this.signing = signing;
        this.audit = audit;
        this.clock = clock;
    }

    /** An exhibit that could go out, and whether the caller may let it. */
    record Offer(Exhibit exhibit, boolean allowed) {

        long length() {
            return DossierDesk.length(exhibit);
        }
    }

    /** All exhibits of the case that the caller sees. */
    @Transactional(readOnly = true)
    List<Offer> offers(CaseHead head, Caller caller) {
        return exhibits.ofCase(head.number()).stream()
                .map(one -> new Offer(one, rights.may(caller, Verb.EXPORT, one)))
                .toList();
    }

    /**
     * The chosen ones in the order of their numbers; every one must be of the case and may leave.
     */
    @Transactional(readOnly = true)
    List<Exhibit> chosen(CaseHead head, Collection<UUID> ids, Caller caller) {
        if (ids.isEmpty() || ids.size() > EXHIBITS_MAX) {
            Typed typed = new Typed();
            typed.wrong("exhibit", "dossier.wrong.count", ids.size(), EXHIBITS_MAX);
            typed.pass();
        }
        List<Offer> found =
                offers(head, caller).stream()
                        .filter(one -> ids.contains(one.exhibit().id().value()))
                        .toList();
        if (found.size() != List.copyOf(ids).stream().distinct().count()) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        found.stream()
                .filter(one -> !one.allowed())
                .findFirst()
                .ifPresent(one -> {
                    throw ProblemFound.of(
                            DossierProblem.NOT_TO_LEAVE, one.exhibit().number().toString());
                });
        return found.stream().map(Offer::exhibit).toList();
    }

    /** Notes the order; the writing begins when the transaction is over. */
    @Transactional
    Dossier order(CaseHead head, List<Exhibit> chosen, Dossier.Terms terms, Caller caller) {
        Instant now = clock.instant();
        Signer signer = signing.key().signer(now);
        if (!signer.usable()) {
            throw ProblemFound.of(DossierProblem.KEY_UNUSABLE, signer.until());
        }
        // Bytes are read for their sums and then copied.
        long work = 2 * chosen.stream().mapToLong(DossierDesk::length).sum();
        Dossier dossier =
                new Dossier(
                        UUID.randomUUID(),
                        head.number(),
                        store.next(head.number()),
                        terms,
                        chosen.size(),
                        Dossier.State.WAITING,
                        new Dossier.Written(0, work, "", null, "", 0, "", null, now),
                        now,
                        caller.name());
        store.insert(dossier, chosen.stream().map(Exhibit::id).toList());
        audit.record(
                DossierAct.ASKED,
                AuditSubject.of("dossier", dossier.number()),
                Map.of(
                        "recipient", terms.recipient(),
                        "basis", terms.basis(),
                        "document", terms.document(),
                        "purpose", terms.purpose().code(),
                        "exhibits", String.valueOf(chosen.size())));
        return dossier;
    }

    static long length(Exhibit exhibit) {
        StoredBytes stored = exhibit.stored();
        return stored == null ? 0 : stored.digests().length();
    }

    /** The export of an address, or the problem "not found" for those who may not know of it. */
    @Transactional(readOnly = true)
    Dossier require(UUID id) {
        return store.find(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** The exhibits in it, as they are now. */
    @Transactional(readOnly = true)
    List<Exhibit> within(Dossier dossier) {
        return exhibits.require(store.exhibits(dossier.id()));
    }

    /** Whether the caller may take a file with these in it: whoever may export every one. */
    boolean mayTake(List<Exhibit> within, Caller caller) {
        return within.stream().allMatch(one -> rights.may(caller, Verb.EXPORT, one));
    }
}
