package az.qalxan.engines.linking;

import java.util.Locale;

/** Segregated-witness addresses: Bech32 (BIP-173) for version 0 and Bech32m (BIP-350) above. */
final class Bech32 {

    static final int CHARS_MAX = 90;

    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {
        0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
    };
    private static final int CHECKSUM_CHARS = 6;

    /** What the checksum of a string proves it to be. */
    enum Encoding {
        BECH32,
        BECH32M,
        NONE
    }

    private Bech32() {}

    /** The encoding whose checksum the whole string satisfies. */
    static Encoding encoding(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean mixed = !text.equals(lower) && !text.equals(text.toUpperCase(Locale.ROOT));
        int separator = lower.lastIndexOf('1');
        boolean sized = separator >= 1 && separator + 1 + CHECKSUM_CHARS <= lower.length();
        if (mixed || !sized || lower.length() > CHARS_MAX) {
            return Encoding.NONE;
        }
        return switch (checksum(lower, separator)) {
            case 1 -> Encoding.BECH32;
            case 0x2bc830a3 -> Encoding.BECH32M;
            default -> Encoding.NONE;
        };
    }

    /** Whether the string is a valid address for the network with this human-readable part. */
    static boolean isAddress(String text, String network) {
        String lower = text.toLowerCase(Locale.ROOT);
        int separator = network.length();
        boolean marked =
                lower.startsWith(network)
                        && lower.lastIndexOf('1') == separator
                        && lower.length() > separator + 1 + CHECKSUM_CHARS;
        if (!marked) {
            return false;
        }
        int version = ALPHABET.indexOf(lower.charAt(separator + 1));
        Encoding expected = version == 0 ? Encoding.BECH32 : Encoding.BECH32M;
        int bytes = programBytes(lower, separator + 2, lower.length() - CHECKSUM_CHARS);
        boolean programFits = version == 0 ? bytes == 20 || bytes == 32 : bytes >= 2 && bytes <= 40;
        return version <= 16 && programFits && encoding(text) == expected;
    }

    /** Length of the witness program, or -1 if its padding is not at most four zero bits. */
    private static int programBytes(String lower, int from, int to) {
        int bits = Math.max(0, to - from) * 5;
        int padding = bits % 8;
        if (padding > 4 || to <= from) {
            return -1;
        }
        int last = ALPHABET.indexOf(lower.charAt(to - 1));
        return last < 0 || (last & ((1 << padding) - 1)) != 0 ? -1 : bits / 8;
    }

    private static int checksum(String lower, int separator) {
        int sum = 1;
        for (int i = 0; i < separator; i++) {
            char c = lower.charAt(i);
            if (c < 33 || c > 126) {
                return -1;
            }
            sum = step(sum) ^ (c >> 5);
        }
        sum = step(sum);
        for (int i = 0; i < separator; i++) {
            sum = step(sum) ^ (lower.charAt(i) & 31);
        }
        for (int i = separator + 1; i < lower.length(); i++) {
            int value = ALPHABET.indexOf(lower.charAt(i));
            if (value < 0) {
                return -1;
            }
            sum = step(sum) ^ value;
        }
        return sum;
    }

    private static int step(int sum) {
        int top = sum >>> 25;
        int next = (sum & 0x1ffffff) << 5;
        for (int i = 0; i < GENERATOR.length; i++) {
            next ^= ((top >>> i) & 1) == 1 ? GENERATOR[i] : 0;
        }
        return next;
    }
}
