package az.qalxan.engines.linking;

import java.util.Set;

/** Azerbaijani and Turkish case endings that people hang on a number, address or name. */
final class CaseEndings {

    static final int CHARS_MAX = 6;

    private static final Set<String> ENDINGS =
            Set.of(
                    "a", "e", "i", "o", "u", "ya", "ye", "na", "ne", "yi", "yu", "ni", "nu", "da",
                    "de", "dan", "den", "ta", "te", "tan", "ten", "in", "un", "nin", "nun", "la",
                    "le", "yla", "yle", "lar", "ler", "daki", "deki", "dir", "dur", "nan", "nen",
                    "ci", "cu", "li", "lu", "dandi", "dendi", "dadir", "dedir");

    private CaseEndings() {}

    /** Whether the characters, read without diacritics, are one ending. */
    static boolean isEnding(String tail) {
        if (tail.isEmpty() || tail.length() > CHARS_MAX) {
            return false;
        }
        StringBuilder folded = new StringBuilder(tail.length());
        for (int i = 0; i < tail.length(); i++) {
            folded.append(NearbyWords.fold(tail.charAt(i)));
        }
        return ENDINGS.contains(folded.toString());
    }

    /** Whether only an ending, and then no letter or digit, stands glued at this place. */
    static boolean isEndingAt(FoldedText text, int index) {
        int end = index;
        while (end - index <= CHARS_MAX && text.isLetterAt(end)) {
            end++;
        }
        return !FoldedText.isDigit(text.at(end))
                && !text.isLetterAt(end)
                && isEnding(text.substring(index, end));
    }
}
