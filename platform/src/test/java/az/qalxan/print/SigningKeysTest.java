package az.qalxan.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.database.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** Where the signing key comes from. */
class SigningKeysTest {

    private static final Instant NOW = Instant.parse("2026-11-26T23:12:00Z");

    @TempDir Path folder;

    @Test
    void aTrialKeyIsMadeOnceAndReadableByTheOwnerOnly() throws IOException {
        DataFolder data = DataFolder.open(folder);
        SigningKey first = SigningKeys.of(new MockEnvironment(), data, NOW);
        SigningKey second = SigningKeys.of(new MockEnvironment(), data, NOW);
        assertThat(first.trial()).isTrue();
        assertThat(second.certificate()).isEqualTo(first.certificate());
        Path file = folder.resolve("secrets/paper.p12");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(first).hasToString("SigningKey[" + first.signer(NOW).subject() + "]");
    }

    @Test
    void aConfiguredKeyIsNoTrialKey() throws IOException {
        Path store = folder.resolve("body.p12");
        SigningKeys.write(TrialKey.make(NOW), store, "geheim".toCharArray());
        Path password = Files.writeString(folder.resolve("password"), "geheim\n");
        MockEnvironment configured =
                new MockEnvironment()
                        .withProperty("qalxan.paper.keystore", store.toString())
                        .withProperty("qalxan.paper.keystore-password-file", password.toString());
        DataFolder data = DataFolder.open(folder);
        assertThat(SigningKeys.of(configured, data, NOW).trial()).isFalse();
        assertThat(folder.resolve("secrets/paper.p12")).doesNotExist();
        Files.writeString(password, "wrong");
        assertThatThrownBy(() -> SigningKeys.of(configured, data, NOW))
                .hasMessageContaining(store.toString())
                .hasMessageNotContaining("wrong");
    }

    @Test
    void aKeyStoreWithoutItsPasswordStopsTheStart() {
        MockEnvironment half =
                new MockEnvironment().withProperty("qalxan.paper.keystore", "/nowhere.p12");
        assertThatThrownBy(() -> SigningKeys.of(half, DataFolder.open(folder), NOW))
                .hasMessageContaining("keystore-password-file");
    }
}
