package az.qalxan.engines.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The search keys of a text. */
public final class SearchText {

    private SearchText() {}

    /** The keys. */
    public static List<String> keys(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}
