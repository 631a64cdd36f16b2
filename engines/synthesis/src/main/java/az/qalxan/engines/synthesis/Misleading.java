package az.qalxan.engines.synthesis;

/**
 * What makes unrelated reports look related, or related ones twice as many; every share lies
 * between 0 and 1.
 *
 * @param copiedScripts chance that a ring speaks word for word after the script, and in the name of
 *     the bank, of an earlier ring of the same crime that still works
 * @param sharedSites chance that a link or domain of an offender lies below the domain of one of a
 *     few hosts where anybody opens a site
 * @param sharedAccounts chance that a report also states, in the form, the account of an innocent
 *     agent through which the money went: a wallet of an exchange, an account of a payment service,
 *     a market's own profile
 * @param reportedTwice chance that a victim reports the same again some days later, half of them
 *     with the same text
 * @param struckTwice chance that who states a number of their own is the same person as the one
 *     before who did, struck by somebody else
 * @param otherCategory chance that a reporter chooses another category than that of the crime
 */
public record Misleading(
        double copiedScripts,
        double sharedSites,
        double sharedAccounts,
        double reportedTwice,
        double struckTwice,
        double otherCategory) {

    /** Only the hubs and bridges that every country has. */
    public static final Misleading NOTHING = new Misleading(0, 0, 0, 0, 0, 0);

    /** Much of everything: what a linking engine has to bear. */
    public static final Misleading MUCH = new Misleading(0.2, 0.3, 0.15, 0.05, 0.05, 0.2);

    /** Refuses shares outside their range. */
    public Misleading {
        check(copiedScripts);
        check(sharedSites);
        check(sharedAccounts);
        check(reportedTwice);
        check(struckTwice);
        check(otherCategory);
    }

    private static void check(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "A share lies between 0 and 1; it was " + share + ".");
        }
    }
}
