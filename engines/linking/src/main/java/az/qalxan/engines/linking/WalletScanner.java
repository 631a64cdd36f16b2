package az.qalxan.engines.linking;

import java.util.Locale;
import java.util.Optional;

/** Finds Bitcoin, Ethereum and Tron addresses whose checksum holds. */
final class WalletScanner implements Scanner {

    private static final int TRON_VERSION = 0x41;
    private static final int BITCOIN_KEY_HASH = 0x00;
    private static final int BITCOIN_SCRIPT_HASH = 0x05;

    @Override
    public void scan(FoldedText text, Findings findings) {
        int start = 0;
        while (start < text.length()) {
            int end = start;
            while (text.isAlphanumericAt(end)) {
                end++;
            }
            int chars = end - start;
            if (chars >= Base58Check.CHARS_MIN - 12 && chars <= Bech32.CHARS_MAX) {
                scanWord(text.substring(start, end), start, findings);
            }
            start = Math.max(end, start + 1);
        }
    }

    private static void scanWord(String word, int start, Findings findings) {
        int end = start + word.length();
        switch (word.charAt(0)) {
            case '1', '3' -> {
                int version = Base58Check.version(word);
                if (version == BITCOIN_KEY_HASH || version == BITCOIN_SCRIPT_HASH) {
                    findings.add(IdentifierKind.WALLET, "bitcoin", word, start, end);
                }
            }
            case 'T' -> {
                if (Base58Check.version(word) == TRON_VERSION) {
                    findings.add(IdentifierKind.WALLET, "tron", word, start, end);
                }
            }
            case 'b', 'B' -> {
                if (Bech32.isAddress(word, "bc")) {
                    String lower = word.toLowerCase(Locale.ROOT);
                    findings.add(IdentifierKind.WALLET, "bitcoin", lower, start, end);
                }
            }
            case '0' -> ethereum(word, start, findings);
            default -> {
                // No other first character begins an address.
            }
        }
    }

    private static void ethereum(String word, int start, Findings findings) {
        boolean prefixed = word.charAt(1) == 'x' || word.charAt(1) == 'X';
        Optional<String> address =
                prefixed ? EthereumAddress.normalise(word.substring(2)) : Optional.empty();
        address.ifPresent(value ->
                findings.add(
                        IdentifierKind.WALLET, "ethereum", value, start, start + word.length()));
    }
}
