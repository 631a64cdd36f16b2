package az.qalxan.engines.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vault that was copied while it was in use opens like the one that it was copied from. */
class VaultCopyTest {

    private static final MasterKey MASTER = MasterKey.of(new byte[24]);
    private static final CaseKey CASE = new CaseKey(new UUID(1, 2));
    private static final CaseKey OTHER = new CaseKey(new UUID(3, 4));
    private static final String WORDS = "qəti sübut ".repeat(20_000);
    private static final byte[] BYTES = WORDS.getBytes(StandardCharsets.UTF_8);

    @TempDir private Path folder;
    private Vault vault;

    @BeforeEach
    void open() throws IOException {
        vault = Vault.open(folder.resolve("one"), KeyRing.of(MASTER), new SecureRandom());
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private StoredId store(CaseKey owner, byte[] bytes) throws IOException {
        Intake intake = vault.begin(owner);
        intake.append(0, bytes);
        Finish.Stored stored = (Finish.Stored) intake.finish();
        vault.drop(intake.id());
        return stored.id();
    }

    private Map<String, byte[]> copied(VaultCopy.Target meanwhile) throws IOException {
        Map<String, byte[]> copied = new HashMap<>();
        VaultCopy.of(
                folder.resolve("one"),
                (path, bytes) -> {
                    copied.put(path, bytes.readAllBytes());
                    meanwhile.put(path, bytes);
                });
        return copied;
    }

    private Vault unpacked(Map<String, byte[]> copied, MasterKey key) throws IOException {
        Path root = folder.resolve("two");
        for (Map.Entry<String, byte[]> file : copied.entrySet()) {
            Path to = root.resolve(file.getKey());
            Files.createDirectories(to.getParent());
            Files.write(to, file.getValue());
        }
        return Vault.open(root, KeyRing.of(key), new SecureRandom());
    }

    private static byte[] read(Vault vault, StoredId id) throws IOException {
        try (InputStream in = Channels.newInputStream(vault.open(id))) {
            return in.readAllBytes();
        }
    }

    @Test
    void aCopyOpensAndHoldsNothingInTheClear() throws IOException {
        StoredId one = store(CASE, BYTES);
        StoredId two = store(OTHER, new byte[] {1, 2, 3});
        Map<String, byte[]> copied = copied((path, bytes) -> {});
        assertThat(copied.keySet()).noneMatch(path -> path.startsWith("locks"));
        for (byte[] bytes : copied.values()) {
            assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("sübut");
        }
        try (Vault second = unpacked(copied, MASTER)) {
            assertThat(read(second, one)).isEqualTo(BYTES);
            assertThat(second.verify(two)).isInstanceOf(Verification.Intact.class);
            assertThat(second.inventory())
                    .isEqualTo(new Inventory(2, 0, 2, BYTES.length + 3L, List.of()));
        }
    }

    @Test
    void aRotationInTheMiddleLosesNothing() throws IOException {
        StoredId one = store(CASE, BYTES);
        Intake open = vault.begin(CASE);
        open.append(0, new byte[1 << 16]);
        Map<String, byte[]> copied =
                copied((path, bytes) -> {
                    if (path.contains("bodies")) {
                        vault.rotate(CASE);
                    }
                });
        try (Vault second = unpacked(copied, MASTER)) {
            assertThat(read(second, one)).isEqualTo(BYTES);
            Intake again = second.resume(open.id()).orElseThrow();
            assertThat(again.received()).isEqualTo(1 << 16);
            again.append(1 << 16, new byte[] {7});
            assertThat(again.finish()).isInstanceOf(Finish.Stored.class);
        }
    }

    @Test
    void whatIsErasedMeanwhileStaysErased() throws IOException {
        StoredId one = store(CASE, BYTES);
        List<String> erasedAt = new ArrayList<>();
        Map<String, byte[]> copied =
                copied((path, bytes) -> {
                    if (erasedAt.isEmpty() && path.contains("bodies")) {
                        vault.erase(CASE);
                        erasedAt.add(path);
                    }
                });
        assertThat(erasedAt).hasSize(1);
        assertThat(copied.keySet()).noneMatch(path -> path.endsWith("/keys"));
        try (Vault second = unpacked(copied, MASTER)) {
            assertThat(second.verify(one)).isInstanceOf(Verification.Erased.class);
            assertThat(second.inventory()).isEqualTo(new Inventory(0, 1, 0, 0, List.of()));
            assertThatThrownBy(() -> second.begin(CASE)).isInstanceOf(VaultRefused.class);
        }
    }

    @Test
    void theInventoryNamesWhatCannotBeRead() throws IOException {
        StoredId one = store(CASE, BYTES);
        Map<String, byte[]> copied = copied((path, bytes) -> {});
        try (Vault second =
                unpacked(
                        copied,
                        MasterKey.of(
                                "another secret of ours".getBytes(StandardCharsets.US_ASCII)))) {
            assertThat(second.inventory().troubles())
                    .containsExactly(
                            new Inventory.Trouble("case " + CASE, VaultRefused.Why.NO_MASTER_KEY));
        }
        copied.replaceAll((path, bytes) -> path.contains("bodies") ? new byte[9] : bytes);
        try (Vault second = unpacked(copied, MASTER)) {
            assertThat(second.inventory().troubles())
                    .containsExactly(new Inventory.Trouble("file " + one, VaultRefused.Why.ABSENT));
        }
    }
}
