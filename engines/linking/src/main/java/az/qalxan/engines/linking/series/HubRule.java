package az.qalxan.engines.linking.series;

import org.jspecify.annotations.Nullable;

/**
 * Tells the innocent and common from the specific: a key that stands in reports of many kinds, none
 * of which makes two thirds, or over a long time belongs to a bank, a market, a state's line. That
 * some victims of a ring choose another category does not make its numbers common. A pure function
 * of the census and of people's ruling.
 */
public final class HubRule {

    /** A key that more reports hold is a hub even against a ruling: it could not be bounded. */
    public static final int HOLDERS_MAX = 4_096;

    /** Up to so many holders a key's census is worked out from them and not kept. */
    public static final int HOLDERS_READ = 64;

    /** Weaker traits that more reports share are common words, names or patterns. */
    static final int WEAK_HOLDERS_MAX = 12;

    private static final int CATEGORIES = 3;
    private static final int MONTHS = 5;
    private static final int MAIL_CATEGORIES = 2;
    private static final int MAIL_MONTHS = 3;

    private HubRule() {}

    /** Whether the key weighs nothing. */
    public static boolean isHub(KeyCensus census, @Nullable HubRuling ruling) {
        if (ruling == HubRuling.HUB) {
            return true;
        }
        if (ruling == HubRuling.NOT_HUB) {
            return census.count() > (census.kind().strong() ? HOLDERS_MAX : HOLDERS_READ);
        }
        return switch (census.kind()) {
            case ALIAS, LOOKALIKE, STORY ->
                    census.count() > WEAK_HOLDERS_MAX || spread(census, CATEGORIES, MONTHS);
            case MAIL_HOST -> spread(census, MAIL_CATEGORIES, MAIL_MONTHS);
            case PHONE, IBAN, CARD, WALLET, DOMAIN, URL, EMAIL, IP, HANDLE ->
                    spread(census, CATEGORIES, MONTHS);
        };
    }

    private static boolean spread(KeyCensus census, int categories, int months) {
        boolean mixed = 3 * census.mostOfOneCategory() < 2 * census.count();
        return (mixed && census.categories() >= categories) || census.months() >= months;
    }
}
