package az.qalxan.engines.language;

/** Letters of the Latin and Cyrillic alphabets that look the same. */
final class LookAlikes {

    private static final String LATIN = "aeopcxyehij";
    private static final String CYRILLIC = "аеорсхуәһіј";

    private LookAlikes() {}

    /** A folded word that is mostly Latin, all Latin; any other word as it is. */
    static String latin(String folded) {
        long cyrillic = folded.chars().filter(one -> CYRILLIC.indexOf(one) >= 0).count();
        if (cyrillic == 0 || cyrillic * 2 >= folded.length()) {
            return folded;
        }
        StringBuilder latin = new StringBuilder(folded);
        for (int i = 0; i < latin.length(); i++) {
            int look = CYRILLIC.indexOf(latin.charAt(i));
            if (look >= 0) {
                latin.setCharAt(i, LATIN.charAt(look));
            }
        }
        return latin.toString();
    }
}
