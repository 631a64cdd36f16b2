package az.qalxan.assets;

import java.util.Map;

/** A transfer as somebody or some file wrote it; nothing is checked. */
record RawTransfer(
        String from,
        String to,
        String amount,
        String currency,
        String at,
        String receivedAmount,
        String receivedCurrency,
        String reference) {

    static RawTransfer of(Map<String, String> cells) {
        return new RawTransfer(
                cells.getOrDefault("from", ""),
                cells.getOrDefault("to", ""),
                cells.getOrDefault("amount", ""),
                cells.getOrDefault("currency", ""),
                cells.getOrDefault("at", ""),
                cells.getOrDefault("received_amount", ""),
                cells.getOrDefault("received_currency", ""),
                cells.getOrDefault("reference", ""));
    }
}
