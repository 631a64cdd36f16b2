package az.qalxan.evidence;

import az.qalxan.database.DataFolder;
import az.qalxan.database.VaultFolder;
import az.qalxan.engines.vault.KeyRing;
import az.qalxan.engines.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The vault of this installation: a folder beside the database, its master key apart from it. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean(destroyMethod = "close")
    Vault vault(DataFolder data, SecureRandom random) {
        VaultFolder folder = new VaultFolder(data);
        try {
            return Vault.open(folder.path(), KeyRing.of(folder.key()), random);
        } catch (IOException e) {
            throw new UncheckedIOException("the vault of evidence cannot be opened", e);
        }
    }
}
