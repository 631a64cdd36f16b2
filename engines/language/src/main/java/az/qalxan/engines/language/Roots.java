package az.qalxan.engines.language;

import az.qalxan.engines.language.Root.Follower;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The known roots with their irregular spellings, and the words that are never stemmed. */
final class Roots {

    private static final String RESOURCE = "roots.txt";
    private static final int SLOTS_PER_ROOT = 4;
    private static final Set<String> SOFTENING_SHORT_VERBS = Set.of("get", "et");

    /** The roots of {@code roots.txt}. */
    static final Roots KNOWN = read();

    private final Map<String, Root> free = new HashMap<>();
    private final Map<String, Root> bound = new HashMap<>();
    private final Map<String, String> wholeWords = new HashMap<>();
    private @Nullable Root[] slots = new Root[0];

    private Roots() {}

    /** The key of a word that is not analysed, or null. */
    @Nullable String wholeWord(String folded) {
        return wholeWords.get(folded);
    }

    /**
     * The root spelled by the first letters of a word, or null.
     *
     * @param hash the hash of those letters, equal to that of a string of them
     */
    @Nullable Root find(char[] word, int length, int hash) {
        int slot = slot(hash);
        for (Root root = slots[slot]; root != null; root = slots[slot]) {
            if (spells(root.letters(), word, length)) {
                return root;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return null;
    }

    private static boolean spells(String letters, char[] word, int length) {
        if (letters.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (letters.charAt(i) != word[i]) {
                return false;
            }
        }
        return true;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 15) & slots.length - 1;
    }

    private static Roots read() {
        Roots roots = new Roots();
        try (InputStream bytes = Roots.class.getResourceAsStream(RESOURCE)) {
            if (bytes == null) {
                throw new IllegalStateException("resource " + RESOURCE + " is missing");
            }
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(roots::addLine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        roots.index();
        return roots;
    }

    private void addLine(String line) {
        List<String> words = List.of(line.split(" ", -1));
        for (String word : words.subList(1, words.size())) {
            addWord(words.getFirst(), Folding.fold(word));
        }
    }

    private void addWord(String section, String folded) {
        switch (section) {
            case "noun" -> addNoun(folded);
            case "drop" -> addDropping(folded);
            case "double" -> addDoubling(folded);
            case "verb" -> addVerb(folded);
            case "fixed" -> wholeWords.put(folded, folded);
            case "form" -> addForm(folded);
            default -> throw new IllegalStateException("unknown section " + section);
        }
    }

    private void addNoun(String noun) {
        merge(free, new Root(noun, noun, null, Follower.ANYTHING));
        boolean long_ = Letters.vowels(noun) > 1;
        if (long_ && noun.endsWith("q")) {
            merge(bound, new Root(withLast(noun, 'g'), noun, null, Follower.VOWEL));
        }
        if (long_ && noun.endsWith("k")) {
            merge(bound, new Root(withLast(noun, 'y'), noun, null, Follower.VOWEL));
        }
    }

    private void addDropping(String noun) {
        addNoun(noun);
        int last = noun.length() - 1;
        String dropped = noun.substring(0, last - 1) + noun.charAt(last);
        merge(bound, new Root(dropped, noun, null, Follower.VOWEL));
    }

    private void addDoubling(String noun) {
        addNoun(noun);
        String doubled = noun + noun.charAt(noun.length() - 1);
        merge(bound, new Root(doubled, noun, null, Follower.VOWEL));
    }

    private void addVerb(String infinitive) {
        String root = infinitive.substring(0, infinitive.length() - "mak".length());
        merge(free, new Root(root, null, infinitive, Follower.ANYTHING));
        if (root.endsWith("t")
                && (Letters.vowels(root) > 1 || SOFTENING_SHORT_VERBS.contains(root))) {
            merge(bound, new Root(withLast(root, 'd'), null, infinitive, Follower.VOWEL));
        }
        if (root.endsWith("a") || root.endsWith("e")) {
            merge(bound, new Root(withLast(root, 'i'), null, infinitive, Follower.Y));
            merge(bound, new Root(withLast(root, 'u'), null, infinitive, Follower.Y));
        }
    }

    private void addForm(String form) {
        int sign = form.indexOf('=');
        wholeWords.put(form.substring(0, sign), form.substring(sign + 1));
    }

    private static String withLast(String word, char last) {
        return word.substring(0, word.length() - 1) + last;
    }

    private static void merge(Map<String, Root> roots, Root root) {
        roots.merge(root.letters(), root, Roots::merged);
    }

    private static Root merged(Root first, Root second) {
        String noun = first.nounKey() == null ? second.nounKey() : first.nounKey();
        String verb = first.verbKey() == null ? second.verbKey() : first.verbKey();
        Follower follower =
                first.follower() == second.follower() ? first.follower() : Follower.ANYTHING;
        return new Root(first.letters(), noun, verb, follower);
    }

    private void index() {
        Map<String, Root> all = new HashMap<>(bound);
        all.putAll(free);
        slots = new Root[Integer.highestOneBit(all.size() * SLOTS_PER_ROOT)];
        all.values().forEach(this::place);
    }

    private void place(Root root) {
        int slot = slot(root.letters().hashCode());
        while (slots[slot] != null) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = root;
    }
}
