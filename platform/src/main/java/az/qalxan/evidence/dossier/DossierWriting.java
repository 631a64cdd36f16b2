package az.qalxan.evidence.dossier;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.engines.container.Member;
import az.qalxan.engines.container.Sum;
import az.qalxan.engines.ledger.BundleParts;
import az.qalxan.engines.ledger.FileDigest;
import az.qalxan.engines.vault.Finish;
import az.qalxan.evidence.CaseVault;
import az.qalxan.evidence.Custody;
import az.qalxan.evidence.CustodyStep;
import az.qalxan.evidence.Exhibit;
import az.qalxan.evidence.Exhibits;
import az.qalxan.evidence.StoredBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes one export: reads every byte and compares it with what came, notes the export in each
 * chain, composes the papers, binds them all in the ledger, and only then writes the container.
 */
@Component
class DossierWriting {

    private final DossierStore store;
    private final DossierDesk desk;
    private final DossierGathering gathering;
    private final DossierPapers papers;
    private final DossierProofs proofs;
    private final DossierContainer container;
    private final Exhibits exhibits;
    private final Custody custody;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DossierWriting(
            DossierStore store,
            DossierDesk desk,
            DossierGathering gathering,
            DossierPapers papers,
            DossierProofs proofs,
            DossierContainer container,
            Exhibits exhibits,
            Custody custody,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.desk = desk;
        this.gathering = gathering;
        this.papers = papers;
        this.proofs = proofs;
        this.container = container;
        this.exhibits = exhibits;
        this.custody = custody;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    void run(Dossier dossier) throws IOException, DossierFailed {
        DossierProgress told = new DossierProgress(dossier.id(), store, transaction, clock);
        List<Exhibit> chosen = desk.within(dossier);
        List<ReadBytes> read = new ArrayList<>();
        for (Exhibit exhibit : chosen) {
            StoredBytes stored = exhibit.stored();
            if (stored != null) {
                read.add(read(dossier, exhibit, stored, told));
            }
        }
        note(dossier, chosen);
        Instant now = clock.instant();
        Chosen all = gathering.of(dossier, chosen);
        DossierPapers.Made made = papers.of(all, now);
        List<Member> members = new ArrayList<>();
        made.papers().forEach((path, paper) -> members.add(paper.member(path)));
        read.forEach(one -> members.add(one.member()));
        Paper guide = papers.guide(dossier, members, made.judged(), now);
        members.addFirst(guide.member(DossierPapers.GUIDE));
        UUID entry = proofs.bind(dossier, members, now);
        BundleParts parts = proofs.of(all, entry, DossierProofs.digests(members, read));
        LinkedHashMap<String, Paper> ordered = new LinkedHashMap<>();
        ordered.put(DossierPapers.GUIDE, guide);
        ordered.putAll(made.papers());
        Finish.Stored stored =
                container.write(
                        CaseVault.key(dossier.caseNumber()),
                        new DossierContainer.Contents(ordered, read, parts),
                        told);
        ready(dossier, stored, made, entry);
    }

    private ReadBytes read(
            Dossier dossier, Exhibit exhibit, StoredBytes stored, DossierProgress told)
            throws IOException, DossierFailed {
        CRC32 crc = new CRC32();
        long before = told.done();
        try (InputStream in =
                Channels.newInputStream(
                        exhibits.bytes(
                                exhibit.id(),
                                new Exhibits.Reading(dossier.author(), dossier.number())))) {
            InputStream counted = new CountedStream(in, count -> told.until(before + count));
            FileDigest digest =
                    FileDigest.of(Chosen.path(exhibit), new CheckedInputStream(counted, crc));
            if (!digest.sha256().hex().equals(stored.digests().sha256())) {
                throw new DossierFailed("altered");
            }
            Sum sum = new Sum(digest.length(), (int) crc.getValue(), digest.sha256().hex());
            return new ReadBytes(stored.id(), digest, sum);
        }
    }

    /** The export stands in every chain before there is a file. */
    private void note(Dossier dossier, List<Exhibit> chosen) {
        Dossier.Terms terms = dossier.terms();
        Map<String, String> details =
                Map.of(
                        "dossier", dossier.number(),
                        "recipient", terms.recipient(),
                        "export-basis", terms.basis(),
                        "export-document", terms.document());
        CustodyStep step =
                CustodyStep.by(dossier.author(), DossierAct.EXPORTED, "exported")
                        .saying(terms.words())
                        .with(details);
        transaction.executeWithoutResult(
                status -> chosen.forEach(exhibit -> custody.record(exhibit, step)));
    }

    private void ready(Dossier dossier, Finish.Stored stored, DossierPapers.Made made, UUID entry) {
        DossierStore.Result result =
                new DossierStore.Result(
                        stored.id(),
                        stored.digests().sha256(),
                        stored.digests().length(),
                        made.judged() ? "valid" : "unjudged",
                        entry);
        transaction.executeWithoutResult(status -> {
            if (store.ready(dossier.id(), result, clock.instant())) {
                audit.record(
                        DossierAct.READY,
                        AuditSubject.of("dossier", dossier.number()),
                        Map.of(
                                "sha256",
                                result.sha256(),
                                "bytes",
                                String.valueOf(result.length())));
            }
        });
    }
}
