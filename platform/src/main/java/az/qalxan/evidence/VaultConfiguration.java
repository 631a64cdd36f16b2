package az.qalxan.evidence;

import az.qalxan.database.DataFolder;
import az.qalxan.engines.vault.KeyRing;
import az.qalxan.engines.vault.MasterKey;
import az.qalxan.engines.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The vault of this installation: a folder beside the database, its master key apart from it. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    private static final String FOLDER = "evidence";
    private static final String SECRET = "evidence-master-key";

    @Bean(destroyMethod = "close")
    Vault vault(DataFolder data, SecureRandom random) {
        MasterKey key = MasterKey.of(data.secret(SECRET).getBytes(StandardCharsets.US_ASCII));
        try {
            return Vault.open(data.subfolder(FOLDER), KeyRing.of(key), random);
        } catch (IOException e) {
            throw new UncheckedIOException("the vault of evidence cannot be opened", e);
        }
    }
}
