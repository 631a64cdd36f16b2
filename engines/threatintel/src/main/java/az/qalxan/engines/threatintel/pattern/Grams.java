package az.qalxan.engines.threatintel.pattern;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Short pieces of texts by which patterns with wildcards are found. */
final class Grams {

    static final int LENGTH = 4;

    /** Letters and signs that stand in many values; a piece without them is rarer. */
    private static final String COMMON = "./:\\-_ etaoinsrhldcumwp0123456789";

    private Grams() {}

    /** The longest run between the wildcards of a LIKE. */
    static String longestRun(String like) {
        String longest = "";
        for (String run : like.split("[%_]", -1)) {
            longest = run.length() > longest.length() ? run : longest;
        }
        return longest;
    }

    /** The piece of a text, which is long enough, that other texts are least likely to have. */
    static Long rarest(String text) {
        int best = 0;
        int bestScore = Integer.MIN_VALUE;
        for (int i = 0; i + LENGTH <= text.length(); i++) {
            int score = 0;
            for (int j = i; j < i + LENGTH; j++) {
                score += COMMON.indexOf(text.charAt(j)) < 0 ? 2 : text.charAt(j) > '9' ? 1 : 0;
            }
            if (score > bestScore) {
                best = i;
                bestScore = score;
            }
        }
        return gram(text, best);
    }

    static long gram(String text, int at) {
        long gram = 0;
        for (int i = at; i < at + LENGTH; i++) {
            gram = gram << 16 | text.charAt(i);
        }
        return gram;
    }

    /** In lower case as far as it is ASCII. */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            folded.append(c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c);
        }
        return folded.toString();
    }

    /**
     * The literals of an expression as they are looked for; none where one of them is too short, or
     * where cases outside of ASCII could stand for it.
     */
    static List<String> usable(String expression, Collection<String> literals) {
        List<String> usable = new ArrayList<>();
        for (String literal : literals) {
            boolean ascii = literal.chars().allMatch(c -> c < 128);
            if (literal.length() < LENGTH || !ascii || expression.contains("(?")) {
                return List.of();
            }
            usable.add(folded(literal));
        }
        return usable;
    }
}
