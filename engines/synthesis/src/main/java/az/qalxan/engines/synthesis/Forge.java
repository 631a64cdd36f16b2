package az.qalxan.engines.synthesis;

/**
 * Makes every fictional identifier of a country from its serial number.
 *
 * <p>Serials of the rings' stock come first, then one for every report. Different serials of one
 * kind give different identifiers, so that two reports share one only where that was planted.
 */
final class Forge {

    private static final int OWN_PHONE_EVERY = 31;

    private static final int AGENTS = 5;

    private final long seed;
    private final long ringSerials;
    private final int reports;
    private final double struckTwice;
    private final Phones phones;
    private final Accounts accounts;
    private final Wallets wallets;
    private final Names names;
    private final Addresses addresses;

    Forge(CountryPlan plan, long ringSerials) {
        this.seed = plan.seed();
        this.ringSerials = ringSerials;
        this.reports = plan.reports();
        this.struckTwice = plan.misleading().struckTwice();
        long serials = ringSerials + reports + 1;
        this.phones = new Phones(seed, serials + reports / OWN_PHONE_EVERY + 1);
        this.accounts = new Accounts(seed);
        this.wallets = new Wallets(seed);
        this.names = new Names(seed, plan.misleading().sharedSites());
        this.addresses = new Addresses(seed, ringSerials, reports + 1L);
    }

    /** The serial of the identifiers that only this report states. */
    long serialOf(long reportNumber) {
        return ringSerials + reportNumber;
    }

    /** Whether the reporter of this report also states a number of their own. */
    boolean hasOwnPhone(long reportNumber) {
        return reportNumber % OWN_PHONE_EVERY == 0;
    }

    String ownPhone(long reportNumber) {
        long person = reportNumber / OWN_PHONE_EVERY;
        boolean known = person > 1 && Dice.unit(seed ^ Dice.mix(person), 0x4F574E) < struckTwice;
        return phones.at(ringSerials + reports + 1 + (known ? person - 1 : person));
    }

    /** A wallet, account or profile of an innocent agent; {@code lot} picks among a few. */
    String agent(Kind kind, int lot) {
        return value(kind, ringSerials + reports + 1 + Math.floorMod(lot, AGENTS));
    }

    String value(Kind kind, long serial) {
        return switch (kind) {
            case PHONE -> phones.at(serial);
            case IBAN -> accounts.iban(serial);
            case CARD -> accounts.card(serial);
            case WALLET -> wallets.at(serial);
            case DOMAIN -> names.domain(serial);
            case URL -> names.url(serial);
            case EMAIL -> names.email(serial);
            case IP -> addresses.at(serial);
            case HANDLE -> names.handle(serial);
        };
    }
}
