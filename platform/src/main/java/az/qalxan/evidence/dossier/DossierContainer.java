package az.qalxan.evidence.dossier;

import az.qalxan.engines.container.ContainerWriter;
import az.qalxan.engines.ledger.BundleParts;
import az.qalxan.engines.ledger.LedgerBundle;
import az.qalxan.engines.vault.CaseKey;
import az.qalxan.engines.vault.Finish;
import az.qalxan.engines.vault.Intake;
import az.qalxan.engines.vault.Vault;
import az.qalxan.print.DetachedSigning;
import java.io.IOException;
import java.nio.channels.Channels;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;

/** Writes containers into the vault, under the keys of their case. */
@Component
class DossierContainer {

    private static final int CHUNKS = 8;

    private final Vault vault;
    private final DetachedSigning signing;
    private final Clock clock;

    DossierContainer(Vault vault, DetachedSigning signing, Clock clock) {
        this.vault = vault;
        this.signing = signing;
        this.clock = clock;
    }

    /** What goes in, in this order. */
    record Contents(SequencedMap<String, Paper> papers, List<ReadBytes> files, BundleParts proofs) {

        Contents {
            files = List.copyOf(files);
        }
    }

    Finish.Stored write(CaseKey owner, Contents contents, DossierProgress told)
            throws IOException, DossierFailed {
        Intake intake = vault.begin(owner);
        try {
            long before = told.done();
            try (VaultChannel out = new VaultChannel(intake, CHUNKS * vault.chunkBytes())) {
                fill(contents, new ContainerWriter(out, bytes -> told.until(before + bytes)));
            }
            if (intake.finish() instanceof Finish.Stored stored) {
                return stored;
            }
            throw new DossierFailed("vault");
        } finally {
            // What became a stored file stays; of anything else nothing is left.
            vault.drop(intake.id());
        }
    }

    private void fill(Contents contents, ContainerWriter writer) throws IOException {
        for (Map.Entry<String, Paper> paper : contents.papers().entrySet()) {
            writer.put(paper.getKey(), paper.getValue().mediaType(), paper.getValue().bytes());
        }
        for (ReadBytes one : contents.files()) {
            writer.put(
                    one.path(),
                    ReadBytes.MEDIA_TYPE,
                    one.sum(),
                    () -> Channels.newInputStream(vault.open(one.stored())));
        }
        for (Map.Entry<String, byte[]> file : LedgerBundle.files(contents.proofs()).entrySet()) {
            writer.put(file.getKey(), ReadBytes.MEDIA_TYPE, file.getValue());
        }
        writer.finish(manifest -> signing.sign(manifest, clock.instant()));
    }
}
