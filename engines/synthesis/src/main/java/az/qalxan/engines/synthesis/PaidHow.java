package az.qalxan.engines.synthesis;

/** The ways in which lost money was paid. */
final class PaidHow {

    private static final String CARD = "card";
    private static final String TRANSFER = "bank-transfer";
    private static final String WALLET = "e-wallet";
    private static final String TERMINAL = "terminal";
    private static final String CASH = "cash";
    private static final String CRYPTO = "crypto";

    private PaidHow() {}

    /** {@code way} is the usual one of the crime: bank, card, wallet or crypto. */
    static String of(String way, Money money, Dice dice) {
        if (money.currency().equals("USDT")) {
            return CRYPTO;
        }
        double lot = dice.unit();
        return switch (way) {
            case "crypto" -> lot < 0.45 ? CRYPTO : lot < 0.8 ? CARD : TRANSFER;
            case "card" -> lot < 0.86 ? CARD : lot < 0.94 ? TERMINAL : WALLET;
            case "wallet" -> lot < 0.4 ? WALLET : lot < 0.7 ? CARD : lot < 0.9 ? TRANSFER : CASH;
            default -> lot < 0.5 ? TRANSFER : lot < 0.88 ? CARD : lot < 0.96 ? TERMINAL : CASH;
        };
    }
}
