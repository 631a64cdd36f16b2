package az.qalxan.engines.synthesis;

import java.util.Arrays;
import java.util.List;

/**
 * Where stolen money goes next: invented accounts and wallets that no report of the country states,
 * and the fictional banks.
 */
public final class OnwardHoldings {

    /** Far behind the serials of every report and ring. */
    private static final long FIRST_SERIAL = 500_000_000L;

    private final Accounts accounts;
    private final Wallets wallets;

    /** The holdings of the country with that seed. */
    public OnwardHoldings(long seed) {
        this.accounts = new Accounts(seed);
        this.wallets = new Wallets(seed);
    }

    /** The names of the fictional banks, in a fixed order. */
    public static List<String> banks() {
        return Arrays.stream(Bank.values()).map(bank -> bank.name(Tongue.AZ)).toList();
    }

    /** An account; the same for the same number. */
    public String account(long number) {
        return accounts.iban(FIRST_SERIAL + number);
    }

    /** A wallet's address; the same for the same number. */
    public String wallet(long number) {
        return wallets.at(FIRST_SERIAL + number);
    }
}
