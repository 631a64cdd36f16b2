package az.qalxan.engines.linking.series;

import org.jspecify.annotations.Nullable;

/**
 * Tells the innocent and common from the specific: a key that stands in reports of many kinds or
 * over a long time belongs to a bank, a market, a state's line. A pure function of the census and
 * of people's ruling.
 */
public final class HubRule {

    /** A key that more reports hold is a hub even against a ruling: it could not be bounded. */
    public static final int HOLDERS_MAX = 4_096;

    /** Up to so many holders a key's census is worked out from them and not kept. */
    public static final int HOLDERS_READ = 64;

    private static final int CATEGORIES = 3;
    private static final int MONTHS = 5;

    private HubRule() {}

    /** Whether the key weighs nothing. */
    public static boolean isHub(KeyCensus census, @Nullable HubRuling ruling) {
        if (ruling == HubRuling.HUB) {
            return true;
        }
        if (ruling == HubRuling.NOT_HUB) {
            return census.count() > HOLDERS_MAX;
        }
        return census.categories() >= CATEGORIES || census.months() >= MONTHS;
    }
}
