package az.qalxan.evidence.dossier;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import az.qalxan.engines.container.ContainerWriter;
import az.qalxan.engines.vault.StoredId;
import az.qalxan.engines.vault.Vault;
import az.qalxan.engines.vault.VaultRefused;
import az.qalxan.evidence.CaseVault;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What pages and programs do alike: order an export, take its file. */
@Component
class DossierOrders {

    private final DossierDesk desk;
    private final DossierWork work;
    private final CaseDesk cases;
    private final Vault vault;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    DossierOrders(
            DossierDesk desk,
            DossierWork work,
            CaseDesk cases,
            Vault vault,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.desk = desk;
        this.work = work;
        this.cases = cases;
        this.vault = vault;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Notes the order and, once it is noted, begins to write. */
    Dossier order(DossierForm form, Caller caller) {
        Dossier ordered =
                Objects.requireNonNull(
                        transaction.execute(status -> {
                            CaseHead head = cases.require(form.number());
                            Dossier.Terms terms = form.terms();
                            return desk.order(
                                    head,
                                    desk.chosen(head, form.exhibits(), caller),
                                    terms,
                                    caller);
                        }));
        work.start(ordered, caller);
        return ordered;
    }

    ResponseEntity<Resource> file(UUID id, Caller caller) {
        Dossier dossier = Objects.requireNonNull(transaction.execute(status -> taken(id, caller)));
        StoredId stored = Objects.requireNonNull(dossier.written().stored());
        readable(stored);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(ContainerWriter.MEDIA_TYPE))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(dossier.fileName())
                                .build()
                                .toString())
                .header("Qalxan-SHA-256", dossier.written().sha256())
                .body(new VaultResource(vault, stored, dossier.written().length()));
    }

    private void readable(StoredId stored) {
        try {
            vault.digests(stored);
        } catch (VaultRefused e) {
            throw new UncheckedIOException(CaseVault.told(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Dossier taken(UUID id, Caller caller) {
        Dossier dossier = desk.require(id);
        if (!desk.mayTake(desk.within(dossier), caller)) {
            throw ProblemFound.of(WebProblem.FORBIDDEN);
        }
        if (dossier.state() != Dossier.State.READY) {
            throw ProblemFound.of(DossierProblem.NOT_READY);
        }
        audit.record(
                DossierAct.TAKEN,
                AuditSubject.of("dossier", dossier.number()),
                Map.of("sha256", dossier.written().sha256()));
        return dossier;
    }
}
