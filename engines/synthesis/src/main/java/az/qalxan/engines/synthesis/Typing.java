package az.qalxan.engines.synthesis;

/**
 * The habits of somebody who types.
 *
 * @param tongue the language
 * @param letters which letters are used
 * @param small whether everything is typed in small letters
 * @param bare whether commas and full stops are left out
 * @param typoEvery one slip in about so many letters; 0 for none
 */
record Typing(Tongue tongue, Letters letters, boolean small, boolean bare, int typoEvery) {

    /** The letters of an Azerbaijani or Turkish text. */
    enum Letters {
        /** All letters of the language. */
        CLEAN,
        /** English letters only: sexs for şəxs. */
        ASCII,
        /** English letters, two for one: shexs for şəxs. */
        DIGRAPH,
        /** The Cyrillic alphabet that Azerbaijani had until 1991. */
        CYRILLIC,
        /** The same typed on a Russian keyboard, which lacks its own letters. */
        RUSSIAN_KEYS
    }

    static Typing of(Tongue tongue, Dice dice, Typists typists) {
        boolean careless = dice.chance(0.3);
        int typoEvery = careless ? 40 + dice.below(160) : 0;
        return new Typing(
                tongue,
                typists.letters(tongue, letters(tongue, dice)),
                dice.chance(0.14),
                dice.chance(0.09),
                typoEvery);
    }

    private static Letters letters(Tongue tongue, Dice dice) {
        double lot = dice.unit();
        return switch (tongue) {
            case AZ -> azerbaijani(lot);
            case TR -> lot < 0.3 ? Letters.ASCII : Letters.CLEAN;
            case RU, EN -> Letters.CLEAN;
        };
    }

    private static Letters azerbaijani(double lot) {
        if (lot < 0.31) {
            return Letters.ASCII;
        }
        if (lot < 0.35) {
            return Letters.DIGRAPH;
        }
        if (lot < 0.36) {
            return Letters.CYRILLIC;
        }
        return lot < 0.37 ? Letters.RUSSIAN_KEYS : Letters.CLEAN;
    }

    /** Whether the text comes out as it was meant. */
    boolean faultless() {
        return letters == Letters.CLEAN && !small && !bare && typoEvery == 0;
    }

    /** The code in the ground truth. */
    String code() {
        return switch (letters) {
            case CLEAN -> "clean";
            case ASCII -> "ascii";
            case DIGRAPH -> "digraph";
            case CYRILLIC, RUSSIAN_KEYS -> "cyrillic";
        };
    }
}
