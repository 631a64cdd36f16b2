package az.qalxan.exchange.advisory;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hashes that stand beside a document (CSAF 2.0, requirement 18). */
final class Digests {

    private Digests() {}

    static String sha256(byte[] bytes) {
        return of("SHA-256", bytes);
    }

    static String sha512(byte[] bytes) {
        return of("SHA-512", bytes);
    }

    private static String of(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
