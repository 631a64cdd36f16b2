package az.qalxan.engines.language;

import az.qalxan.engines.language.Root.Follower;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

    private final Set<Root> spellings = new LinkedHashSet<>();
    private final Map<String, String> infinitives = new LinkedHashMap<>();
    private final Map<String, String> wholeWords = new HashMap<>();
    private @Nullable Root[] slots = new Root[0];

    /**
     * The first letters of a word.
     *
     * @param word the word with two zeros behind its last letter
     * @param length number of first letters
     * @param hash their hash, equal to that of a string of them
     * @param nextOpen the first a or e behind them, or 0
     */
    record Place(char[] word, int length, int hash, char nextOpen) {

        boolean isSpelledBy(Root root) {
            return spells(root.letters())
                    && root.mayPrecede(word[length], word[length + 1])
                    && root.harmonisesWith(nextOpen);
        }

        private boolean spells(String letters) {
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
    }

    private Roots() {}

    /** The key of a word that is not analysed, or null. */
    @Nullable String wholeWord(String folded) {
        return wholeWords.get(folded);
    }

    /**
     * The key of the root spelled by the first letters of a word, or null.
     *
     * @param place the first letters of the word
     * @param state whether a noun or a verb is looked for
     */
    @Nullable String key(Place place, State state) {
        int slot = slot(place.hash());
        for (Root root = slots[slot]; root != null; root = slots[slot]) {
            String key = root.key(state);
            if (key != null && place.isSpelledBy(root)) {
                return key;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return null;
    }

    /** Whether the folded dictionary form is in the list. */
    boolean lists(String folded) {
        return infinitives.containsKey(folded)
                || spellings.stream().anyMatch(root -> folded.equals(root.nounKey()));
    }

    private int slot(int hash) {
        return (hash ^ (hash >>> 15)) & (slots.length - 1);
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
        spellings.add(new Root(noun, noun, null, Follower.ANYTHING));
        boolean softens = Letters.vowels(noun) > 1;
        if (softens && noun.endsWith("q")) {
            spellings.add(new Root(withLast(noun, 'g'), noun, null, Follower.VOWEL));
        }
        if (softens && noun.endsWith("k")) {
            spellings.add(new Root(withLast(noun, 'y'), noun, null, Follower.VOWEL));
        }
    }

    private void addDropping(String noun) {
        addNoun(noun);
        int last = noun.length() - 1;
        String dropped = noun.substring(0, last - 1) + noun.charAt(last);
        spellings.add(new Root(dropped, noun, null, Follower.VOWEL));
    }

    private void addDoubling(String noun) {
        addNoun(noun);
        String doubled = noun + noun.charAt(noun.length() - 1);
        spellings.add(new Root(doubled, noun, null, Follower.VOWEL));
    }

    private void addVerb(String infinitive) {
        String root = infinitive.substring(0, infinitive.length() - "mak".length());
        infinitives.put(infinitive, root);
        spellings.add(new Root(root, null, infinitive, Follower.ANYTHING));
        if (root.endsWith("a") || root.endsWith("e")) {
            spellings.add(new Root(withLast(root, 'i'), null, infinitive, Follower.Y));
            spellings.add(new Root(withLast(root, 'u'), null, infinitive, Follower.Y));
        }
    }

    private void addSoftenedVerbs() {
        Set<String> roots = Set.copyOf(infinitives.values());
        infinitives.forEach((infinitive, root) -> {
            if (softens(root)) {
                String rest = root.substring(0, root.length() - 1);
                Follower follower = roots.contains(rest) ? Follower.VOWEL_NOT_PAST : Follower.VOWEL;
                spellings.add(new Root(rest + 'd', null, infinitive, follower));
            }
        });
    }

    private static boolean softens(String verb) {
        return verb.endsWith("t")
                && (Letters.vowels(verb) > 1 || SOFTENING_SHORT_VERBS.contains(verb));
    }

    private void addForm(String form) {
        int sign = form.indexOf('=');
        wholeWords.put(form.substring(0, sign), form.substring(sign + 1));
    }

    private static String withLast(String word, char last) {
        return word.substring(0, word.length() - 1) + last;
    }

    private void index() {
        addSoftenedVerbs();
        slots = new Root[Integer.highestOneBit(spellings.size() * SLOTS_PER_ROOT)];
        spellings.forEach(this::place);
    }

    private void place(Root root) {
        int slot = slot(root.letters().hashCode());
        while (slots[slot] != null) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = root;
    }
}
