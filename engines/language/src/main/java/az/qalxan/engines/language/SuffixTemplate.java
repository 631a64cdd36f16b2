package az.qalxan.engines.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Spells out a suffix written with sounds that follow vowel harmony, in folded letters.
 *
 * <p>{@code A} is a or ə, {@code I} one of ı i u ü, {@code Q} is q or k, {@code G} their soft forms
 * ğ and y. All A of a suffix agree; an I after another vowel of the suffix follows that vowel.
 */
final class SuffixTemplate {

    private SuffixTemplate() {}

    /** All folded spellings of the template; a template without such sounds spells itself. */
    static List<String> spellings(String template) {
        List<String> spellings = new ArrayList<>();
        for (boolean back : new boolean[] {true, false}) {
            for (boolean round : new boolean[] {true, false}) {
                String spelling = spell(template, back, round);
                if (!spellings.contains(spelling)) {
                    spellings.add(spelling);
                }
            }
        }
        return spellings;
    }

    private static String spell(String template, boolean back, boolean round) {
        StringBuilder spelling = new StringBuilder();
        boolean rounding = round;
        for (char sound : template.toCharArray()) {
            rounding = rounding && sound != 'A';
            spelling.append(letter(sound, back, rounding));
        }
        return spelling.toString();
    }

    private static char letter(char sound, boolean back, boolean round) {
        return switch (sound) {
            case 'A' -> back ? 'a' : 'e';
            case 'I' -> round ? 'u' : 'i';
            case 'Q' -> back ? 'q' : 'k';
            case 'G' -> back ? 'g' : 'y';
            default -> sound;
        };
    }
}
