package az.qalxan.engines.language;

/**
 * Tells in which language a short message is written and how it was typed: Azerbaijani in any
 * typing, Turkish, Russian, English, or none of them.
 *
 * <p>Only the first {@value MessageReading#CHARS_MAX} UTF-16 units are read. Upper or lower case,
 * punctuation, numbers and links never change the language. Safe for use by many threads.
 */
public final class LanguageIdentifier {

    private static final LanguageTable TABLE = LanguageTable.load();
    private static final int LETTERS_MIN = 4;

    /** Below this belief the best of the languages is not named. */
    private static final double BELIEF_MIN = 0.35;

    private LanguageIdentifier() {}

    /**
     * Identifies the main language of a message.
     *
     * @param message any text, also empty or with lone surrogates
     * @return what is believed, with {@link Language#UNKNOWN} where nothing can be said
     */
    public static Identification identify(String message) {
        Rows rows = new Rows();
        MessageReading reading = MessageReading.of(message, rows);
        if (reading.letters() < LETTERS_MIN) {
            return new Identification(Language.UNKNOWN, Typed.NATIVE, 0);
        }
        if (reading.foreign() * 2 > reading.letters() || rows.size() == 0) {
            return new Identification(Language.UNKNOWN, Typed.NATIVE, 1);
        }
        return named(byLanguage(TABLE.beliefs(rows)), reading);
    }

    private static double[] byLanguage(double[] byTongue) {
        double[] beliefs = new double[Language.values().length];
        for (Tongue tongue : Tongue.values()) {
            beliefs[tongue.language().ordinal()] += byTongue[tongue.ordinal()];
        }
        return beliefs;
    }

    private static Identification named(double[] beliefs, MessageReading reading) {
        Language best = Language.AZ;
        for (Language one : Language.values()) {
            best = beliefs[one.ordinal()] > beliefs[best.ordinal()] ? one : best;
        }
        double belief = Math.min(1, beliefs[best.ordinal()]);
        if (best == Language.UNKNOWN || belief < BELIEF_MIN) {
            double none = Math.min(1, beliefs[Language.UNKNOWN.ordinal()]);
            return new Identification(Language.UNKNOWN, Typed.NATIVE, none);
        }
        return new Identification(best, typed(best, reading), belief);
    }

    private static Typed typed(Language language, MessageReading reading) {
        return switch (language) {
            case AZ -> reading.typed();
            case TR -> reading.typed() == Typed.NATIVE ? Typed.NATIVE : Typed.ASCII;
            case RU -> reading.mostlyCyrillic() ? Typed.NATIVE : Typed.ASCII;
            case EN, UNKNOWN -> Typed.NATIVE;
        };
    }
}
