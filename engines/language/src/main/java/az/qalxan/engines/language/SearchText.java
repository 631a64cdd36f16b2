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

    private SearchText() {}

    /**
     * The keys of a text in its order, repeated where the text repeats itself.
     *
     * @param text any text; Azerbaijani with or without diacritics, Russian, English, or mixed
     * @return at most {@link #KEYS_MAX} keys of 1 to {@link #KEY_CHARS_MAX} UTF-16 units
     */
    public static List<String> keys(String text) {
        String head = head(text);
        WordKeys wordKeys = new WordKeys(new MessageTyping(head));
        List<String> keys = new ArrayList<>();
        for (Word word : Words.of(head)) {
            String key = wordKeys.key(word.base());
            if (!key.isEmpty() && keys.size() < KEYS_MAX) {
                keys.add(key);
                wordKeys.addOthers(word.base(), key, keys);
            }
        }
        return List.copyOf(keys.subList(0, Math.min(keys.size(), KEYS_MAX)));
    }

    /**
     * The keys to ask for: of each word all that a text may hold for it. One word does not show
     * whether Cyrillic letters are Russian or Azerbaijani, or whether {@code sh} stands for {@code
     * ş}; a text must hold one key of every word.
     *
     * @param query any text
     * @return for each word that has a key, one to five keys, the likeliest first
     */
    public static List<List<String>> choices(String query) {
        WordKeys wordKeys = new WordKeys(MessageTyping.ANY);
        List<List<String>> choices = new ArrayList<>();
        for (Word word : Words.of(head(query))) {
            String key = wordKeys.key(word.base());
            if (!key.isEmpty() && choices.size() < KEYS_MAX) {
                List<String> keys = new ArrayList<>(List.of(key));
                wordKeys.addOthers(word.base(), key, keys);
                choices.add(List.copyOf(keys));
            }
        }
        return List.copyOf(choices);
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

    private static String head(String text) {
        return text.length() <= TEXT_CHARS_MAX ? text : text.substring(0, TEXT_CHARS_MAX);
    }
}
