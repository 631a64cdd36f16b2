package az.qalxan.database;

import az.qalxan.engines.vault.MasterKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The vault of evidence in a data folder: its bytes, and apart from them its master key. */
public record VaultFolder(DataFolder data) {

    /** Where the bytes lie, below the data folder. */
    static final String NAME = "evidence";

    static final String SECRET = "evidence-master-key";
    private static final String NEXT = SECRET + ".next";

    /** Where the bytes lie; made when absent. */
    public Path path() {
        return data.subfolder(NAME);
    }

    public boolean exists() {
        return Files.isDirectory(data.path().resolve(NAME));
    }

    /** The key in use; drawn when there is none. */
    public MasterKey key() {
        return key(data.secret(SECRET));
    }

    /** The key that comes into use with a rotation; drawn when none is under way. */
    public MasterKey nextKey() {
        return key(data.secret(NEXT));
    }

    /** Whether a rotation of the master key has begun and not ended. */
    public boolean rotates() {
        return Files.exists(nextFile());
    }

    static MasterKey key(String secret) {
        return MasterKey.of(secret.getBytes(StandardCharsets.US_ASCII));
    }

    /** The file of the key in use. */
    public Path keyFile() {
        return secrets().resolve(SECRET);
    }

    /** The file of the next key. */
    public Path nextFile() {
        return secrets().resolve(NEXT);
    }

    private Path secrets() {
        return data.path().resolve("secrets");
    }
}
