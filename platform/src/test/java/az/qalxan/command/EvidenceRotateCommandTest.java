package az.qalxan.command;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.database.DataFolder;
import az.qalxan.engines.vault.CaseKey;
import az.qalxan.engines.vault.Finish;
import az.qalxan.engines.vault.Intake;
import az.qalxan.engines.vault.KeyRing;
import az.qalxan.engines.vault.MasterKey;
import az.qalxan.engines.vault.StoredId;
import az.qalxan.engines.vault.Vault;
import az.qalxan.engines.vault.Verification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New keys open what the earlier ones did, and the earlier ones open nothing. */
class EvidenceRotateCommandTest {

    @TempDir Path data = Path.of("");

    @Test
    void theNewMasterKeyOpensEverythingAndTheEarlierNothing() throws IOException {
        MasterKey before = key();
        StoredId id;
        try (Vault vault = vault(before)) {
            Intake intake = vault.begin(new CaseKey(new UUID(1, 1)));
            intake.append(0, "Sübut".getBytes(StandardCharsets.UTF_8));
            id = ((Finish.Stored) intake.finish()).id();
        }
        Ran ran = Ran.of(new EvidenceRotateCommand(), "--data", data, "--master");
        assertThat(ran.code()).as(ran.error()).isZero();
        assertThat(key()).isNotEqualTo(before);
        assertThat(data.resolve("secrets/evidence-master-key.next")).doesNotExist();
        try (Vault now = vault(key());
                Vault earlier = vault(before)) {
            assertThat(now.verify(id)).isInstanceOf(Verification.Intact.class);
            assertThat(earlier.verify(id))
                    .isEqualTo(new Verification.Sealed(Verification.Lost.MASTER_KEY));
        }
        assertThat(Ran.of(new EvidenceRotateCommand(), "--data", data.resolve("x")).code())
                .isEqualTo(1);
    }

    private MasterKey key() {
        return MasterKey.of(
                DataFolder.open(data)
                        .secret("evidence-master-key")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private Vault vault(MasterKey key) throws IOException {
        return Vault.open(data.resolve("evidence"), KeyRing.of(key), new SecureRandom());
    }
}
