package az.qalxan.engines.linking;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Ethereum account addresses with the mixed-case checksum of EIP-55. */
final class EthereumAddress {

    static final int DIGITS = 40;

    private EthereumAddress() {}

    /** The checksummed form of 40 hexadecimal digits, unless their mixed case is wrong. */
    static Optional<String> normalise(String digits) {
        if (digits.length() != DIGITS || !isHexadecimal(digits)) {
            return Optional.empty();
        }
        String lower = digits.toLowerCase(Locale.ROOT);
        String checksummed = checksum(lower);
        boolean oneCase = digits.equals(lower) || digits.equals(digits.toUpperCase(Locale.ROOT));
        return oneCase || digits.equals(checksummed)
                ? Optional.of("0x" + checksummed)
                : Optional.empty();
    }

    private static boolean isHexadecimal(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c >= 0x80 || Character.digit(c, 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String checksum(String lower) {
        byte[] digest = Keccak256.digest(lower.getBytes(StandardCharsets.US_ASCII));
        StringBuilder mixed = new StringBuilder(DIGITS);
        for (int i = 0; i < DIGITS; i++) {
            int nibble = (digest[i / 2] >> (i % 2 == 0 ? 4 : 0)) & 0xF;
            char c = lower.charAt(i);
            mixed.append(nibble >= 8 ? Character.toUpperCase(c) : c);
        }
        return mixed.toString();
    }
}
