package az.qalxan.evidence.dossier;

import az.qalxan.engines.vault.StoredId;
import az.qalxan.engines.vault.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;

/** A file of the vault for whoever downloads it, in parts as well. */
final class VaultResource extends AbstractResource {

    private final Vault vault;
    private final StoredId id;
    private final long length;

    VaultResource(Vault vault, StoredId id, long length) {
        this.vault = vault;
        this.id = id;
        this.length = length;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public String getDescription() {
        return "a stored export";
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return Channels.newInputStream(vault.open(id));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VaultResource that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
