package az.qalxan.evidence.content;

import az.qalxan.engines.language.SearchText;
import java.util.List;
import java.util.stream.Collectors;

/** What was typed into a search, as PostgreSQL asks for it: every word in any of its forms. */
final class SearchWords {

    /** Longest question. */
    static final int CHARS_MAX = 200;

    private SearchWords() {}

    static String of(String typed) {
        return SearchText.choices(typed).stream()
                .distinct()
                .map(SearchWords::oneOf)
                .collect(Collectors.joining(" & "));
    }

    private static String oneOf(List<String> keys) {
        return keys.stream().collect(Collectors.joining("' | '", "('", "')"));
    }

    /** A question cut to its limit. */
    static String asked(@org.jspecify.annotations.Nullable String typed) {
        String asked = typed == null ? "" : typed.strip();
        return asked.substring(0, Math.min(asked.length(), CHARS_MAX));
    }
}
