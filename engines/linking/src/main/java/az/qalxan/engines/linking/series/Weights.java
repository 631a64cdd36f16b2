package az.qalxan.engines.linking.series;

/**
 * How many points each piece of evidence weighs; {@link LinkExplanation#LINK_POINTS} are a link.
 * Set once on seeds 1 to 6 of the synthetic country, see the README.
 */
final class Weights {

    static final int ALIAS = 50;
    static final int LOOKALIKE = 30;
    static final int PHRASE = 20;
    static final int SAME_CATEGORY = 10;
    static final int OTHER_CATEGORY = -20;
    static final int SAME_REGION = 5;
    static final int SAME_SUM = 10;

    private Weights() {}

    /** A shared strong key that is no hub is a link of its own. */
    static int strong(TraitKind kind) {
        return switch (kind) {
            case IBAN, CARD, WALLET -> 130;
            case EMAIL, HANDLE, URL -> 120;
            case PHONE -> 115;
            case DOMAIN -> 110;
            case IP, MAIL_HOST -> 100;
            case LOOKALIKE, ALIAS, STORY -> 0;
        };
    }

    static int weak(TraitKind kind) {
        return switch (kind) {
            case ALIAS -> ALIAS;
            case LOOKALIKE -> LOOKALIKE;
            case STORY -> PHRASE;
            case PHONE, IBAN, CARD, WALLET, DOMAIN, URL, EMAIL, IP, HANDLE, MAIL_HOST -> 0;
        };
    }

    static int likeness(int percent) {
        return percent >= 80 ? 40 : percent >= 60 ? 25 : percent >= 40 ? 10 : 0;
    }

    static int apart(int days) {
        return days <= 3 ? 15 : days <= 14 ? 10 : days <= 180 ? 0 : -30;
    }
}
