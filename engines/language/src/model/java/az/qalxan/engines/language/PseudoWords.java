package az.qalxan.engines.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes words letter by letter that have the n-grams of a language, most of them real ones.
 *
 * <p>Lingua's n-grams lie inside words. Where fewer n-grams go on with a letter than there are
 * n-grams, the rest stood at the end of a word; where fewer come from a letter before, the rest
 * stood at the beginning. So the edges of words, which tell most of a language, come back.
 */
final class PseudoWords {

    private static final int LETTERS_MAX = 24;
    private static final char END = '$';
    private static final double RAREST = 1e-12;
    private static final String START = "^";

    private final Map<String, Choice> choices = new HashMap<>();

    private record Choice(char[] letters, float[] upTo) {

        char pick(RandomGenerator random) {
            int place = Arrays.binarySearch(upTo, random.nextFloat());
            return letters[Math.min(place < 0 ? -place - 1 : place, letters.length - 1)];
        }
    }

    PseudoWords(LinguaCounts counts) {
        Map<String, TreeMap<Character, Double>> follow = new HashMap<>();
        for (int length = 1; length < LinguaCounts.LETTERS_MAX; length++) {
            addStarts(follow, counts, length);
        }
        counts.ofLength(LinguaCounts.LETTERS_MAX)
                .forEach((gram, share) -> add(follow, gram, share));
        counts.ofLength(LinguaCounts.LETTERS_MAX - 1)
                .forEach((gram, share) -> addEnd(follow, gram, share));
        follow.forEach((before, letters) -> choices.put(before, choice(letters)));
    }

    /** The next word. */
    String next(RandomGenerator random) {
        StringBuilder word = new StringBuilder();
        int context = LinguaCounts.LETTERS_MAX - 1;
        while (word.length() < LETTERS_MAX) {
            String before =
                    word.length() < context
                            ? START + word
                            : word.substring(word.length() - context);
            @Nullable Choice choice = choices.get(before);
            char letter = choice == null ? END : choice.pick(random);
            if (letter == END) {
                break;
            }
            word.append(letter);
        }
        return word.toString();
    }

    /** Shares of the n-grams of that length that begin a word, and of the words they are. */
    private static void addStarts(
            Map<String, TreeMap<Character, Double>> follow, LinguaCounts counts, int length) {
        Map<String, Double> starts = new TreeMap<>(counts.ofLength(length));
        counts.ofLength(length + 1)
                .forEach((gram, share) -> starts.merge(gram.substring(1), -share, Double::sum));
        starts.values().removeIf(share -> share < RAREST);
        starts.forEach((gram, share) -> add(follow, START + gram, share));
        if (length > 1) {
            counts.ofLength(length - 1).keySet().stream()
                    .sorted()
                    .forEach(gram -> addEnd(follow, START + gram, startShare(follow, gram)));
        }
    }

    private static double startShare(Map<String, TreeMap<Character, Double>> follow, String gram) {
        String before = START + gram.substring(0, gram.length() - 1);
        @Nullable TreeMap<Character, Double> letters = follow.get(before);
        return letters == null ? 0 : letters.getOrDefault(gram.charAt(gram.length() - 1), 0.0);
    }

    private static void add(
            Map<String, TreeMap<Character, Double>> follow, String gram, double share) {
        int last = gram.length() - 1;
        follow.computeIfAbsent(gram.substring(0, last), before -> new TreeMap<>())
                .put(gram.charAt(last), share);
    }

    private static void addEnd(
            Map<String, TreeMap<Character, Double>> follow, String before, double share) {
        @Nullable TreeMap<Character, Double> letters = follow.get(before);
        double goesOn =
                letters == null
                        ? 0
                        : letters.values().stream().mapToDouble(Double::doubleValue).sum();
        if (share - goesOn > RAREST) {
            add(follow, before + END, share - goesOn);
        }
    }

    private static Choice choice(TreeMap<Character, Double> shares) {
        double all = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        char[] letters = new char[shares.size()];
        float[] upTo = new float[letters.length];
        double sum = 0;
        int i = 0;
        for (Map.Entry<Character, Double> one : shares.entrySet()) {
            sum += one.getValue();
            letters[i] = one.getKey();
            upTo[i] = (float) (sum / all);
            i++;
        }
        return new Choice(letters, upTo);
    }
}
