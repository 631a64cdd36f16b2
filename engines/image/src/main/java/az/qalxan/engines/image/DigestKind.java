package az.qalxan.engines.image;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A digest that images keep of their media. */
public enum DigestKind {
    MD5("MD5", 16),
    SHA1("SHA-1", 20),
    SHA256("SHA-256", 32),
    SHA512("SHA-512", 64);

    private final String algorithm;
    private final int bytes;

    DigestKind(String algorithm, int bytes) {
        this.algorithm = algorithm;
        this.bytes = bytes;
    }

    /** The name by which people and programs know it. */
    public String algorithm() {
        return algorithm;
    }

    int bytes() {
        return bytes;
    }

    MessageDigest digest() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the Java platform lacks " + algorithm, e);
        }
    }
}
