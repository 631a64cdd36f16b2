package az.qalxan.engines.linking;

import java.util.List;

/** Words to look for; one that ends in an asterisk stands for every word that begins so. */
final class WordList {

    private final List<String> exact;
    private final List<String> beginnings;

    private WordList(List<String> exact, List<String> beginnings) {
        this.exact = exact;
        this.beginnings = beginnings;
    }

    static WordList of(String words) {
        List<String> all = List.of(words.strip().split("\\s+"));
        return new WordList(
                all.stream().filter(word -> !word.endsWith("*")).toList(),
                all.stream()
                        .filter(word -> word.endsWith("*"))
                        .map(word -> word.substring(0, word.length() - 1))
                        .toList());
    }

    boolean contains(String word) {
        if (exact.contains(word)) {
            return true;
        }
        for (String beginning : beginnings) {
            if (word.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    boolean containsAny(List<String> words) {
        return rank(words) >= 0;
    }

    /** Place of the first listed word, or -1. */
    int rank(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (contains(words.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
