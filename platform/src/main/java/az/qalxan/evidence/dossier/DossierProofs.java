package az.qalxan.evidence.dossier;

import az.qalxan.engines.container.Member;
import az.qalxan.engines.ledger.BundleItem;
import az.qalxan.engines.ledger.BundleParts;
import az.qalxan.engines.ledger.Digest;
import az.qalxan.engines.ledger.FileDigest;
import az.qalxan.engines.ledger.Opening;
import az.qalxan.evidence.CustodyEvent;
import az.qalxan.ledger.Ledger;
import az.qalxan.ledger.LedgerFact;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the ledger says of an export: every link of every chain, and the export itself. */
@Component
class DossierProofs {

    private final Ledger ledger;
    private final TransactionTemplate transaction;

    DossierProofs(Ledger ledger, TransactionTemplate transaction) {
        this.ledger = ledger;
        this.transaction = transaction;
    }

    /** Records which files go to whom; answers the entry. */
    UUID bind(Dossier dossier, List<Member> members, Instant now) {
        LedgerFact fact =
                new LedgerFact(
                        "dossier",
                        "dossier/" + dossier.id(),
                        DossierJson.fact(dossier, members, now),
                        now);
        return Objects.requireNonNull(transaction.execute(status -> ledger.record(fact)));
    }

    /** The entries with their proofs, each with the files that it names. */
    BundleParts of(Chosen all, UUID entry, List<FileDigest> files) {
        Map<UUID, String> labels = new LinkedHashMap<>();
        labels.put(entry, "export " + all.dossier().number());
        for (Chosen.Item item : all.items()) {
            for (CustodyEvent event : item.chain().events()) {
                if (event.entry() != null) {
                    labels.put(event.entry(), item.exhibit().number() + " " + event.kind());
                }
            }
        }
        BundleParts parts = ledger.bundle(List.copyOf(labels.keySet()));
        return parts.with(parts.items().stream().map(one -> named(one, labels, files)).toList());
    }

    private static BundleItem named(
            BundleItem item, Map<UUID, String> labels, List<FileDigest> files) {
        Opening opening = item.opening();
        String content =
                opening == null ? "" : new String(opening.content(), StandardCharsets.UTF_8);
        List<FileDigest> told =
                files.stream()
                        .filter(one ->
                                content.contains("\"sha256\":\"" + one.sha256().hex() + "\""))
                        .toList();
        return new BundleItem(
                labels.getOrDefault(item.entry().id(), item.label()),
                item.entry(),
                item.proof(),
                opening,
                told);
    }

    /** All files by their digests; large ones block by block. */
    static List<FileDigest> digests(List<Member> members, List<ReadBytes> read) {
        Map<String, FileDigest> byPath = new LinkedHashMap<>();
        for (Member one : members) {
            Digest sha256 = Digest.ofHex(one.sha256()).orElseThrow();
            byPath.put(one.path(), new FileDigest(one.path(), one.length(), sha256, List.of()));
        }
        read.forEach(one -> byPath.put(one.path(), one.digest()));
        return List.copyOf(byPath.values());
    }
}
