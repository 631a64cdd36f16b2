package az.qalxan.engines.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns text into search keys; the same function serves the stored text and the query.
 *
 * <p>A key is a folded stem: only lower-case letters without marks (Azerbaijani and English as a to
 * z, Russian as а to я) and digits, so it holds no quote, backslash or space and can go as it is
 * into PostgreSQL's {@code array_to_tsvector} or, joined by spaces, into {@code
 * to_tsvector('simple', …)}. Safe for use by many threads.
 */
public final class SearchText {

    /** Longest part of a text that is read, in UTF-16 units; what follows gives no keys. */
    public static final int TEXT_CHARS_MAX = 200_000;

    /** Most keys that one text gives. */
    public static final int KEYS_MAX = 20_000;

    /** Longest key in UTF-16 units; PostgreSQL takes lexemes below 2,048 bytes. */
    public static final int KEY_CHARS_MAX = Words.WORD_CHARS_MAX;

    private static final KeyMemory MEMORY = new KeyMemory();

    private SearchText() {}

    /**
     * The keys of a text in its order, repeated where the text repeats itself.
     *
     * @param text any text; Azerbaijani with or without diacritics, Russian, English, or mixed
     * @return at most {@link #KEYS_MAX} keys of 1 to {@link #KEY_CHARS_MAX} UTF-16 units
     */
    public static List<String> keys(String text) {
        AzerbaijaniStemmer stemmer = new AzerbaijaniStemmer();
        List<String> keys = new ArrayList<>();
        for (Word word : Words.of(head(text))) {
            String key = MEMORY.key(word.base(), base -> key(stemmer, Folding.fold(base)));
            if (!key.isEmpty() && keys.size() < KEYS_MAX) {
                keys.add(key);
            }
        }
        return List.copyOf(keys);
    }

    /**
     * The keys of a text joined by single spaces, as {@code to_tsvector('simple', …)} and {@code
     * plainto_tsquery('simple', …)} take them.
     *
     * @param text any text
     * @return the joined keys; empty when the text has no word
     */
    public static String document(String text) {
        return String.join(" ", keys(text));
    }

    private static String key(AzerbaijaniStemmer stemmer, String folded) {
        return switch (Script.of(folded)) {
            case LATIN -> stemmer.key(cut(folded));
            case CYRILLIC -> RussianStemmer.key(cut(folded));
            case OTHER -> cut(lettersAndDigits(folded));
        };
    }

    private static String head(String text) {
        return text.length() <= TEXT_CHARS_MAX ? text : text.substring(0, TEXT_CHARS_MAX);
    }

    private static String lettersAndDigits(String folded) {
        StringBuilder kept = new StringBuilder(folded.length());
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static String cut(String key) {
        if (key.length() <= KEY_CHARS_MAX) {
            return key;
        }
        boolean splitsPair = Character.isHighSurrogate(key.charAt(KEY_CHARS_MAX - 1));
        return key.substring(0, splitsPair ? KEY_CHARS_MAX - 1 : KEY_CHARS_MAX);
    }
}
