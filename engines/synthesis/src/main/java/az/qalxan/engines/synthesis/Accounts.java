package az.qalxan.engines.synthesis;

/** Fictional bank accounts and payment cards whose check digits are right. */
final class Accounts {

    /** The bank code of no bank. */
    static final String BANK = "QLXN";

    /** Eight-digit beginnings of the card numbers that payment systems publish for tests. */
    static final String[] TEST_CARDS = {
        "40000000", "41111111", "42424242", "51051051", "55555555"
    };

    private static final int CARD_FREE_NUMBERS = 10_000_000;
    private static final long ACCOUNT_NUMBERS = 1_000_000_000L;

    private final long seed;
    private final Scramble accounts;
    private final Scramble cards;

    Accounts(long seed) {
        this.seed = seed;
        this.accounts = new Scramble(ACCOUNT_NUMBERS, seed + 11);
        this.cards = new Scramble((long) TEST_CARDS.length * CARD_FREE_NUMBERS, seed + 12);
    }

    String iban(long serial) {
        String number = Digits.padded(accounts.of(serial), 9);
        int lot = (int) Math.floorMod(Dice.mix(seed ^ serial), 100L);
        if (lot < 92) {
            String branch = Digits.padded(lot % 7, 1) + "0000" + Digits.padded(lot, 4);
            return iban("AZ", BANK + branch + "00" + number);
        }
        // 99999 and 00000000 are the codes of no Turkish and no German bank.
        return lot < 98
                ? iban("TR", "99999" + "0" + "0000000" + number)
                : iban("DE", "00000000" + "0" + number);
    }

    /** The account of a fictional body; ring accounts never begin with 9. */
    static String hubIban(int number) {
        return iban("AZ", BANK + "9" + Digits.padded(number, 19));
    }

    private static String iban(String country, String account) {
        return country + Digits.ibanCheck(country, account) + account;
    }

    String card(long serial) {
        long place = cards.of(serial);
        String payload =
                TEST_CARDS[(int) (place / CARD_FREE_NUMBERS)]
                        + Digits.padded(place % CARD_FREE_NUMBERS, 7);
        return payload + Digits.luhn(payload);
    }
}
