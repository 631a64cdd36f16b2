package az.qalxan.engines.language;

import java.util.List;
import java.util.stream.Stream;

/**
 * Brings an Azerbaijani word in Cyrillic letters to the folded Latin spelling of search keys.
 *
 * <p>A Russian keyboard lacks letters: {@code х} is typed for x and h, {@code г} for q, g and ğ,
 * {@code я} for ə. Where that leaves several readings, all are given.
 */
final class CyrillicAzerbaijani {

    private static final String OWN = "әөүҹғһҝј";
    private static final String FROM = "абвгғдеәжзийјыкҝлмноөпрстуүфхһчҹшщцэ";
    private static final String TO_FOLDED = "abvqgdeejziyyikglmnooprstuufxhccssse";
    private static final String BACK = "aou";

    private CyrillicAzerbaijani() {}

    /** Whether a letter stands in the text that Azerbaijani has and Russian has not. */
    static boolean hasOwnLetter(CharSequence folded) {
        for (int i = 0; i < folded.length(); i++) {
            if (OWN.indexOf(folded.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The one to four folded Latin spellings of a folded Cyrillic word, the likeliest first. */
    static List<String> latin(String folded) {
        String plain = folded.replace("дж", "ҹ");
        if (hasOwnLetter(folded)) {
            return List.of(spelled(plain, true));
        }
        return Stream.of(plain, plain.replace('х', 'һ'))
                .flatMap(word -> Stream.of(spelled(word, false), spelled(word, true)))
                .distinct()
                .toList();
    }

    /**
     * Spells the word in Latin letters.
     *
     * @param exact whether {@code г} is q, as the alphabet has it, and never g or ğ
     */
    private static String spelled(String word, boolean exact) {
        StringBuilder latin = new StringBuilder(word.length() + 2);
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            boolean opens = i == 0 || isVowel(latin);
            switch (letter) {
                case 'я' -> latin.append(opens ? "ya" : "e");
                case 'ю' -> latin.append(opens ? "yu" : "u");
                case 'ъ', 'ь' -> {}
                case 'г' -> latin.append(exact ? 'q' : velar(word, i));
                default -> latin.append(plain(letter));
            }
        }
        return latin.toString();
    }

    /** Which of q and g (or ğ) somebody without these letters means, by place and harmony. */
    private static char velar(String word, int index) {
        if (index + 1 == word.length()) {
            return 'q';
        }
        char next = plain(word.charAt(index + 1));
        boolean back = BACK.indexOf(next) >= 0 || word.charAt(index + 1) == 'ы';
        return index == 0 && back ? 'q' : 'g';
    }

    private static boolean isVowel(StringBuilder latin) {
        return latin.isEmpty() || Letters.isVowel(latin.charAt(latin.length() - 1));
    }

    private static char plain(char letter) {
        int index = FROM.indexOf(letter);
        return index < 0 ? letter : TO_FOLDED.charAt(index);
    }
}
