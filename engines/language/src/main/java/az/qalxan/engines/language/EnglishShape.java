package az.qalxan.engines.language;

/** Recognises English words by spellings that Azerbaijani does not have. */
final class EnglishShape {

    private static final String[] INSIDE = {"w", "th", "ph", "ou", "tion", "ght", "ck", "ea"};
    private static final String[] ENDINGS = {"ing", "ity", "ness", "ssion", "ed", "ally"};
    private static final int ENDING_STEM_MIN = 3;

    private EnglishShape() {}

    /** Whether the folded word is spelled as only English spells. */
    static boolean matches(String folded) {
        for (String spelling : INSIDE) {
            if (folded.contains(spelling)) {
                return true;
            }
        }
        for (String ending : ENDINGS) {
            if (folded.endsWith(ending) && folded.length() - ending.length() >= ENDING_STEM_MIN) {
                return true;
            }
        }
        return false;
    }
}
