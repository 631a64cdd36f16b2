package az.qalxan.engines.linking;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Base58 with a four-byte double SHA-256 checksum, as Bitcoin and Tron write addresses. */
final class Base58Check {

    static final int CHARS_MIN = 26;
    static final int CHARS_MAX = 35;

    private static final String ALPHABET =
            "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int ADDRESS_BYTES = 25;
    private static final BigInteger BASE = BigInteger.valueOf(58);

    private Base58Check() {}

    /** The version byte of a valid 25-byte address, or -1. */
    static int version(String text) {
        byte[] bytes = decode(text);
        if (bytes.length != ADDRESS_BYTES) {
            return -1;
        }
        byte[] sum = sha256(sha256(Arrays.copyOf(bytes, ADDRESS_BYTES - 4)));
        boolean valid = Arrays.equals(sum, 0, 4, bytes, ADDRESS_BYTES - 4, ADDRESS_BYTES);
        return valid ? bytes[0] & 0xFF : -1;
    }

    private static byte[] decode(String text) {
        if (text.length() < CHARS_MIN || text.length() > CHARS_MAX) {
            return new byte[0];
        }
        BigInteger number = BigInteger.ZERO;
        int zeros = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                return new byte[0];
            }
            number = number.multiply(BASE).add(BigInteger.valueOf(digit));
            zeros += digit == 0 && zeros == i ? 1 : 0;
        }
        byte[] magnitude = number.toByteArray();
        int skip = magnitude[0] == 0 ? 1 : 0;
        byte[] bytes = new byte[zeros + magnitude.length - skip];
        System.arraycopy(magnitude, skip, bytes, zeros, magnitude.length - skip);
        return bytes;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java runtime lacks SHA-256.", missing);
        }
    }
}
