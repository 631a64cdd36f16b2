package az.qalxan.engines.language;

import java.util.Set;

/** Takes one inflectional ending off a folded Russian word; lighter than a full stemmer. */
final class RussianStemmer {

    private static final int STEM_CHARS_MIN = 3;
    private static final int ENDING_CHARS_MAX = 4;
    private static final Set<String> ENDINGS =
            Set.of(
                    "а", "я", "о", "е", "у", "ю", "ы", "и", "ь", "й", "ой", "ей", "ий", "ый", "ом",
                    "ем", "ам", "ям", "ах", "ях", "ов", "ев", "ая", "яя", "ое", "ее", "ые", "ие",
                    "ия", "ию", "ии", "ых", "их", "ым", "им", "ую", "юю", "ью", "ами", "ями", "ого",
                    "его", "ому", "ему", "ыми", "ими", "ием", "иям", "иях", "иями");
    private static final Set<String> REFLEXIVES = Set.of("ся", "сь");
    private static final Set<String> KEPT =
            Set.of("меня", "тебя", "если", "или", "это", "мне", "уже");

    private RussianStemmer() {}

    /** The key of a folded Russian word. */
    static String key(String folded) {
        if (KEPT.contains(folded)) {
            return folded;
        }
        String active = withoutReflexive(folded);
        for (int size = ENDING_CHARS_MAX; size > 0; size--) {
            int stem = active.length() - size;
            if (stem >= STEM_CHARS_MIN && ENDINGS.contains(active.substring(stem))) {
                return active.substring(0, stem);
            }
        }
        return active;
    }

    private static String withoutReflexive(String folded) {
        int stem = folded.length() - 2;
        boolean reflexive = stem > STEM_CHARS_MIN && REFLEXIVES.contains(folded.substring(stem));
        return reflexive ? folded.substring(0, stem) : folded;
    }
}
