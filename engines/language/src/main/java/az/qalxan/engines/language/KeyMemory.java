package az.qalxan.engines.language;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the keys of words that were met lately: texts repeat their words, and a look-up costs a
 * fiftieth of a stemming. Of two words that fall on the same place the later one stays, so the
 * memory is bounded. Safe for use by many threads: entries are immutable and a lost write only
 * costs another stemming.
 */
final class KeyMemory {

    private static final int PLACES = 1 << 16;

    private final @Nullable Entry[] entries = new @Nullable Entry[PLACES];

    private record Entry(String word, String key) {}

    /** The key of a word, made by {@code stem} unless it is remembered. */
    String key(String word, UnaryOperator<String> stem) {
        int place = place(word.hashCode());
        @Nullable Entry known = entries[place];
        if (known != null && known.word().equals(word)) {
            return known.key();
        }
        String key = stem.apply(word);
        entries[place] = new Entry(word, key);
        return key;
    }

    private static int place(int hash) {
        return (hash ^ hash >>> 16) & PLACES - 1;
    }
}
