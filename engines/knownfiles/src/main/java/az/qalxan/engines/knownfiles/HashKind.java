package az.qalxan.engines.knownfiles;

import java.util.Arrays;
import java.util.Optional;

/** A digest by which files are known. */
public enum HashKind {
    MD5("MD5", 16),
    SHA1("SHA-1", 20),
    SHA256("SHA-256", 32);

    private final String algorithm;
    private final int bytes;

    HashKind(String algorithm, int bytes) {
        this.algorithm = algorithm;
        this.bytes = bytes;
    }

    /** The name by which the Java platform and people know it. */
    public String algorithm() {
        return algorithm;
    }

    public int bytes() {
        return bytes;
    }

    static Optional<HashKind> ofBytes(int bytes) {
        return Arrays.stream(values()).filter(kind -> kind.bytes == bytes).findFirst();
    }
}
